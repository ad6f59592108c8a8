import { ts } from "ts-morph";
import { isAssignmentOperator, isIncrement } from "../../../facts/bindings.ts";
import { skipWrappers } from "../../../facts/syntax.ts";
import { libraryKey } from "../../../facts/typeFacts.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { lowerOrdered, stashAlways } from "../../expressions/lowerOrdered.ts";
import type { Lowering } from "../../lowering.ts";
import { lowerShown } from "./shownValue.ts";

/**
 * `console.log(xs, xs.pop())` shows `xs` without the element: objects are shown when all arguments have
 * been evaluated. Where a later argument may change what an earlier one shows, the arguments are put
 * into variables first.
 */
export function settledArguments(
  ctx: Lowering,
  args: readonly ts.Expression[],
): readonly ts.Expression[] {
  if (args.some(ts.isSpreadElement) || !mayChangeEarlier(ctx, args)) return args;
  const values = lowerOrdered(ctx, args, (inner, node) =>
    isUnknownProperty(ctx, node) ? lowerShown(inner, node) : lowerExpression(inner, node),
  );
  return args.map((node, index) => {
    const value = stashAlways(ctx, values[index]!);
    const type = isUnknownProperty(ctx, node) ? ctx.checker.getStringType() : ctx.typeOf(node);
    return ctx.standIn(value, type, node, ctx.facts.numbers.of(node));
  });
}

/** A property of something without type: whether it is null or undefined shows only where it is read. */
function isUnknownProperty(ctx: Lowering, node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  const isAccess = ts.isPropertyAccessExpression(bare) || ts.isElementAccessExpression(bare);
  return isAccess && ctx.facts.types.kinds(ctx.typeOf(bare)).has("unknown");
}

function mayChangeEarlier(ctx: Lowering, args: readonly ts.Expression[]): boolean {
  const first = args.findIndex((node) => isKnownElsewhere(ctx, node));
  return first >= 0 && args.slice(first + 1).some((node) => changesObjects(ctx, node));
}

/** An object that something other than the call may hold. */
function isKnownElsewhere(ctx: Lowering, node: ts.Expression): boolean {
  const { types } = ctx.facts;
  const bare = skipWrappers(node);
  const isMade =
    ts.isArrayLiteralExpression(bare) ||
    ts.isObjectLiteralExpression(bare) ||
    ts.isNewExpression(bare) ||
    ts.isFunctionLike(bare);
  const type = ctx.typeOf(bare);
  return !isMade && (types.mayBe(type, "array") || types.mayBe(type, "object"));
}

/** Does an expression run code that may change some object? */
function changesObjects(ctx: Lowering, node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isDeleteExpression(node) || ts.isAwaitExpression(node) || ts.isNewExpression(node)) {
    return true;
  }
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) return true;
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    if (isIncrement(node.operator)) return true;
  }
  if (ts.isCallExpression(node) && !isHarmless(ctx, node)) return true;
  return ts.forEachChild(node, (child) => changesObjects(ctx, child)) ?? false;
}

const changing =
  /^(Array|TypedArrayOf)\.(push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$|^(Weak)?(Map|Set)\.(set|add|delete|clear)$|^ObjectConstructor\.assign$|\.(next|return|throw|set)$/;

/** A built-in that leaves objects as they are, without functions of the program to call. */
function isHarmless(ctx: Lowering, node: ts.CallExpression): boolean {
  const callee = skipWrappers(node.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const key = symbol && libraryKey(symbol);
  return key !== undefined && !changing.test(key);
}
