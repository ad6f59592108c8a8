import type { ts } from "ts-morph";
import { isInt } from "../../../facts/numberFacts.ts";
import { skipWrappers } from "../../../facts/syntax.ts";
import type { Lowering } from "../../lowering.ts";

/** Is a position an int or left out, so that Python's slices take it as JavaScript's methods do? */
export function isSlicePosition(ctx: Lowering, node: ts.Expression): boolean {
  const { types, numbers } = ctx.facts;
  const type = ctx.typeOf(node);
  if (types.isOnly(type, "undefined")) return true;
  return types.isOnly(type, "number", "undefined") && isInt(numbers.of(skipWrappers(node)));
}

/** Is it an int that never counts from the end? */
export function isPlainIndex(ctx: Lowering, node: ts.Expression): boolean {
  const { types, numbers } = ctx.facts;
  const fact = numbers.of(skipWrappers(node));
  return types.isOnly(ctx.typeOf(node), "number") && isInt(fact) && fact.lo >= 0;
}

/** The exact value of a position, where it is known. */
export function knownPosition(ctx: Lowering, node: ts.Expression): number | undefined {
  const fact = ctx.facts.numbers.of(skipWrappers(node));
  return isInt(fact) && fact.lo === fact.hi ? fact.lo : undefined;
}
