import type { ts } from "ts-morph";
import { mayBePromise } from "../../facts/promiseFlows.ts";
import * as py from "../../python/py.ts";
import { awaitResult } from "../async/awaitExpression.ts";
import { generatorName, isAsyncGenerator } from "../functions/generator.ts";
import { lowerIterable } from "../library/iterables.ts";
import type { Lowering } from "../lowering.ts";
import { isAsyncIterable } from "../statements/forOfStatement.ts";
import { lowerExpression } from "./lowerExpression.ts";

/** `yield x`, `yield* xs`; in an async generator `await gen.give(x)`. */
export function lowerYield(ctx: Lowering, node: ts.YieldExpression): py.Expression {
  const { expression } = node;
  if (isAsyncGenerator(ctx.scope.node)) return lowerAsyncYield(ctx, node, expression);
  const value = expression && lowerExpression(ctx, expression);
  return node.asteriskToken && value ? py.yieldFrom(value) : py.yieldValue(value);
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
  expression: ts.Expression | undefined,
): py.Expression {
  const give = (item: py.Expression) =>
    py.awaitValue(py.callMethod(py.name(generatorName), "give", [item]));
  if (!expression) return give(py.noneValue());
  if (!node.asteriskToken) {
    const value = lowerExpression(ctx, expression);
    return give(mayBePromise(ctx.typeOf(expression)) ? awaitResult(ctx, expression, value) : value);
  }
  const isAsync = isAsyncIterable(ctx, expression);
  const iterable = lowerIterable(ctx, expression, { async: isAsync });
  const item = py.name(ctx.fresh("item"));
  const given = isAsync ? item : py.awaitValue(ctx.callHelper("awaitable", item));
  ctx.prerequisite(py.forIn(item, iterable, [py.expression(give(given))], { async: isAsync }));
  return py.noneValue();
}
