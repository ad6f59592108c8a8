import { ts } from "ts-morph";
import type { InlinedCallbacks } from "./inlinedCallbacks.ts";
import { enclosingLoop, isScopeNode, type Loop, type ScopeNode, scopeOf } from "./scopes.ts";

/** Everything that is known about one variable, parameter, function, class or import of the program. */
export interface Binding {
  readonly symbol: ts.Symbol;
  /** The scope whose Python variable it is. */
  readonly scope: ScopeNode;
  readonly declaration: ts.Declaration;
  /** The identifiers that read or write it, its declarations left out. */
  readonly references: ts.Identifier[];
  /** The identifiers among `references` that are written. */
  readonly writes: ts.Identifier[];
  /** Scopes nested in `scope` that read or write it. */
  readonly capturedBy: Set<ScopeNode>;
  /** For each of them the functions between, from the one directly inside `scope` to it itself. */
  readonly captures: (readonly ScopeNode[])[];
  /** The loop in whose every turn it is made afresh. */
  readonly loop: Loop | undefined;
}

/** Variables of the program by symbol, and the symbols that a scope mentions. */
export interface BindingFacts {
  of(symbol: ts.Symbol): Binding | undefined;
  /** The binding that an identifier names. */
  at(identifier: ts.Identifier): Binding | undefined;
  /** The bindings whose variable belongs to a scope, in source order. */
  declaredIn(scope: ScopeNode): readonly Binding[];
  /** The bindings that a scope or one nested in it mentions. */
  mentionedIn(scope: ScopeNode): ReadonlySet<Binding>;
  /** The scope whose code a node belongs to. */
  scopeOf(node: ts.Node): ScopeNode;
}

/** Walks every source file once. */
export function createBindingFacts(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
  inlined: InlinedCallbacks,
): BindingFacts {
  const bySymbol = new Map<ts.Symbol, Binding>();
  const declared = new Map<ScopeNode, Binding[]>();
  const mentioned = new Map<ScopeNode, Set<Binding>>();

  for (const file of sourceFiles) declareAll(file);
  for (const file of sourceFiles) referAll(file);

  return {
    of: (symbol) => bySymbol.get(symbol),
    at: (identifier) => {
      const symbol = symbolAt(checker, identifier);
      return symbol && bySymbol.get(symbol);
    },
    declaredIn: (scope) => declared.get(scope) ?? [],
    mentionedIn: (scope) => mentioned.get(scope) ?? new Set(),
    scopeOf: (node) => scopeOf(node, inlined),
  };

  function declareAll(node: ts.Node): void {
    const names = declaredNames(node);
    for (const name of names) {
      const symbol = checker.getSymbolAtLocation(name);
      if (symbol && !bySymbol.has(symbol)) declare(symbol, name);
      // A parameter property has two symbols, and its name means the property's where it is declared.
      const own = symbol && parameterSymbol(checker, node, name);
      if (own) bySymbol.set(own, bySymbol.get(symbol)!);
    }
    ts.forEachChild(node, declareAll);
  }

  function declare(symbol: ts.Symbol, name: ts.Identifier): void {
    const declaration = (symbol.valueDeclaration ??
      symbol.declarations?.[0] ??
      name.parent) as ts.Declaration;
    const scope = owningScope(declaration);
    const binding: Binding = {
      symbol,
      scope,
      declaration,
      references: [],
      writes: [],
      capturedBy: new Set(),
      captures: [],
      loop: isHoisted(declaration) ? undefined : enclosingLoop(declaration, inlined),
    };
    bySymbol.set(symbol, binding);
    const list = declared.get(scope);
    if (list) list.push(binding);
    else declared.set(scope, [binding]);
    mention(scope, binding);
  }

  function referAll(node: ts.Node): void {
    if (ts.isIdentifier(node)) refer(node);
    ts.forEachChild(node, referAll);
  }

  function refer(identifier: ts.Identifier): void {
    if (isDeclarationName(identifier) || isTypePosition(identifier)) return;
    const symbol = symbolAt(checker, identifier);
    const binding = symbol && bySymbol.get(symbol);
    if (!binding) return;
    binding.references.push(identifier);
    if (isWritten(identifier)) binding.writes.push(identifier);
    const scope = scopeOf(identifier, inlined);
    mention(scope, binding);
    if (scope === binding.scope || binding.capturedBy.has(scope)) return;
    binding.capturedBy.add(scope);
    binding.captures.push(functionsBetween(scope, binding.scope));
  }

  function functionsBetween(scope: ScopeNode, owner: ScopeNode): readonly ScopeNode[] {
    const chain: ScopeNode[] = [];
    for (let current: ScopeNode | undefined = scope; current; current = outerScope(current)) {
      if (current === owner) break;
      chain.unshift(current);
    }
    return chain;
  }

  function outerScope(scope: ScopeNode): ScopeNode | undefined {
    return ts.isSourceFile(scope) ? undefined : scopeOf(scope, inlined);
  }

  /** `var` and function declarations live in the function, block variables too: Python has no blocks. */
  function owningScope(declaration: ts.Declaration): ScopeNode {
    const { parent } = declaration;
    if (ts.isParameter(declaration) && isScopeNode(parent) && !inlined.has(parent)) return parent;
    if (ts.isFunctionExpression(declaration) || ts.isSourceFile(declaration)) {
      return declaration as ScopeNode;
    }
    return scopeOf(declaration, inlined);
  }

  function mention(scope: ScopeNode, binding: Binding): void {
    for (let current: ScopeNode | undefined = scope; current; current = outerScope(current)) {
      const set = mentioned.get(current) ?? new Set<Binding>();
      mentioned.set(current, set);
      if (set.has(binding)) return;
      set.add(binding);
    }
  }
}

