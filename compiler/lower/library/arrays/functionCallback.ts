import { ts } from "ts-morph";
import { libraryMemberAsValue } from "../../../diagnostics/catalogue/language.ts";
import type { CallbackArgument } from "../../../facts/callbackMethods.ts";
import { anyNumber, type NumberFact } from "../../../facts/numberFacts.ts";
import { hasModifier, skipWrappers } from "../../../facts/syntax.ts";
import { libraryKey } from "../../../facts/typeFacts.ts";
import * as py from "../../../python/py.ts";
import { callbackPromise } from "../../async/promiseValue.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import type { Lowering } from "../../lowering.ts";
import type { LoopTarget } from "../../statements/forOfStatement.ts";
import { truthOf } from "../../values/condition.ts";
import { libraryMethods } from "../libraryTables.ts";
import type { Callback, CallbackRequest, SpareNames } from "./callback.ts";

/** How a callback that is a function value, not a literal, is called. */
interface Callee {
  /** How many arguments it takes; JavaScript drops those that are too many. */
  readonly arity: number;
  /** How many undefined values it wants besides, for parameters that it was given elsewhere. */
  readonly padding: number;
  call(args: readonly py.Expression[]): py.Expression;
}

/**
 * A callback that is not lowered in place: it is called with as many arguments as it takes.
 *
 *     xs.map(twice)        [twice(item) for item in xs]
 *     xs.map(parseInt)     [parse_int(item, i) for i, item in enumerate(xs)]
 */
export function lowerFunctionCallback(
  ctx: Lowering,
  node: ts.Expression,
  request: CallbackRequest,
  spare: SpareNames,
): Callback {
  const key = builtInKey(ctx, node);
  const callee =
    key === undefined ? functionCallee(ctx, node) : builtInCallee(ctx, node, key, request);
  const parameters: Partial<Record<CallbackArgument, LoopTarget>> = {};
  const args = request.method.passes.slice(0, callee.arity).map((role) => {
    const target = argumentName(ctx, role, spare);
    parameters[role] = { target, prologue: [] };
    return target;
  });
  const padding = Array.from({ length: callee.padding }, py.noneValue);
  const body = ctx.capture(() => {
    const result = callee.call([...args, ...padding]);
    const returned = returnType(ctx, node);
    if (request.wanted !== "condition" || !returned) return result;
    return truthOf(ctx, result, ctx.standIn(result, returned, node));
  });
  return {
    code: node,
    inlined: undefined,
    parameters,
    spare,
    body: { kind: "expression", ...body },
  };
}

function argumentName(ctx: Lowering, role: CallbackArgument, spare: SpareNames): py.Name {
  if (role === "value") return spare.item;
  if (role === "index") return spare.index;
  return py.name(ctx.fresh(role === "previous" ? "total" : "items"));
}

