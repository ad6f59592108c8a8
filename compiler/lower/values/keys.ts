import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { isRecord } from "./representation.ts";

/** `Object.keys(object)` as a list that later changes of the object do not touch. */
export function lowerKeys(
  ctx: Lowering,
  object: py.Expression,
  node: ts.Expression,
): py.Expression {
  if (isRecord(ctx, ctx.typeOf(node))) return py.callBuiltin("list", [object]);
  return ctx.callHelper("object_keys", object);
}
