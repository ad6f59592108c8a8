import type { ts } from "ts-morph";
import { notInTheSubset } from "../../../diagnostics/catalogue/language.ts";
import { isInt } from "../../../facts/numberFacts.ts";
import { skipWrappers } from "../../../facts/syntax.ts";
import * as py from "../../../python/py.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Lowering } from "../../lowering.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { lowerParts } from "./arrayCopies.ts";
import { canReadTwice } from "./arrayEnds.ts";
import { contains, hasPlainEquality } from "./plainEquality.ts";
import { isSlicePosition, knownPosition } from "./positions.ts";
import { isAsserted } from "./resultUse.ts";

/** Methods that look for a value, or look at one place. */
export const arrayLookups: LibraryTable = {
  "Array.includes": lowerIncludes,
  "Array.indexOf": lowerIndexOf,
  "Array.lastIndexOf": (ctx, call) => {
    refuseSearchForHoles(ctx, call);
    return ctx.callHelper("array_last_index_of", ...lowerParts(ctx, call));
  },
  "Array.at": lowerAt,
};

/** `xs.includes(v)` is `v in xs` where Python's `==` is JavaScript's `===`, and v is not NaN. */
function lowerIncludes(ctx: Lowering, call: LibraryCall): py.Expression {
  const [list, value, start] = lowerParts(ctx, call);
  const [wanted, from] = call.args;
  if (!hasPlainEquality(ctx, call.receiver!, wanted!) || mayBeNaN(ctx, wanted!)) {
    return helper(ctx, "array_includes", list!, value!, start);
  }
  if (!from) return contains(ctx, list!, "in", value!);
  if (!isSlicePosition(ctx, from)) return helper(ctx, "array_includes", list!, value!, start);
  return contains(ctx, py.slice(list!, start), "in", value!);
}

/** `xs.indexOf(v)`: by Python's own search where that finds the same. */
function lowerIndexOf(ctx: Lowering, call: LibraryCall): py.Expression {
  refuseSearchForHoles(ctx, call);
  const [list, value, start] = lowerParts(ctx, call);
  const [wanted, from] = call.args;
  const isPlain =
    hasPlainEquality(ctx, call.receiver!, wanted!) && (!from || isSlicePosition(ctx, from));
  return helper(ctx, isPlain ? "list_index" : "array_index_of", list!, value!, start);
}

/** `xs.indexOf(undefined)` does not find holes, which are None too. */
function refuseSearchForHoles(ctx: Lowering, { receiver, args }: LibraryCall): void {
  if (ctx.facts.holes.of(receiver!) === "none") return;
  const kinds = ctx.facts.types.kinds(ctx.typeOf(args[0]!));
  if (!kinds.has("undefined") && !kinds.has("null") && !kinds.has("unknown")) return;
  if (ctx.typeOf(args[0]!).isTypeParameter()) return;
  const instead = "Use `findIndex`, which sees undefined in every place without a value.";
  ctx.report(args[0]!, notInTheSubset("A search for undefined in an array with holes", instead));
}

function helper(
  ctx: Lowering,
  name: string,
  list: py.Expression,
  value: py.Expression,
  start: py.Expression | undefined,
): py.Expression {
  return start ? ctx.callHelper(name, list, value, start) : ctx.callHelper(name, list, value);
}

function mayBeNaN(ctx: Lowering, node: ts.Expression): boolean {
  const { types, numbers } = ctx.facts;
  return types.mayBe(ctx.typeOf(node), "number") && numbers.of(skipWrappers(node)).nan;
}

/**
 * `xs.at(-1)`: plain where it is said that there is an element, otherwise
 *
 *     xs[-1] if xs else None
 */
function lowerAt(ctx: Lowering, call: LibraryCall): py.Expression {
  const { receiver, args } = call;
  const place = knownPosition(ctx, args[0]!);
  const list = () => lowerChainLink(ctx, receiver!);
  if (place === undefined) {
    const fact = ctx.facts.numbers.of(skipWrappers(args[0]!));
    const name = isInt(fact) && fact.lo >= 0 ? "item_or_none" : "array_at";
    return ctx.callHelper(name, ...lowerParts(ctx, call));
  }
  if (isAsserted(ctx, call.node)) return py.subscript(list(), py.int(place));
  const value = list();
  if ((place === -1 || place === 0) && canReadTwice(receiver!, value)) {
    return py.ifExp(value, py.subscript(value, py.int(place)), py.noneValue());
  }
  return ctx.callHelper("array_at", value, py.int(place));
}
