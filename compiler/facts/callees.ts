import { ts } from "ts-morph";
import { skipWrappers } from "./syntax.ts";
import { isDeclarationFileSymbol } from "./typeFacts.ts";

/** Code of the program that a call may run: function-like nodes and, for `new`, classes. */
export type Code = ts.SignatureDeclaration | ts.ClassLikeDeclaration;

/** The code that calls may run; undefined where it cannot be told. */
export interface CalleeFacts {
  /** What `f(...)` may run, by its callee. Nothing for built-ins: their callbacks are asked for apart. */
  ofCallee(callee: ts.Expression): readonly Code[] | undefined;
  /** The accessors of the program that a property access may run. */
  ofAccess(node: ts.PropertyAccessExpression): readonly Code[];
}

/** Methods are found by their name alone, so that overriding and structural typing need no thought. */
export function createCalleeFacts(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): CalleeFacts {
  /** For every name the functions that a property of that name can hold; undefined among them: unknown. */
  const members = new Map<string, (Code | undefined)[]>();
  const accessors = new Map<string, Code[]>();
  let isCollected = false;
  return { ofCallee, ofAccess };

  function ofCallee(callee: ts.Expression): readonly Code[] | undefined {
    const bare = skipWrappers(callee);
    if (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare)) return [bare];
    if (ts.isIdentifier(bare)) return ofSymbol(checker.getSymbolAtLocation(bare));
    if (ts.isPropertyAccessExpression(bare)) {
      const symbol = checker.getSymbolAtLocation(bare.name);
      if (symbol && isDeclarationFileSymbol(symbol)) return [];
      return ofMember(bare.name.text);
    }
    return undefined;
  }

  function ofSymbol(symbol: ts.Symbol | undefined): readonly Code[] | undefined {
    if (!symbol) return undefined;
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (isDeclarationFileSymbol(target)) return [];
    const declaration = target.valueDeclaration;
    if (!declaration) return undefined;
    if (ts.isClassLike(declaration)) return withBases(declaration);
    if (ts.isFunctionDeclaration(declaration)) return implementations(target);
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
    const isConst = (declaration.parent.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
    return isConst ? ofInitializer(declaration.initializer) : undefined;
  }

  function ofInitializer(node: ts.Expression): readonly Code[] | undefined {
    const bare = skipWrappers(node);
    if (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare)) return [bare];
    if (ts.isClassExpression(bare)) return withBases(bare);
    return undefined;
  }

  /** A class runs its constructor and fields, and those of the classes that it extends. */
  function withBases(node: ts.ClassLikeDeclaration): readonly Code[] | undefined {
    const base = node.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
    const type = base?.types[0];
    if (!type) return [node];
    const above = ts.isIdentifier(type.expression) ? ofCallee(type.expression) : undefined;
    return above && [node, ...above];
  }

  function ofMember(name: string): readonly Code[] | undefined {
    collectOnce();
    const found = members.get(name) ?? [undefined];
    return found.every((code) => code !== undefined) ? found : undefined;
  }

  function ofAccess(node: ts.PropertyAccessExpression): readonly Code[] {
    collectOnce();
    return accessors.get(node.name.text) ?? [];
  }

  function collectOnce(): void {
    if (!isCollected) sourceFiles.forEach(collect);
    isCollected = true;
  }

  function collect(node: ts.Node): void {
    if (ts.isAccessor(node)) add(accessors, node.name, node);
    else if (ts.isMethodDeclaration(node)) add(members, node.name, node);
    else if (ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) {
      if (node.initializer) addValue(node.name, node.initializer);
    } else if (ts.isShorthandPropertyAssignment(node)) addValue(node.name, node.name);
    else if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left)
    ) {
      addValue(node.left.name, node.right);
    } else if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) {
      if (mayBeFunction(node)) add(members, node.name, undefined);
    }
    ts.forEachChild(node, collect);
  }

  function addValue(name: ts.Node, value: ts.Expression): void {
    if (!mayBeFunction(value)) return;
    for (const code of ofCallee(value) ?? [undefined]) add(members, name, code);
  }

  function mayBeFunction(node: ts.Node): boolean {
    const type = checker.getTypeAtLocation(node);
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
    return checker.getNonNullableType(type).getCallSignatures().length > 0;
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
