import { ts } from "ts-morph";
import { isUsedAsStatement, skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { assignPattern } from "../destructuring/assignPattern.ts";
import type { Lowering } from "../lowering.ts";
import { truthOf } from "../values/condition.ts";
import { kindsOf } from "../values/kinds.ts";
import { mayRunCode } from "../values/mayRunCode.ts";
import { isNullish } from "../values/nulls.ts";
import { asKept, asRead } from "../values/residue.ts";
import { lowerText } from "../values/text.ts";
import { addAny } from "./addition.ts";
import { arithmetic } from "./arithmetic.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { stashAlways } from "./lowerOrdered.ts";
import { type Place, partsOf, placeOf } from "./place.ts";
import { storeAndStep } from "./steppedStore.ts";

/** `a = b`, `a += b`, `a ??= b` and their kin. */
export function lowerAssignment(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  const target = skipWrappers(node.left);
  const operator = node.operatorToken.kind;
  if (operator === ts.SyntaxKind.EqualsToken) {
    return ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)
      ? lowerPatternAssignment(ctx, node, target)
      : lowerPlainAssignment(ctx, node, target);
  }
  const place = placeOf(ctx, target);
  switch (operator) {
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return lowerLogicalAssignment(ctx, node, place);
    default:
      return lowerCompoundAssignment(ctx, node, place);
  }
}

/** `[a, b] = [b, a]`: the value of the expression is the right side. */
function lowerPatternAssignment(
  ctx: Lowering,
  node: ts.BinaryExpression,
  target: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression,
): py.Expression {
  if (isUsedAsStatement(node)) {
    ctx.prerequisite(...assignPattern(ctx, target, node.right));
    return py.noneValue();
  }
  const value = ctx.stash(lowerExpression(ctx, node.right));
  ctx.prerequisite(...assignPattern(ctx, target, node.right, value));
  return value;
}

/**
 * `a = b`: a statement, or `(a := b)` for a variable inside an expression. Python evaluates the value
 * before the target; where that shows, object and key go into variables before:
 *
 *     value = f()
 *     value.x = g()
 */
function lowerPlainAssignment(
  ctx: Lowering,
  node: ts.BinaryExpression,
  target: ts.Expression,
): py.Expression {
  if (storeAndStep(ctx, node, target)) return py.noneValue();
  const place = placeOf(ctx, target);
  const right = ctx.capture(() => lowerExpression(ctx, node.right));
  const isOrdered = place.target === undefined && isUsedAsStatement(node);
  const first = partsOf(target).filter((part) => ctx.facts.order.mustComeFirst(part, node.right));
  if (right.prerequisites.length > 0 || (first.length > 0 && !isOrdered)) {
    place.settle(first.some(ts.isIdentifier));
  }
  ctx.prerequisite(...right.prerequisites);
  return finish(ctx, node, place, asKept(ctx, target, node.right, right.value));
}

/** Writes the value, and gives it back where the assignment is used as an expression. */
function finish(
  ctx: Lowering,
  node: ts.BinaryExpression,
  place: Place,
  value: py.Expression,
): py.Expression {
  if (isUsedAsStatement(node)) {
    ctx.prerequisite(...place.write(value));
    return py.noneValue();
  }
  if (place.variable !== undefined) {
    return asRead(ctx, skipWrappers(node.left), node, py.walrus(place.variable, value));
  }
  const stashed = ctx.stash(value);
  ctx.prerequisite(...place.write(stashed));
  return stashed;
}

const plainOperators: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.PlusToken],
  [ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.MinusToken],
  [ts.SyntaxKind.AsteriskEqualsToken, ts.SyntaxKind.AsteriskToken],
  [ts.SyntaxKind.AsteriskAsteriskEqualsToken, ts.SyntaxKind.AsteriskAsteriskToken],
  [ts.SyntaxKind.SlashEqualsToken, ts.SyntaxKind.SlashToken],
  [ts.SyntaxKind.PercentEqualsToken, ts.SyntaxKind.PercentToken],
  [ts.SyntaxKind.LessThanLessThanEqualsToken, ts.SyntaxKind.LessThanLessThanToken],
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken, ts.SyntaxKind.GreaterThanGreaterThanToken],
  [
    ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken,
    ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  ],
  [ts.SyntaxKind.AmpersandEqualsToken, ts.SyntaxKind.AmpersandToken],
  [ts.SyntaxKind.BarEqualsToken, ts.SyntaxKind.BarToken],
  [ts.SyntaxKind.CaretEqualsToken, ts.SyntaxKind.CaretToken],
]);

