import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { lowerExpression } from "./lowerExpression.ts";

/** `yield x`, `yield* xs` */
export function lowerYield(ctx: Lowering, node: ts.YieldExpression): py.Expression {
  const value = node.expression ? lowerExpression(ctx, node.expression) : undefined;
  if (node.asteriskToken && value) return py.yieldFrom(value);
  return py.yieldValue(value);
}
