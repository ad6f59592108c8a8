import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { generatorName, isAsyncGenerator } from "../functions/generator.ts";
import type { Lowering } from "../lowering.ts";
import { lowerExpression } from "./lowerExpression.ts";

/** `yield x`, `yield* xs`; in an async generator `await gen.give(x)`. */
export function lowerYield(ctx: Lowering, node: ts.YieldExpression): py.Expression {
  const value = node.expression ? lowerExpression(ctx, node.expression) : undefined;
  if (isAsyncGenerator(ctx.scope.node)) return lowerAsyncYield(ctx, node, value);
  if (node.asteriskToken && value) return py.yieldFrom(value);
  return py.yieldValue(value);
}

/**
 * `yield* inner()` in an async generator hands on every item:
 *
 *     async for item in inner():
 *         await gen.give(item)
 */
function lowerAsyncYield(
  ctx: Lowering,
  node: ts.YieldExpression,
  value: py.Expression | undefined,
): py.Expression {
  const give = (item: py.Expression) =>
    py.awaitValue(py.callMethod(py.name(generatorName), "give", [item]));
  if (!node.asteriskToken || !value) return give(value ?? py.noneValue());
  const item = py.name(ctx.fresh("item"));
  ctx.prerequisite(py.forIn(item, value, [py.expression(give(item))], { async: true }));
  return py.noneValue();
}