/** `a += b`, as such in Python where the operation is Python's own. */
function lowerCompoundAssignment(
  ctx: Lowering,
  node: ts.BinaryExpression,
  place: Place,
): py.Expression {
  const operator = plainOperators.get(node.operatorToken.kind);
  if (operator === undefined) throw new Error("not a compound assignment");
  const isText =
    operator === ts.SyntaxKind.PlusToken && ctx.facts.types.isOnly(ctx.typeOf(node), "string");
  const right = ctx.capture(() =>
    isText ? lowerText(ctx, node.right) : lowerExpression(ctx, node.right),
  );
  const isQuiet = right.prerequisites.length === 0 && !mayRunCode(node.right);
  const isStashed = right.prerequisites.length > 0 && isReadFirst(ctx, node);
  if (right.prerequisites.length > 0) place.settle();
  if (isUsedAsStatement(node) && !isStashed && augment()) return py.noneValue();
  place.settle();
  const left = isStashed ? stashAlways(ctx, place.read()) : place.read();
  ctx.prerequisite(...right.prerequisites);
  return finish(ctx, node, place, combine(left));

  /** `target += value`, where that is what Python's operator makes of them. */
  function augment(): boolean {
    const { target } = place;
    if (place.update && isQuiet) {
      ctx.prerequisite(...place.update((element) => changed(element, combine(element))));
      return true;
    }
    const left = place.read();
    const result = target && ctx.capture(() => combine(left));
    if (result?.value.kind !== "binary" || result.value.left !== left) return false;
    const { operator, right: value } = result.value;
    ctx.prerequisite(
      ...right.prerequisites,
      ...result.prerequisites,
      py.augAssign(target!, operator, value),
    );
    place.noteWrite();
    return true;
  }

  function combine(current: py.Expression): py.Expression {
    const isJoin = isText && ctx.facts.types.isOnly(ctx.typeOf(node.left), "string");
    if (isJoin) return py.binary(current, "+", right.value);
    const isSum = operator === ts.SyntaxKind.PlusToken;
    const isKnown = [node.left, node.right].every((side) =>
      ctx.facts.types.isOnly(ctx.typeOf(side), "number", "bigint"),
    );
    if (isSum && !isKnown) return addAny(ctx, current, right.value);
    return arithmetic(ctx, { node, operator: operator!, left: current, right: right.value });
  }
}

/** May the right side change what is added to, so that it has to be read before? */
function isReadFirst(ctx: Lowering, node: ts.BinaryExpression): boolean {
  return ctx.facts.order.mustComeFirst(node.left, node.right);
}

/**
 * `a ??= b`
 *
 *     if a is None:
 *         a = b
 *
 * A property that is asked for the value is read once, as it may be an accessor.
 */
function lowerLogicalAssignment(
  ctx: Lowering,
  node: ts.BinaryExpression,
  place: Place,
): py.Expression {
  place.settle();
  const right = ctx.capture(() => lowerExpression(ctx, node.right));
  if (isUsedAsStatement(node) || place.variable !== undefined) {
    const test = logicalTest(ctx, node, place.read());
    ctx.prerequisite(py.ifThen(test, [...right.prerequisites, ...place.write(right.value)]));
    return isUsedAsStatement(node) ? py.noneValue() : ctx.stash(place.read());
  }
  const value = py.name(ctx.fresh("value"));
  ctx.prerequisite(
    py.assign(value, place.read()),
    py.ifThen(logicalTest(ctx, node, value), [
      ...right.prerequisites,
      py.assign(value, right.value),
      ...place.write(value),
    ]),
  );
  return value;
}

/** When is the right side assigned? */
function logicalTest(
  ctx: Lowering,
  node: ts.BinaryExpression,
  current: py.Expression,
): py.Expression {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return isNullish(ctx, current, kindsOf(ctx, node.left));
    case ts.SyntaxKind.BarBarEqualsToken:
      return py.not(truthOf(ctx, current, node.left));
    default:
      return truthOf(ctx, current, node.left);
  }
}

/** `xs[i] += value`, or `xs[i] = value` where it is more than one operator. */
function changed(target: py.Target, value: py.Expression): py.Statement {
  const isStep = value.kind === "binary" && value.left === target;
  return isStep ? py.augAssign(target, value.operator, value.right) : py.assign(target, value);
}
