import { ts } from "ts-morph";
import type { AccessorFacts } from "../accessors.ts";
import { hasModifier, skipWrappers } from "../syntax.ts";
import { libraryKey } from "../typeFacts.ts";
import { MemberNames } from "./memberNames.ts";
import { isPlainBody, usesIn } from "./plainBody.ts";

/** A function whose call is nothing but the value of one short expression. */
export interface SimpleFunction {
  readonly declaration: ts.FunctionLikeDeclaration;
  /** Runs no code but its own operators, and changes nothing. */
  readonly body: ts.Expression;
  /** What stands for each argument. */
  readonly parameters: readonly ts.Symbol[];
  /** How often the body reads `this`, and each parameter. */
  readonly uses: ReadonlyMap<ts.Symbol | "this", number>;
}

/** Calls, and reads of accessors, that can be replaced by what they compute. */
export interface InliningFacts {
  /** The function that a call or a read of an accessor is sure to reach, if it is a simple one. */
  simpleFunction(node: ts.CallExpression | ts.PropertyAccessExpression): SimpleFunction | undefined;
  /** Is it a function of that kind, which only its own module can name? */
  isReplaceable(node: ts.FunctionLikeDeclaration): boolean;
}

export const noInlining: InliningFacts = {
  simpleFunction: () => undefined,
  isReplaceable: () => false,
};

