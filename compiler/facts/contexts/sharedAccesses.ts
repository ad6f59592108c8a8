import { ts } from "ts-morph";
import type { BindingFacts } from "../bindings.ts";
import { hasModifier, outerParent, skipWrappers } from "../syntax.ts";
import type { Context } from "./callGraph.ts";
import { isMadeOnce } from "./concurrentRegions.ts";
import type { ContextFacts } from "./contexts.ts";
import { nodesOf, type Unit } from "./units.ts";
import { declaredSymbol } from "./valuePlaces.ts";

/** What an access does to a variable or property. */
export type AccessKind = "read" | "write" | "update";

/** One access to state that more than one function can see. */
export interface Access {
  readonly node:
    | ts.Identifier
    | ts.PropertyAccessExpression
    | ts.ElementAccessExpression
    | ts.BindingElement;
  readonly unit: Unit;
  readonly kind: AccessKind;
  readonly contexts: ReadonlySet<Context>;
}

/** A variable or property, and who uses it. */
export interface SharedState {
  readonly symbol: ts.Symbol;
  readonly name: string;
  /** The variable or `this` whose property it is: fields of one object have one owner. */
  readonly owner: ts.Symbol | undefined;
  /** The module whose variable it is. */
  readonly module: ts.SourceFile | undefined;
  readonly accesses: readonly Access[];
}

/**
 * Variables that several functions use, fields of classes that are made once, and properties of
 * objects that one variable holds. All else may be another object on each side, and is left out.
 */
export function sharedStates(
  checker: ts.TypeChecker,
  bindings: BindingFacts,
  contexts: ContextFacts,
): readonly SharedState[] {
  const { graph } = contexts;
  const found = new Map<string, SharedState & { accesses: Access[] }>();
  const ids = new Map<ts.Symbol, number>();
  const single = new Map<ts.Node, boolean>();
  for (const unit of graph.units) {
    for (const node of nodesOf(unit)) {
      if (ts.isIdentifier(node)) variable(node, unit);
      else if (ts.isPropertyAccessExpression(node)) property(node, unit);
      else if (ts.isElementAccessExpression(node)) element(node, unit);
      else if (ts.isBindingElement(node)) destructured(node, unit);
    }
  }
  return [...found.values()];

  function variable(node: ts.Identifier, unit: Unit): void {
    const binding = bindings.at(node);
    if (!binding?.references.includes(node)) return;
    if (!ts.isVariableDeclaration(binding.declaration)) return;
    const where = contextsSeenFrom(unit, binding.scope as Unit);
    add(binding.symbol, undefined, node, unit, where);
  }

  /** `counts[0]`, `values["x"]`: by the key, where it is written out; else all elements are one. */
  function element(node: ts.ElementAccessExpression, unit: Unit): void {
    const root = skipWrappers(node.expression);
    const binding = ts.isIdentifier(root) ? bindings.at(root) : undefined;
    if (!binding || binding.writes.length > 0 || !ts.isSourceFile(binding.scope)) return;
    if (!ts.isVariableDeclaration(binding.declaration)) return;
    const key = skipWrappers(node.argumentExpression);
    const isWritten = ts.isNumericLiteral(key) || ts.isStringLiteralLike(key);
    add(binding.symbol, binding.symbol, node, unit, contexts.of(unit), isWritten ? key.text : "?");
  }

  /** Of a local variable each call has its own: only code that its function has given away is another context. */
  function contextsSeenFrom(unit: Unit, owner: Unit): ReadonlySet<Context> {
    const own = contexts.of(unit);
    if (ts.isSourceFile(owner)) return own;
    const ownersContexts = contexts.of(owner);
    const foreign = [...own].filter((context) => !ownersContexts.has(context));
    return unit !== owner && foreign.length > 0 ? new Set(foreign) : new Set(["main"]);
  }

  function property(node: ts.PropertyAccessExpression, unit: Unit): void {
    const found = checker.getSymbolAtLocation(node.name);
    const symbol = found && declaredSymbol(checker, found);
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration || declaration.getSourceFile().isDeclarationFile) return;
    if (!isField(declaration)) return;
    const root = skipWrappers(node.expression);
    if (
      ts.isPropertyDeclaration(declaration) &&
      hasModifier(declaration, ts.SyntaxKind.StaticKeyword)
    ) {
      add(symbol, checker.getSymbolAtLocation(declaration.parent.name ?? declaration), node, unit);
    } else if (ts.isClassLike(declaration.parent) || ts.isClassLike(declaration.parent.parent)) {
      const owner = ts.isClassLike(declaration.parent)
        ? declaration.parent
        : (declaration.parent.parent as ts.ClassLikeDeclaration);
      if (isSingle(owner)) add(symbol, checker.getSymbolAtLocation(owner.name!), node, unit);
    } else if (ts.isIdentifier(root)) {
      const binding = bindings.at(root);
      if (binding && ts.isSourceFile(binding.scope)) add(symbol, binding.symbol, node, unit);
    }
  }

  /** `const { x, y } = place;` reads both. */
  function destructured(node: ts.BindingElement, unit: Unit): void {
    const declaration = node.parent.parent;
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return;
    const root = skipWrappers(declaration.initializer);
    const key = node.propertyName ?? node.name;
    if (!ts.isIdentifier(root) || !ts.isIdentifier(key)) return;
    const binding = bindings.at(root);
    const found = checker.getPropertyOfType(checker.getTypeAtLocation(root), key.text);
    const symbol = found && declaredSymbol(checker, found);
    if (symbol && binding && ts.isSourceFile(binding.scope)) {
      add(symbol, binding.symbol, node, unit);
    }
  }

  /** Is there at most one instance of a class? */
  function isSingle(node: ts.ClassLikeDeclaration): boolean {
    const known = single.get(node);
    if (known !== undefined) return known;
    const symbol = node.name && checker.getSymbolAtLocation(node.name);
    const made = graph.calls.filter(
      (call) =>
        ts.isNewExpression(call.node) &&
        graph.values.symbolAt(skipWrappers(call.node.expression)) === symbol,
    );
    const isExtended = graph.values.classes.some((other) =>
      other.heritageClauses?.some((clause) =>
        clause.types.some((type) => graph.values.symbolAt(type.expression) === symbol),
      ),
    );
    const answer =
      symbol !== undefined && !isExtended && made.length === 1 && isMadeOnce(graph, made[0]!.node);
    single.set(node, answer);
    return answer;
  }

  function add(
    symbol: ts.Symbol,
    owner: ts.Symbol | undefined,
    node: Access["node"],
    unit: Unit,
    where = contexts.of(unit),
    part = "",
  ): void {
    const key = `${idOf(symbol)}/${owner ? idOf(owner) : ""}/${part}`;
    let state = found.get(key);
    if (!state) {
      const name =
        ts.isBindingElement(node) && owner ? `${owner.name}.${symbol.name}` : node.getText();
      state = { symbol, name, owner, module: moduleOf(symbol, owner), accesses: [] };
      found.set(key, state);
    }
    state.accesses.push({ node, unit, kind: kindOf(node), contexts: where });
  }

  function idOf(symbol: ts.Symbol): number {
    const known = ids.get(symbol) ?? ids.size;
    ids.set(symbol, known);
    return known;
  }
}

