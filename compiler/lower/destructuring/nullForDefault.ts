import type { ts } from "ts-morph";
import { nullOrUndefined } from "../../diagnostics/catalogue/language.ts";
import type { Lowering } from "../lowering.ts";

/** A default stands in for undefined, never for null: where a value may be null, None could be either. */
export function refuseNullForDefault(
  ctx: Lowering,
  node: ts.Node,
  type: ts.Type,
  fallback: ts.Expression,
): void {
  const { types } = ctx.facts;
  if (ctx.facts.nulls.areObjects) return;
  const kinds = types.kinds(type);
  const isUnknown = ctx.facts.nulls.canBeObjects && kinds.has("unknown");
  const mayBeNull = kinds.has("null") || (isUnknown && ctx.facts.objects.writesNull());
  if (!mayBeNull || types.isOnly(ctx.typeOf(fallback), "null")) return;
  ctx.report(node, nullOrUndefined("This default"));
}