export function createInliningFacts(
  checker: ts.TypeChecker,
  accessors: AccessorFacts,
  sourceFiles: readonly ts.SourceFile[],
): InliningFacts {
  const members = new MemberNames(checker, sourceFiles);
  const known = new Map<ts.Declaration, SimpleFunction | undefined>();
  return { simpleFunction, isReplaceable };

  function isReplaceable(node: ts.FunctionLikeDeclaration): boolean {
    if (!isOwn(node)) return false;
    if (!known.has(node)) known.set(node, simplified(node));
    return known.get(node) !== undefined;
  }

  /** A function of a module that it does not export, a private method, a getter that is a method. */
  function isOwn(node: ts.FunctionLikeDeclaration): boolean {
    if (ts.isMethodDeclaration(node)) {
      if (hasModifier(node, ts.SyntaxKind.StaticKeyword)) return false;
      return hasModifier(node, ts.SyntaxKind.PrivateKeyword) || ts.isPrivateIdentifier(node.name);
    }
    if (ts.isGetAccessor(node)) {
      const symbol = checker.getSymbolAtLocation(node.name);
      const owner = node.parent;
      return (
        ts.isClassDeclaration(owner) &&
        !hasModifier(node, ts.SyntaxKind.StaticKeyword) &&
        symbol !== undefined &&
        accessors.isMethod(symbol) &&
        !isExported(owner)
      );
    }
    const named = ts.isArrowFunction(node) ? node.parent : node;
    const isTopLevel =
      ts.isSourceFile(named.parent) ||
      (ts.isVariableDeclaration(named) && ts.isSourceFile(named.parent.parent.parent));
    return (
      isTopLevel &&
      (ts.isFunctionDeclaration(named) || ts.isVariableDeclaration(named)) &&
      !isExported(named)
    );
  }

  function isExported(
    node: ts.FunctionDeclaration | ts.ClassDeclaration | ts.VariableDeclaration,
  ): boolean {
    const symbol = node.name && checker.getSymbolAtLocation(node.name);
    const module = checker.getSymbolAtLocation(node.getSourceFile());
    if (!symbol) return true;
    const exported = module ? checker.getExportsOfModule(module) : [];
    return exported.some(
      (one) =>
        one === symbol ||
        (one.flags & ts.SymbolFlags.Alias && checker.getAliasedSymbol(one) === symbol),
    );
  }
  function simpleFunction(
    node: ts.CallExpression | ts.PropertyAccessExpression,
  ): SimpleFunction | undefined {
    const reached = reachedBy(node);
    if (!reached || reached.getSourceFile() !== node.getSourceFile()) return undefined;
    if (ts.isCallExpression(node) && !hasPlainArguments(node, reached)) return undefined;
    if (!known.has(reached)) {
      // While its body is looked at, a function that reads itself is none of these.
      known.set(reached, undefined);
      known.set(reached, simplified(reached));
    }
    return known.get(reached);
  }

  function reachedBy(
    node: ts.CallExpression | ts.PropertyAccessExpression,
  ): ts.FunctionLikeDeclaration | undefined {
    if (ts.isOptionalChain(node)) return undefined;
    if (ts.isPropertyAccessExpression(node)) return accessorAt(node);
    const callee = skipWrappers(node.expression);
    if (ts.isIdentifier(callee)) return functionAt(callee);
    return ts.isPropertyAccessExpression(callee) ? methodAt(callee) : undefined;
  }

  function accessorAt(node: ts.PropertyAccessExpression): ts.FunctionLikeDeclaration | undefined {
    const symbol = checker.getSymbolAtLocation(node.name);
    if (!symbol || !accessors.isMethod(symbol)) return undefined;
    return memberOf(node, symbol)?.find(ts.isGetAccessor);
  }

  function methodAt(node: ts.PropertyAccessExpression): ts.FunctionLikeDeclaration | undefined {
    const symbol = checker.getSymbolAtLocation(node.name);
    const found = symbol && memberOf(node, symbol);
    return found?.length === 1 ? found.find(ts.isMethodDeclaration) : undefined;
  }

  /** The declarations of a member of an instance that nothing overrides. */
  function memberOf(
    node: ts.PropertyAccessExpression,
    symbol: ts.Symbol,
  ): readonly ts.Declaration[] | undefined {
    if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return undefined;
    const { declarations } = symbol;
    const isOwn = declarations?.every(
      (declaration) =>
        ts.isClassDeclaration(declaration.parent) &&
        !hasModifier(declaration, ts.SyntaxKind.StaticKeyword) &&
        !hasModifier(declaration, ts.SyntaxKind.AbstractKeyword),
    );
    return isOwn && members.isSole(symbol) ? declarations : undefined;
  }

  function functionAt(node: ts.Identifier): ts.FunctionLikeDeclaration | undefined {
    const symbol = checker.getSymbolAtLocation(node);
    const declaration = symbol?.declarations?.length === 1 ? symbol.valueDeclaration : undefined;
    if (!declaration) return undefined;
    if (ts.isFunctionDeclaration(declaration)) return declaration;
    const isConstant =
      ts.isVariableDeclaration(declaration) &&
      (declaration.parent.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
    const value = isConstant && declaration.initializer && skipWrappers(declaration.initializer);
    return value && ts.isArrowFunction(value) ? value : undefined;
  }

  function simplified(node: ts.FunctionLikeDeclaration): SimpleFunction | undefined {
    const body = bodyOf(node);
    const parameters = node.parameters.map((parameter) =>
      checker.getSymbolAtLocation(parameter.name),
    );
    if (!body || !parameters.every((parameter) => parameter !== undefined)) return undefined;
    const isPlain = isPlainBody(body, {
      isKnownName: (name) => parameters.some((one) => one === checker.getSymbolAtLocation(name)),
      isField: (access) => isField(access) || simpleFunction(access) !== undefined,
      isMathCall: (call) => isMathCall(call),
    });
    return isPlain
      ? { declaration: node, body, parameters, uses: usesIn(checker, body) }
      : undefined;
  }

  /** A read that runs nothing: a field, a length, a member of an enum. */
  function isField(access: ts.PropertyAccessExpression): boolean {
    const symbol = checker.getSymbolAtLocation(access.name);
    if (!symbol) return false;
    const key = libraryKey(symbol);
    if (key !== undefined) return /^(Array|String|TypedArrayOf)\.length$/.test(key);
    return (symbol.flags & (ts.SymbolFlags.Property | ts.SymbolFlags.EnumMember)) !== 0;
  }

  function isMathCall(call: ts.CallExpression): boolean {
    const callee = skipWrappers(call.expression);
    const symbol = ts.isPropertyAccessExpression(callee)
      ? checker.getSymbolAtLocation(callee.name)
      : undefined;
    const key = symbol && libraryKey(symbol);
    return key !== undefined && /^Math\.(abs|min|max|floor|sqrt|imul)$/.test(key);
  }
}

/** The one expression that a function returns. */
function bodyOf(node: ts.FunctionLikeDeclaration): ts.Expression | undefined {
  if (node.asteriskToken || hasModifier(node, ts.SyntaxKind.AsyncKeyword)) return undefined;
  if (!node.body || !ts.isBlock(node.body)) return node.body;
  const [only, more] = node.body.statements;
  return only && !more && ts.isReturnStatement(only) ? only.expression : undefined;
}

/** As many arguments as parameters, all of them plain. */
function hasPlainArguments(call: ts.CallExpression, callee: ts.FunctionLikeDeclaration): boolean {
  if (call.arguments.length !== callee.parameters.length) return false;
  if (call.arguments.some(ts.isSpreadElement)) return false;
  return callee.parameters.every(
    (parameter) =>
      ts.isIdentifier(parameter.name) && !parameter.dotDotDotToken && !parameter.initializer,
  );
}
