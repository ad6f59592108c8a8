import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";

/** `await p`; a value that cannot be a promise is not awaited, which Python refuses. */
export function lowerAwait(ctx: Lowering, node: ts.AwaitExpression): py.Expression {
  const value = lowerExpression(ctx, node.expression);
  const type = ctx.typeOf(node.expression);
  const awaited = ctx.checker.getAwaitedType(type);
  if (awaited === type && ctx.facts.types.kinds(type).has("unknown") === false) return value;
  if (mayBePlain(ctx, type)) return py.awaitValue(ctx.callHelper("awaitable", value));
  return py.awaitValue(value);
}

/** May the value be something other than a promise, as `Promise<T> | T`? */
function mayBePlain(ctx: Lowering, type: ts.Type): boolean {
  return ctx.facts.types
    .members(type)
    .some((member) => ctx.checker.getAwaitedType(member) === member);
}
