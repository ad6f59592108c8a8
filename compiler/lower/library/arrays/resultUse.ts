import { ts } from "ts-morph";
import { isUsedAsStatement, outerParent } from "../../../facts/syntax.ts";
import type { Lowering } from "../../lowering.ts";

/**
 * Does nobody look at the value of a call? `xs.push(1);`, `ys.forEach((y) => xs.push(y))`,
 * `done && xs.pop();`
 */
export function isResultUnused(ctx: Lowering, node: ts.Expression): boolean {
  if (isUsedAsStatement(node)) return true;
  const parent = outerParent(node);
  if (ts.isArrowFunction(parent)) return returnsNothing(ctx, parent);
  if (ts.isConditionalExpression(parent)) {
    return parent.condition !== node && isResultUnused(ctx, parent);
  }
  return (
    ts.isBinaryExpression(parent) &&
    isLogical(parent.operatorToken.kind) &&
    parent.right === node &&
    isUsedAsStatement(parent)
  );
}

function isLogical(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

/** Is an arrow given where its value is thrown away, as the callback of `forEach` is? */
function returnsNothing(ctx: Lowering, node: ts.ArrowFunction): boolean {
  const type = ctx.checker.getContextualType(node);
  const signature = type && ctx.checker.getNonNullableType(type).getCallSignatures()[0];
  const returned = signature && ctx.checker.getReturnTypeOfSignature(signature);
  return returned !== undefined && (returned.flags & ts.TypeFlags.Void) !== 0;
}

/** Is it said, by `!` or `as`, that the value is not undefined? */
export function isAsserted(ctx: Lowering, node: ts.Expression): boolean {
  for (let { parent } = node; ; { parent } = parent) {
    if (ts.isNonNullExpression(parent)) return true;
    if (ts.isAsExpression(parent) || ts.isTypeAssertionExpression(parent)) {
      return !ctx.facts.types.mayBe(ctx.typeOf(parent), "undefined");
    }
    if (!ts.isParenthesizedExpression(parent) && !ts.isSatisfiesExpression(parent)) return false;
  }
}
