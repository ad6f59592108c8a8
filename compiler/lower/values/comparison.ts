import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerToNumber } from "../expressions/prefixUnary.ts";
import type { Lowering } from "../lowering.ts";
import { lowerComparedOperand } from "./comparedOperand.ts";
import { mayRunCode } from "./mayRunCode.ts";

const operators: ReadonlyMap<ts.SyntaxKind, py.CompareOperator> = new Map([
  [ts.SyntaxKind.LessThanToken, "<"],
  [ts.SyntaxKind.LessThanEqualsToken, "<="],
  [ts.SyntaxKind.GreaterThanToken, ">"],
  [ts.SyntaxKind.GreaterThanEqualsToken, ">="],
]);

/** `a < b`: the same in Python for two numbers and for two texts; of unknown types a helper finds out. */
export function lowerComparison(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  const { types } = ctx.facts;
  const operator = operators.get(node.operatorToken.kind);
  if (operator === undefined) throw new Error("not a comparison");
  const bothAre = (...kinds: Parameters<typeof types.isOnly>[1][]) =>
    types.isOnly(ctx.typeOf(node.left), ...kinds) && types.isOnly(ctx.typeOf(node.right), ...kinds);
  const isPlain = bothAre("number", "bigint") || bothAre("string");
  if (!isPlain && [node.left, node.right].some((side) => isNeverText(ctx, side))) {
    const [a, b] = lowerOrdered(ctx, [node.left, node.right], lowerToNumber);
    return py.compare(a!, operator, b!);
  }
  if (isPlain) return lowerPlainComparison(ctx, node, operator);
  const [left, right] = lowerOrdered(ctx, [node.left, node.right]);
  const isDate = (side: ts.Expression) => types.libraryClass(ctx.typeOf(side)) === "Date";
  if (isDate(node.left) && isDate(node.right)) {
    return py.compare(py.callMethod(left!, "getTime"), operator, py.callMethod(right!, "getTime"));
  }
  return py.compare(ctx.callHelper("compare_any", left!, right!), operator, py.int(0));
}

/** Two numbers or two texts, or what should be one and may be undefined all the same. */
function lowerPlainComparison(
  ctx: Lowering,
  node: ts.BinaryExpression,
  operator: py.CompareOperator,
): py.Expression {
  const { missing, order } = ctx.facts;
  const [isLeftSure, isRightSure] = [node.left, node.right].map(
    (side) => missing.comparedAs(side) === "present",
  );
  if (isLeftSure && isRightSure) {
    const [left, right] = lowerOrdered(ctx, [node.left, node.right]);
    return py.compare(left!, operator, right!);
  }
  // The tests leave the right side out, or come before the left one.
  const isOrdered = isLeftSure
    ? order.mustComeFirst(node.left, node.right)
    : mayRunCode(node.right) || order.mustComeFirst(node.right, node.left);
  if (!isOrdered) {
    const { value, prerequisites } = ctx.capture(() => {
      const left = lowerComparedOperand(ctx, node.left);
      const right = lowerComparedOperand(ctx, node.right);
      const guards = [left.guard, right.guard].filter((guard) => guard !== undefined);
      return [...guards, py.compare(left.value, operator, right.value)].reduce(py.and);
    });
    if (prerequisites.length === 0) return value;
  }
  const [left, right] = lowerOrdered(ctx, [node.left, node.right]);
  return py.compare(ctx.callHelper("compare_any", left!, right!), operator, py.int(0));
}

/** Two values are compared as numbers unless both are text, or become text. */
function isNeverText(ctx: Lowering, side: ts.Expression): boolean {
  return ctx.facts.types.isOnly(ctx.typeOf(side), "number", "boolean", "null", "undefined");
}
