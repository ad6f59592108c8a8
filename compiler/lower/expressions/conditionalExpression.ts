import type { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import { choose } from "../values/whenNeeded.ts";
import { lowerExpression } from "./lowerExpression.ts";

/** `test ? a : b` is `a if test else b`. */
export function lowerConditionalExpression(
  ctx: Lowering,
  node: ts.ConditionalExpression,
): py.Expression {
  return choose(
    ctx,
    lowerCondition(ctx, node.condition),
    () => lowerExpression(ctx, node.whenTrue),
    () => lowerExpression(ctx, node.whenFalse),
  );
}