function moduleOf(symbol: ts.Symbol, owner: ts.Symbol | undefined): ts.SourceFile | undefined {
  const [declaration] = symbol.declarations ?? [];
  if (owner || !declaration || !ts.isVariableDeclaration(declaration)) return undefined;
  const statement = declaration.parent.parent;
  return ts.isSourceFile(statement.parent) ? statement.parent : undefined;
}

function isField(declaration: ts.Declaration): boolean {
  return (
    ts.isPropertyDeclaration(declaration) ||
    ts.isPropertySignature(declaration) ||
    ts.isPropertyAssignment(declaration) ||
    ts.isShorthandPropertyAssignment(declaration) ||
    ts.isParameter(declaration)
  );
}

/** `x = x + 1` reads and writes back as `x += 1` does. */
function kindOf(node: Access["node"]): AccessKind {
  if (ts.isBindingElement(node)) return "read";
  const parent = outerParent(node);
  if (ts.isPostfixUnaryExpression(parent)) return "update";
  if (ts.isPrefixUnaryExpression(parent)) {
    const { operator } = parent;
    const isStep =
      operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
    return isStep ? "update" : "read";
  }
  if (!ts.isBinaryExpression(parent) || skipWrappers(parent.left) !== node) return "read";
  const operator = parent.operatorToken.kind;
  if (operator === ts.SyntaxKind.EqualsToken) return isUpdate(node, parent) ? "update" : "write";
  const isCompound =
    operator >= ts.SyntaxKind.FirstCompoundAssignment &&
    operator <= ts.SyntaxKind.LastCompoundAssignment;
  return isCompound ? "update" : "read";
}

/** Does what is written depend on what was read before: itself, by a copy, or as the condition? */
function isUpdate(node: Access["node"], assignment: ts.BinaryExpression): boolean {
  const text = node.getText();
  if (mentions(assignment.right, text)) return true;
  if (isConstant(assignment.right)) return false;
  const block = statementOf(assignment).parent;
  for (const copy of copiesIn(block, text, assignment.pos)) {
    if (mentions(assignment.right, copy)) return true;
  }
  // `if (v > peak) peak = v;`
  const test = ts.isBlock(block) ? block.parent : block;
  return ts.isIfStatement(test) && mentions(test.expression, text);
}

/** The variables of a block that are given a value: `const copy = value;` */
function copiesIn(block: ts.Node, text: string, before: number): readonly string[] {
  const found: string[] = [];
  ts.forEachChild(block, (statement) => {
    if (!ts.isVariableStatement(statement) || statement.pos > before) return;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && skipWrappers(initializer).getText() === text) found.push(name.getText());
    }
  });
  return found;
}

/** `const n = pulses; pulses = 0;`: is a value that is written read in the same block before? */
export function isTakenBefore({ node }: Access): boolean {
  const statement = statementOf(node);
  return copiesIn(statement.parent, node.getText(), statement.pos).length > 0;
}

function isConstant(node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  return (
    ts.isLiteralExpression(bare) ||
    bare.kind === ts.SyntaxKind.TrueKeyword ||
    bare.kind === ts.SyntaxKind.FalseKeyword ||
    bare.kind === ts.SyntaxKind.NullKeyword
  );
}

export function statementOf(node: ts.Node): ts.Node {
  let current = node;
  while (!ts.isStatement(current) && current.parent) current = current.parent;
  return current;
}

function mentions(node: ts.Node, text: string): boolean {
  if (ts.isFunctionLike(node)) return false;
  const isSame =
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node);
  if (isSame && node.getText() === text) return true;
  return ts.forEachChild(node, (child) => mentions(child, text) || undefined) ?? false;
}