/** The key of a built-in function: `parseInt`, `Math.floor`, `Number`. */
function builtInKey(ctx: Lowering, node: ts.Expression): string | undefined {
  const bare = skipWrappers(node);
  const name = ts.isPropertyAccessExpression(bare) ? bare.name : bare;
  if (!ts.isIdentifier(name)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(name);
  return symbol && libraryKey(symbol);
}

function builtInCallee(
  ctx: Lowering,
  node: ts.Expression,
  key: string,
  request: CallbackRequest,
): Callee {
  const bare = skipWrappers(node);
  const lower = libraryMethods[key];
  const receiver = ts.isPropertyAccessExpression(bare) ? bare.expression : undefined;
  const isMethod = receiver && !isNamespace(ctx, receiver);
  if (!lower || isMethod || !ts.isCallExpression(node.parent)) {
    ctx.report(node, libraryMemberAsValue(key));
    return { arity: 0, padding: 0, call: () => py.noneValue() };
  }
  const call = node.parent;
  return {
    arity: parameterCount(ctx, node),
    padding: 0,
    call: (values) => {
      const args = values.map((value, index) => {
        const role = request.method.passes[index]!;
        const fact = role === "index" ? indexFact : anyNumber;
        return ctx.standIn(value, request.typeOf(role), node, fact);
      });
      return lower(ctx, { node: call, receiver, args });
    },
  };
}

const indexFact: NumberFact = {
  ...anyNumber,
  float: false,
  nan: false,
  infinite: false,
  negativeZero: false,
  lo: 0,
};

/** Is it `Math` or `Number`, whose functions need no object? */
function isNamespace(ctx: Lowering, node: ts.Expression): boolean {
  const symbol = ctx.checker.getSymbolAtLocation(node);
  return symbol !== undefined && libraryKey(symbol) !== undefined;
}

/**
 * A function as a value that is called with `count` arguments: one that takes fewer is wrapped.
 *
 *     xs.sort(byName)        array_sort(xs, lambda a, b: byName(a))
 */
export function lowerFunctionOf(ctx: Lowering, node: ts.Expression, count: number): py.Expression {
  const value = lowerExpression(ctx, node);
  const declaration = declarationOf(ctx, node);
  const arity = declaration ? declaredCount(declaration) : parameterCount(ctx, node);
  const padding = declaration ? paddingOf(ctx, declaration) : 0;
  if (arity + padding === count || arity >= count) return value;
  if (value.kind === "lambda" && padding === 0) {
    const unused = Array.from({ length: count - arity }, (_, i) => py.parameter(`_${i || ""}`));
    return py.lambda([...value.parameters, ...unused], value.body);
  }
  const callee = ctx.stash(value, "callback");
  const names = Array.from({ length: count }, (_, i) => ctx.fresh("ab"[i] ?? "x"));
  const args = Array.from({ length: arity + padding }, (_, i) => py.name(names[i]!));
  for (const name of names) ctx.release(py.name(name));
  return py.lambda(
    names.map((name) => py.parameter(name)),
    py.call(callee, args),
  );
}

/** Parameters that a function has been given besides its own; a function type says nothing of them. */
function paddingOf(ctx: Lowering, declaration: ts.SignatureDeclaration): number {
  return "body" in declaration && declaration.body
    ? ctx.facts.calls.extraArguments(declaration)
    : 0;
}

function functionCallee(ctx: Lowering, node: ts.Expression): Callee {
  const callee = ctx.stash(lowerExpression(ctx, node), "callback");
  const declaration = declarationOf(ctx, node);
  const isAsync = declaration !== undefined && hasModifier(declaration, ts.SyntaxKind.AsyncKeyword);
  const padding = declaration ? paddingOf(ctx, declaration) : 0;
  return {
    arity:
      boundCount(ctx, node) ??
      (declaration ? declaredCount(declaration) : parameterCount(ctx, node)),
    padding,
    call: (args) => {
      const call = py.call(callee, args);
      return isAsync && ts.isCallExpression(node.parent)
        ? callbackPromise(ctx, node.parent, call)
        : call;
    },
  };
}

/** The function that an expression is known to be. */
function declarationOf(ctx: Lowering, node: ts.Expression): ts.SignatureDeclaration | undefined {
  const bare = skipWrappers(node);
  if (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare)) return bare;
  const signature = ctx.typeOf(node).getCallSignatures()[0];
  const declaration = signature?.getDeclaration() as ts.SignatureDeclaration | undefined;
  const symbol = declaration && "symbol" in declaration ? declaration : undefined;
  if (!symbol || !ts.isFunctionDeclaration(symbol) || symbol.body) return symbol;
  const name = symbol.name && ctx.checker.getSymbolAtLocation(symbol.name);
  return name?.declarations?.find(
    (other): other is ts.FunctionDeclaration => ts.isFunctionDeclaration(other) && !!other.body,
  );
}

function declaredCount(declaration: ts.SignatureDeclaration): number {
  const own = declaration.parameters.filter(
    (p) => !(ts.isIdentifier(p.name) && p.name.text === "this"),
  );
  return own.some((p) => p.dotDotDotToken) ? Number.POSITIVE_INFINITY : own.length;
}

/** What `bind` gives says in a tuple what it takes: `(...args: [a: number]) => number`. */
function boundCount(ctx: Lowering, node: ts.Expression): number | undefined {
  const signature = ctx.facts.types.present(ctx.typeOf(node)).getCallSignatures()[0];
  const rest = signature?.parameters.at(-1);
  const declared = rest?.valueDeclaration;
  if (!declared || !ts.isParameter(declared) || !declared.dotDotDotToken) return undefined;
  const type = ctx.checker.getTypeOfSymbol(rest);
  if (!ctx.checker.isTupleType(type)) return undefined;
  const { fixedLength, hasRestElement } = (type as ts.TupleTypeReference).target;
  if (hasRestElement) return undefined;
  return signature!.parameters.length - 1 + fixedLength;
}

function parameterCount(ctx: Lowering, node: ts.Expression): number {
  const bound = boundCount(ctx, node);
  const signature = ctx.facts.types.present(ctx.typeOf(node)).getCallSignatures()[0];
  const declaration = signature?.getDeclaration() as ts.SignatureDeclaration | undefined;
  return bound ?? (declaration ? declaredCount(declaration) : (signature?.parameters.length ?? 1));
}

function returnType(ctx: Lowering, node: ts.Expression): ts.Type | undefined {
  const signature = ctx.facts.types.present(ctx.typeOf(node)).getCallSignatures()[0];
  return signature && ctx.checker.getReturnTypeOfSignature(signature);
}
