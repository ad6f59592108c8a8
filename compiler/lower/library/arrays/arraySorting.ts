import { ts } from "ts-morph";
import { nullOrUndefined } from "../../../diagnostics/catalogue/language.ts";
import { skipParentheses } from "../../../facts/inlinedCallbacks.ts";
import * as py from "../../../python/py.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Lowering } from "../../lowering.ts";
import { lowerText } from "../../values/text.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { copiedArray } from "./arrayUpdates.ts";
import { argumentType } from "./callbackCall.ts";
import { lowerFunctionOf } from "./functionCallback.ts";
import { lowerSortKey } from "./sortKey.ts";
import { type Comparator, type SortKey, sortKeysOf } from "./sortKeys.ts";

export const arraySorting: LibraryTable = {
  "Array.sort": (ctx, call) => lowerSort(ctx, call, (list) => list),
  "Array.toSorted": (ctx, call) => lowerSort(ctx, call, (list) => copyOf(ctx, call, list)),
};

/** A sorted copy sorts a copy; an array that nothing else holds is its own. */
function copyOf(ctx: Lowering, { receiver }: LibraryCall, list: py.Expression): py.Expression {
  const isFresh = ctx.facts.arrays.identity.isFresh(receiver!) && !copiedArray(ctx, receiver!);
  return isFresh ? list : py.slice(list);
}

/**
 * JavaScript's sort is stable, and takes undefined last. Python's `list.sort` is neither, and slow on
 * what is sorted already, so it runs inside helpers:
 *
 *     sort_values(xs)                          numbers by `a - b`, texts
 *     sort_by(xs, lambda a: a.x)               a comparison of keys
 *     sort_numbers(xs, lambda a, b: a - b)     numbers among which a NaN may be
 *     array_sort(xs, lambda a, b: ...)         any other comparison
 */
function lowerSort(
  ctx: Lowering,
  call: LibraryCall,
  target: (list: py.Expression) => py.Expression,
): py.Expression {
  const element = argumentType(ctx, call.receiver!, "value");
  const { types } = ctx.facts;
  const [comparator] = call.args;
  const mayBeMissing = types.mayBeNone(element) || ctx.facts.holes.of(call.receiver!) !== "none";
  if (!comparator || types.isOnly(ctx.typeOf(comparator), "undefined")) {
    return sortByText(ctx, call, target(lowerChainLink(ctx, call.receiver!)), element);
  }
  const bare = skipParentheses(comparator);
  const isLiteral = ts.isArrowFunction(bare) || ts.isFunctionExpression(bare);
  const keys = isLiteral && !mayBeMissing ? sortKeysOf(ctx, bare) : undefined;
  const byKeys = keys && sortByKeys(ctx, call, bare as Comparator, keys, target);
  if (byKeys) return byKeys;
  const [list, compare] = inOrder(ctx, [
    () => target(lowerChainLink(ctx, call.receiver!)),
    () => lowerFunctionOf(ctx, comparator, 2),
  ]);
  if (!types.mayBeNone(ctx.typeOf(comparator))) return sortWith(ctx, call, list!, compare!);
  const values = ctx.stash(list!, "items");
  const given = ctx.stash(compare!, "compare");
  const byText = sortByText(ctx, call, values, element);
  return py.ifExp(py.isNone(given), byText, sortWith(ctx, call, values, given));
}

function sortWith(
  ctx: Lowering,
  call: LibraryCall,
  list: py.Expression,
  compare: py.Expression,
): py.Expression {
  const kinds = ctx.facts.types.kinds(argumentType(ctx, call.receiver!, "value"));
  if (!ctx.facts.nulls.areObjects && kinds.has("null") && kinds.has("undefined")) {
    ctx.report(call.node, nullOrUndefined("This sort"));
  }
  const isCompared = !ctx.facts.nulls.areObjects && kinds.has("null") && !kinds.has("undefined");
  return ctx.callHelper("array_sort", list, compare, ...(isCompared ? [py.bool(false)] : []));
}

