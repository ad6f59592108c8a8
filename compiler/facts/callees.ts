import { ts } from "ts-morph";
import { skipWrappers } from "./syntax.ts";
import { isDeclarationFileSymbol } from "./typeFacts.ts";

/** Code of the program that a call may run: function-like nodes and, for `new`, classes. */
export type Code = ts.SignatureDeclaration | ts.ClassLikeDeclaration;

/**
 * The code that calls may run; undefined where it cannot be told. Methods are found by their name
 * alone, so that overriding and structural typing need no thought.
 */
export class CalleeFacts {
  readonly #checker: ts.TypeChecker;
  readonly #sourceFiles: readonly ts.SourceFile[];
  /** For every name the functions that a property of that name can hold; undefined among them: unknown. */
  readonly #members = new Map<string, (Code | undefined)[]>();
  readonly #accessors = new Map<string, Code[]>();
  #isCollected = false;

  constructor(checker: ts.TypeChecker, sourceFiles: readonly ts.SourceFile[]) {
    this.#checker = checker;
    this.#sourceFiles = sourceFiles;
  }

  /** What `f(...)` may run, by its callee. Nothing for built-ins: their callbacks are asked for apart. */
  ofCallee(callee: ts.Expression): readonly Code[] | undefined {
    const bare = skipWrappers(callee);
    if (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare)) return [bare];
    if (ts.isIdentifier(bare)) return this.#ofSymbol(this.#checker.getSymbolAtLocation(bare));
    if (ts.isPropertyAccessExpression(bare)) {
      const symbol = this.#checker.getSymbolAtLocation(bare.name);
      if (symbol && isDeclarationFileSymbol(symbol)) return [];
      return this.#ofMember(bare.name.text);
    }
    return undefined;
  }

  #ofSymbol(symbol: ts.Symbol | undefined): readonly Code[] | undefined {
    if (!symbol) return undefined;
    const target =
      symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    if (isDeclarationFileSymbol(target)) return [];
    const declaration = target.valueDeclaration;
    if (!declaration) return undefined;
    if (ts.isClassLike(declaration)) return this.#withBases(declaration);
    if (ts.isFunctionDeclaration(declaration)) return implementations(target);
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
    const isConst = (declaration.parent.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
    return isConst ? this.#ofInitializer(declaration.initializer) : undefined;
  }

  #ofInitializer(node: ts.Expression): readonly Code[] | undefined {
    const bare = skipWrappers(node);
    if (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare)) return [bare];
    if (ts.isClassExpression(bare)) return this.#withBases(bare);
    return undefined;
  }

  /** A class runs its constructor and fields, and those of the classes that it extends. */
  #withBases(node: ts.ClassLikeDeclaration): readonly Code[] | undefined {
    const base = node.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
    const type = base?.types[0];
    if (!type) return [node];
    const above = ts.isIdentifier(type.expression) ? this.ofCallee(type.expression) : undefined;
    return above && [node, ...above];
  }

  #ofMember(name: string): readonly Code[] | undefined {
    this.#collectOnce();
    const found = this.#members.get(name) ?? [undefined];
    return found.every((code) => code !== undefined) ? found : undefined;
  }

  /** The accessors of the program that a property access may run. */
  ofAccess(node: ts.PropertyAccessExpression): readonly Code[] {
    this.#collectOnce();
    return this.#accessors.get(node.name.text) ?? [];
  }

  #collectOnce(): void {
    if (!this.#isCollected) for (const file of this.#sourceFiles) this.#collect(file);
    this.#isCollected = true;
  }

  #collect(node: ts.Node): void {
    if (ts.isAccessor(node)) add(this.#accessors, node.name, node);
    else if (ts.isMethodDeclaration(node)) add(this.#members, node.name, node);
    else if (ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) {
      if (node.initializer) this.#addValue(node.name, node.initializer);
    } else if (ts.isShorthandPropertyAssignment(node)) this.#addValue(node.name, node.name);
    else if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left)
    ) {
      this.#addValue(node.left.name, node.right);
    } else if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) {
      if (this.#mayBeFunction(node)) add(this.#members, node.name, undefined);
    }
    ts.forEachChild(node, (child) => this.#collect(child));
  }

  #addValue(name: ts.Node, value: ts.Expression): void {
    if (!this.#mayBeFunction(value)) return;
    // What another property holds is not known before all are collected.
    const isMember = ts.isPropertyAccessExpression(skipWrappers(value));
    const found = isMember ? undefined : this.ofCallee(value);
    for (const code of found ?? [undefined]) add(this.#members, name, code);
  }

  #mayBeFunction(node: ts.Node): boolean {
    const type = this.#checker.getTypeAtLocation(node);
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
    return this.#checker.getNonNullableType(type).getCallSignatures().length > 0;
  }
}

function add<T>(into: Map<string, T[]>, name: ts.Node, code: T): void {
  const text = name.getText().replace(/^["']|["']$/g, "");
  const list = into.get(text);
  if (list) list.push(code);
  else into.set(text, [code]);
}

/** The declarations of a function that have a body, overload signatures left out. */
function implementations(symbol: ts.Symbol): readonly Code[] {
  return (symbol.declarations ?? []).filter(
    (node): node is ts.FunctionDeclaration => ts.isFunctionDeclaration(node) && !!node.body,
  );
}
