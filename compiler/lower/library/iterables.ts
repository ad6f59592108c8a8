import type { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";

/** Who iterates, and how: the loop may change what it runs over. */
export interface IterationUse {
  readonly async?: boolean;
  readonly loop?: ts.ForOfStatement;
}

/** An expression as Python's `for` iterates it. */
export function lowerIterable(
  ctx: Lowering,
  node: ts.Expression,
  _use: IterationUse = {},
): py.Expression {
  return lowerExpression(ctx, node);
}
