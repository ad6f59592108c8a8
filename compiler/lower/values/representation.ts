import type { ts } from "ts-morph";
import type { PropertyAccess } from "../../facts/objectFacts.ts";
import type { Lowering } from "../lowering.ts";

/** How the properties of objects of a type are reached; null and undefined are left out. */
export function accessOf(ctx: Lowering, type: ts.Type): PropertyAccess {
  return ctx.facts.objects.access(type);
}

/** Is every object of this type a dict, or an `Obj` that is used like one? */
export function isRecord(ctx: Lowering, type: ts.Type): boolean {
  const access = accessOf(ctx, type);
  return access === "dict" || access === "obj";
}
