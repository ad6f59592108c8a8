import type { ts } from "ts-morph";
import type { ValueKind } from "../../facts/typeFacts.ts";
import type { Lowering } from "../lowering.ts";

/** The kinds of values that an expression gives, with the undefined that its type may leave out. */
export function kindsOf(ctx: Lowering, node: ts.Expression): ReadonlySet<ValueKind> {
  const type = ctx.typeOf(node);
  const { types, missing } = ctx.facts;
  if (ctx.valueOfStandIn(node) !== undefined || ctx.conversions.of(node)) return types.kinds(type);
  if (type === ctx.checker.getTypeAtLocation(node)) return missing.kindsOf(node);
  const kinds = types.kinds(type);
  return missing.mayBeUndefined(node) ? new Set([...kinds, "undefined"]) : kinds;
}

/** Is every value of an expression of one of these kinds? */
export function isOnlyOf(kinds: ReadonlySet<ValueKind>, ...allowed: readonly ValueKind[]): boolean {
  return kinds.size > 0 && [...kinds].every((kind) => allowed.includes(kind));
}