/** Without a comparison the texts of the elements are compared. */
function sortByText(
  ctx: Lowering,
  call: LibraryCall,
  list: py.Expression,
  element: ts.Type,
): py.Expression {
  const { types } = ctx.facts;
  const hasAll = ctx.facts.holes.of(call.receiver!) === "none";
  if (hasAll && types.isOnly(element, "string")) return ctx.callHelper("sort_values", list);
  if (hasAll && types.isOnly(element, "number", "boolean", "bigint")) {
    const item = py.name(ctx.fresh("item"));
    const fact = ctx.facts.numbers.elementsOf(call.receiver!);
    const text = lowerText(ctx, ctx.standIn(item, element, call.receiver!, fact));
    ctx.release(item);
    const isHelper =
      text.kind === "call" && text.args.length === 1 && text.args[0] === item && !text.keywords[0];
    return ctx.callHelper(
      "sort_by",
      list,
      isHelper ? text.callee : py.lambda([py.parameter(item.id)], text),
    );
  }
  const kinds = types.kinds(element);
  if (!ctx.facts.nulls.areObjects && kinds.has("null") && kinds.has("undefined")) {
    ctx.report(call.node, nullOrUndefined("This sort"));
  }
  const none = kinds.has("null") && !ctx.facts.nulls.areObjects ? [py.str("null")] : [];
  return ctx.callHelper("sort_texts", list, ...none);
}

/** `[...map]` of a dict whose keys are texts: its fact says that the comparison ends in the keys. */
function isOfDistinctTexts(ctx: Lowering, receiver: ts.Expression): boolean {
  const list = skipParentheses(receiver);
  const [spread] = ts.isArrayLiteralExpression(list) ? list.elements : [];
  if (!spread || !ts.isSpreadElement(spread)) return false;
  const type = ctx.facts.types.present(ctx.typeOf(spread.expression));
  if (ctx.facts.types.libraryClass(type) !== "Map" || !ctx.facts.maps.isPlain("Map")) return false;
  const [key] = ctx.checker.getTypeArguments(type as ts.TypeReference);
  return key !== undefined && ctx.facts.types.isOnly(key, "string");
}

/** A comparison of keys: one, or a tuple of several. */
function sortByKeys(
  ctx: Lowering,
  call: LibraryCall,
  comparator: Comparator,
  keys: readonly SortKey[],
  target: (list: py.Expression) => py.Expression,
): py.Expression | undefined {
  const isSingle = keys.length === 1;
  const isReversed = isSingle && keys[0]!.descending;
  if (!isSingle && keys.some((key) => key.descending && key.kind === "text")) return undefined;
  const key = lowerSortKey(ctx, comparator, keys, !isReversed);
  if (!key) return undefined;
  const list = target(lowerChainLink(ctx, call.receiver!));
  const reverse = isReversed ? [py.bool(true)] : [];
  // Keys that all differ need no stable sort, and a dict of texts gives them in no order at all.
  if (isOfDistinctTexts(ctx, call.receiver!)) {
    const keywords = [py.keyword("key", key), ...reverse.map((yes) => py.keyword("reverse", yes))];
    return py.call(py.name("sorted"), [list], keywords);
  }
  const isElement = isSingle && key.body.kind === "name" && key.body.id === key.parameters[0]!.name;
  if (isSingle && keys[0]!.kind === "number" && ctx.facts.numbers.of(keys[0]!.key).nan) {
    const compare = lowerFunctionOf(ctx, comparator, 2);
    return isElement
      ? ctx.callHelper("sort_numbers", list, compare, ...reverse)
      : ctx.callHelper("sort_by_numbers", list, key, compare, ...reverse);
  }
  return isElement
    ? ctx.callHelper("sort_values", list, ...reverse)
    : ctx.callHelper("sort_by", list, key, ...reverse);
}
