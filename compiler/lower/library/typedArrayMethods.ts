import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { arrayMethods } from "./arrayMethods.ts";
import { lowerParts } from "./arrays/arrayCopies.ts";
import { lowerFunctionOf } from "./arrays/functionCallback.ts";
import type { LibraryCall, LibraryLowering, LibraryTable } from "./libraryTypes.ts";
import { classOfReceiver, makeTyped } from "./typedArrays.ts";

/** Methods that only look at the elements: Python's buffers are read as lists are. */
const reading = [
  "entries",
  "every",
  "find",
  "findIndex",
  "findLast",
  "findLastIndex",
  "forEach",
  "join",
  "keys",
  "reduce",
  "reduceRight",
  "some",
  "toString",
];

/** The methods that typed arrays have in common with arrays. */
export const typedArrayElements: LibraryTable = {
  ...Object.fromEntries(
    reading.map((name) => [`TypedArrayOf.${name}`, arrayMethods[`Array.${name}`]!]),
  ),
  "TypedArrayOf.at": helper("array_at"),
  "TypedArrayOf.includes": helper("array_includes"),
  "TypedArrayOf.indexOf": helper("array_index_of"),
  "TypedArrayOf.lastIndexOf": helper("array_last_index_of"),
  "TypedArrayOf.map": (ctx, call) => {
    const values = arrayMethods["Array.map"]!(ctx, call);
    const name = classOfReceiver(ctx, call);
    const isFloat = name.startsWith("Float");
    return makeTyped(ctx, name, isFloat ? values : ctx.callHelper("whole_numbers", values));
  },
  "TypedArrayOf.filter": (ctx, call) =>
    makeTyped(ctx, classOfReceiver(ctx, call), arrayMethods["Array.filter"]!(ctx, call)),
  "TypedArrayOf.sort": (ctx, call) => changed(ctx, call, sorted),
  "TypedArrayOf.reverse": (ctx, call) => changed(ctx, call, reversed),
  "TypedArrayOf.copyWithin": (ctx, call) => changed(ctx, call, copied),
  "TypedArrayOf.toSorted": (ctx, call) => remade(ctx, call, sorted),
  "TypedArrayOf.toReversed": (ctx, call) => remade(ctx, call, reversed),
  "TypedArrayOf.with": (ctx, call) => remade(ctx, call, withOne),
};

function helper(name: string): LibraryLowering {
  return (ctx, call) => ctx.callHelper(name, ...lowerParts(ctx, call));
}

/** Works on a list of the elements. */
type ListWork = (
  ctx: Lowering,
  call: LibraryCall,
  list: py.Expression,
  args: readonly py.Expression[],
) => py.Expression;

const sorted: ListWork = (ctx, { args }, list) =>
  args[0]
    ? ctx.callHelper("array_sort", list, lowerFunctionOf(ctx, args[0], 2))
    : ctx.callHelper("sort_values", list);

const reversed: ListWork = (_ctx, _call, list) => py.slice(list, undefined, undefined, py.int(-1));

const copied: ListWork = (ctx, _call, list, args) =>
  ctx.callHelper("array_copy_within", list, ...args);

const withOne: ListWork = (ctx, _call, list, args) =>
  ctx.callHelper("whole_numbers", ctx.callHelper("array_with", list, ...args));

/** The same array with other elements. */
function changed(ctx: Lowering, call: LibraryCall, work: ListWork): py.Expression {
  const { array, args } = partsOf(ctx, call);
  const list = py.callBuiltin("list", [array]);
  return ctx.callHelper("typed_replace", array, work(ctx, call, list, args));
}

function remade(ctx: Lowering, call: LibraryCall, work: ListWork): py.Expression {
  const { array, args } = partsOf(ctx, call);
  const list = py.callBuiltin("list", [array]);
  return makeTyped(ctx, classOfReceiver(ctx, call), work(ctx, call, list, args));
}

/** The array in a variable; a comparison is lowered where it is used. */
function partsOf(
  ctx: Lowering,
  call: LibraryCall,
): { readonly array: py.Expression; readonly args: readonly py.Expression[] } {
  const isSort = /sort$/i.test(call.node.expression.getText());
  const [array, ...args] = lowerParts(ctx, isSort ? { ...call, args: [] } : call);
  return { array: ctx.stash(array!, "items"), args };
}