/** The symbol of the variable that a parameter property is besides. */
function parameterSymbol(
  checker: ts.TypeChecker,
  node: ts.Node,
  name: ts.Identifier,
): ts.Symbol | undefined {
  if (!ts.isParameter(node) || !ts.isParameterPropertyDeclaration(node, node.parent)) return;
  return checker.getSymbolsOfParameterPropertyDeclaration(node, name.text)[0];
}

/** The symbol of a mentioned identifier; the variable's, where a shorthand property names both. */
export function symbolAt(
  checker: ts.TypeChecker,
  identifier: ts.Identifier,
): ts.Symbol | undefined {
  if (
    ts.isShorthandPropertyAssignment(identifier.parent) &&
    identifier.parent.name === identifier
  ) {
    return checker.getShorthandAssignmentValueSymbol(identifier.parent);
  }
  if (ts.isExportSpecifier(identifier.parent)) {
    return checker.getExportSpecifierLocalTargetSymbol(identifier.parent);
  }
  const symbol = checker.getSymbolAtLocation(identifier);
  return symbol && throughAlias(checker, symbol);
}

/** `import y = N.y` is another name for what it stands for, and no variable of its own. */
function throughAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.declarations?.some(isNamespaceAlias) ? checker.getAliasedSymbol(symbol) : symbol;
}

/** `import y = N.y`, as opposed to `import y = require("y")`. */
export function isNamespaceAlias(node: ts.Node): node is ts.ImportEqualsDeclaration {
  return ts.isImportEqualsDeclaration(node) && !ts.isExternalModuleReference(node.moduleReference);
}

function isHoisted(declaration: ts.Declaration): boolean {
  if (!ts.isVariableDeclaration(declaration)) return false;
  const list = declaration.parent;
  return ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.BlockScoped) === 0;
}

/** The names that a node declares as variables at run time. */
function declaredNames(node: ts.Node): readonly ts.Identifier[] {
  if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) {
    return ts.isIdentifier(node.name) ? [node.name] : [];
  }
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isClassDeclaration(node) ||
    ts.isClassExpression(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isImportClause(node) ||
    ts.isImportSpecifier(node) ||
    ts.isNamespaceImport(node) ||
    (ts.isImportEqualsDeclaration(node) && !isNamespaceAlias(node))
  ) {
    return node.name && ts.isIdentifier(node.name) ? [node.name] : [];
  }
  if (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name)) return [node.name];
  return [];
}

function isDeclarationName(identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  if (isNamespaceAlias(parent) || ts.isQualifiedName(parent)) return true;
  return (
    "name" in parent && parent.name === identifier && declaredNames(parent).includes(identifier)
  );
}

/** Identifiers that only types mention, and names of members, are no references. */
function isTypePosition(identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === identifier;
  if (ts.isPropertyAssignment(parent)) return parent.name === identifier;
  if (ts.isExpressionWithTypeArguments(parent)) return isTypeClause(parent.parent);
  return ts.isTypeNode(parent) || ts.isJSDoc(parent);
}

/** `implements` and the `extends` of an interface name types; the `extends` of a class is a value. */
function isTypeClause(node: ts.Node): boolean {
  if (!ts.isHeritageClause(node)) return false;
  return node.token === ts.SyntaxKind.ImplementsKeyword || ts.isInterfaceDeclaration(node.parent);
}

/** Is a mentioned identifier assigned: `x = `, `x += `, `x++`, `[x] = `, `for (x of`? */
export function isWritten(node: ts.Expression): boolean {
  let current: ts.Node = node;
  let { parent } = node;
  while (true) {
    if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) {
      // (x) = 1
    } else if (ts.isBinaryExpression(parent)) {
      return parent.left === current && isAssignmentOperator(parent.operatorToken.kind);
    } else if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
      return isIncrement(parent.operator);
    } else if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) {
      return parent.initializer === current;
    } else if (
      ts.isArrayLiteralExpression(parent) ||
      ts.isSpreadElement(parent) ||
      ts.isSpreadAssignment(parent) ||
      ts.isObjectLiteralExpression(parent)
    ) {
      // A pattern, if what is around it is a target.
    } else if (ts.isPropertyAssignment(parent)) {
      if (parent.initializer !== current) return false;
    } else if (ts.isShorthandPropertyAssignment(parent)) {
      if (parent.name !== current) return false;
    } else return false;
    current = parent;
    parent = parent.parent;
  }
}

export function isAssignmentOperator(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

export function isIncrement(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}
