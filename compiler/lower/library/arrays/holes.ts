import type { ts } from "ts-morph";
import { notInTheSubset } from "../../../diagnostics/catalogue/language.ts";
import * as py from "../../../python/py.ts";
import type { Lowering } from "../../lowering.ts";

/**
 * What a method that leaves holes out has to do: look for them where the array may have some. Holes are
 * None, and so told from elements where no element is. Elsewhere a write that would make a hole raises
 * (`mayNotGape`), or the program is refused.
 */
export function mustSkipHoles(ctx: Lowering, array: ts.Expression): boolean {
  const holes = ctx.facts.holes.of(array);
  if (holes === "none") return false;
  const { types } = ctx.facts;
  const element = types.present(ctx.typeOf(array)).getNumberIndexType();
  const kinds = element && types.kinds(element);
  if (!kinds) return false;
  const isGeneric = element.isTypeParameter();
  const isOpen = kinds.has("unknown") && !isGeneric;
  if (isOpen && holes === "possible") return false;
  if (!isOpen && ctx.facts.holes.mayNotGape(array)) return false;
  if (isOpen || kinds.has("undefined") || kinds.has("null")) {
    const instead = "Write `Array.from({ length: n }, ...)`, or fill the array first.";
    ctx.report(array, notInTheSubset("An array with holes", instead));
    return false;
  }
  return true;
}

/** `[x for x in xs if x is not None]` */
export function withoutHoles(ctx: Lowering, list: py.Expression): py.Expression {
  const item = py.name(ctx.fresh("item"));
  ctx.release(item);
  return py.listComp(item, item, list, [py.isNotNone(item)]);
}

/** The indices that have an element, as texts; with `elements` pairs of index and element. */
export function filledIndices(
  ctx: Lowering,
  list: py.Expression,
  wanted: "keys" | "entries",
): py.Expression {
  const index = py.name(ctx.fresh("i"));
  const item = py.name(ctx.fresh("item"));
  ctx.release(index);
  ctx.release(item);
  const key = py.callBuiltin("str", [index]);
  const value = wanted === "keys" ? key : py.list([key, item]);
  const pairs = py.callBuiltin("enumerate", [list]);
  return py.listComp(value, py.tuple([index, item]), pairs, [py.isNotNone(item)]);
}
