import type { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import { bitsOf, unsigned } from "../values/residue.ts";
import { choose } from "../values/whenNeeded.ts";
import { lowerExpression } from "./lowerExpression.ts";

/** `test ? a : b` is `a if test else b`. */
export function lowerConditionalExpression(
  ctx: Lowering,
  node: ts.ConditionalExpression,
): py.Expression {
  const isResidue = ctx.facts.numbers.residue(node) === "unsigned";
  const branch = (expression: ts.Expression) => {
    const value = lowerExpression(ctx, expression);
    return isResidue ? unsigned(bitsOf(ctx, expression, value)) : value;
  };
  return choose(
    ctx,
    lowerCondition(ctx, node.condition),
    () => branch(node.whenTrue),
    () => branch(node.whenFalse),
  );
}
