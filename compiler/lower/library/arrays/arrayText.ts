import * as py from "../../../python/py.ts";
import type { Lowering } from "../../lowering.ts";
import { lowerText } from "../../values/text.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { lowerParts } from "./arrayCopies.ts";
import { argumentType } from "./callbackCall.ts";
import { comprehensionOf, fuseComprehensions } from "./fusion.ts";
import { canSwap } from "./plainEquality.ts";

export const arrayTexts: LibraryTable = {
  "Array.join": lowerJoin,
  "Array.toString": lowerJoin,
};

/**
 * `xs.join(", ")`
 *
 *     ", ".join(names)
 *     ", ".join([str(n) for n in numbers])
 *
 * What is undefined, or null, has no text: where that can be the helper knows it.
 */
function lowerJoin(ctx: Lowering, call: LibraryCall): py.Expression {
  const element = argumentType(ctx, call.receiver!, "value");
  const { types } = ctx.facts;
  const isPlain =
    types.isOnly(element, "string", "number", "bigint", "boolean") &&
    ctx.facts.holes.of(call.receiver!) === "none";
  const isText = !call.args[0] || types.isOnly(ctx.typeOf(call.args[0]), "string");
  const [list, separator] = lowerParts(ctx, call);
  const joint = separator ?? py.str(",");
  if (!isPlain || !isText || !canSwap(ctx, joint, list!)) {
    return ctx.callHelper("array_join", list!, ...(separator ? [separator] : []));
  }
  return py.callMethod(joint, "join", [textsOf(ctx, call, list!)]);
}

/** The elements as texts. */
function textsOf(ctx: Lowering, { receiver }: LibraryCall, list: py.Expression): py.Expression {
  const element = argumentType(ctx, receiver!, "value");
  if (ctx.facts.types.isOnly(element, "string")) return list;
  const item = py.name(ctx.fresh("item"));
  const fact = ctx.facts.numbers.elementsOf(receiver!);
  const text = lowerText(ctx, ctx.standIn(item, element, receiver!, fact));
  ctx.release(item);
  const head = { value: text, target: item, iterable: list, conditions: [] };
  return comprehensionOf(fuseComprehensions(ctx, head));
}
