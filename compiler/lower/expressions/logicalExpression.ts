import { ts } from "ts-morph";
import { isUsedAsStatement, outerParent, skipWrappers } from "../../facts/syntax.ts";
import { libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { hasNativeTruth, lowerCondition, truthOf } from "../values/condition.ts";
import { kindsOf } from "../values/kinds.ts";
import { isNullish } from "../values/nulls.ts";
import { choose, whenNeeded } from "../values/whenNeeded.ts";
import { lowerExpression } from "./lowerExpression.ts";

/** `a && b`, `a || b`, `a ?? b` as values. */
export function lowerLogical(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  const operator = node.operatorToken.kind;
  if (isUsedAsStatement(node) && operator !== ts.SyntaxKind.QuestionQuestionToken) {
    return lowerGuardedStatement(ctx, node, operator === ts.SyntaxKind.BarBarToken);
  }
  if (operator === ts.SyntaxKind.QuestionQuestionToken) return lowerNullish(ctx, node);
  const isOr = operator === ts.SyntaxKind.BarBarToken;
  if (isTestedOnly(node)) return lowerCondition(ctx, node);
  const left = lowerExpression(ctx, node.left);
  const lowerRight = () => lowerExpression(ctx, node.right);
  if (hasNativeTruth(ctx, node.left, ctx.typeOf(node.left))) {
    return whenNeeded(ctx, left, isOr, lowerRight);
  }
  const { first, again } = ctx.bind(left);
  const test = truthOf(ctx, first, node.left);
  return isOr
    ? choose(ctx, test, () => again, lowerRight)
    : choose(ctx, test, lowerRight, () => again);
}

/** `a && f();` is `if a: f()`. */
function lowerGuardedStatement(
  ctx: Lowering,
  node: ts.BinaryExpression,
  isOr: boolean,
): py.Expression {
  const test = lowerCondition(ctx, node.left);
  const right = ctx.capture(() => lowerExpression(ctx, node.right));
  const body = [...right.prerequisites];
  if (right.value.kind !== "name" && right.value.kind !== "literal") {
    body.push(py.expression(right.value));
  }
  ctx.prerequisite(py.ifThen(isOr ? py.not(test) : test, body));
  return py.noneValue();
}

/** `a ?? b` is `a if a is not None else b`; `counts.get(key) ?? 0` is `counts.get(key, 0)`. */
function lowerNullish(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  const left = lowerExpression(ctx, node.left);
  if (left.kind === "call" && isDictGet(ctx, node.left)) {
    const fallback = ctx.capture(() => lowerExpression(ctx, node.right));
    if (fallback.value.kind === "literal") {
      return py.call(left.callee, [...left.args, fallback.value]);
    }
  }
  const { first, again } = ctx.bind(left);
  const isMissing = isNullish(ctx, first, kindsOf(ctx, node.left));
  if (first === again && isMissing.kind === "compare") {
    return choose(
      ctx,
      py.isNotNone(first),
      () => again,
      () => lowerExpression(ctx, node.right),
    );
  }
  // The name is bound in the test, which Python evaluates first.
  return choose(
    ctx,
    isMissing,
    () => lowerExpression(ctx, node.right),
    () => again,
  );
}

/** `map.get(key)` of a dict none of whose values is None. */
function isDictGet(ctx: Lowering, node: ts.Expression): boolean {
  const call = skipWrappers(node);
  if (!ts.isCallExpression(call) || call.questionDotToken) return false;
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken) return false;
  const symbol = ctx.checker.getSymbolAtLocation(callee.name);
  if (!symbol || libraryKey(symbol) !== "Map.get" || !ctx.facts.maps.isPlain("Map")) return false;
  return ctx.facts.mapValuesArePresent();
}

/** Is only the truth of an expression used, as in the condition of an `if`? */
function isTestedOnly(node: ts.Expression): boolean {
  const parent = outerParent(node);
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) {
    return true;
  }
  return ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken;
}
