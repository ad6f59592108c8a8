import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { joinParts, lowerElement } from "../../expressions/arrayLiteral.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Lowering } from "../../lowering.ts";
import { isRepeatable } from "../../values/repeatable.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { lowerParts } from "./arrayCopies.ts";
import { canReadTwice } from "./arrayEnds.ts";
import { isPlainIndex, isSlicePosition, knownPosition } from "./positions.ts";
import { isResultUnused } from "./resultUse.ts";

export const arraySplicing: LibraryTable = {
  "Array.splice": lowerSplice,
};

/**
 * `xs.splice(i, n, ...items)` whose result nobody looks at:
 *
 *     del xs[i:]                   without a count
 *     xs.insert(i, a)              nothing removed, one item
 *     del xs[i:i + n]              nothing inserted
 *     xs[i:i + n] = [a, b]
 */
function lowerSplice(ctx: Lowering, call: LibraryCall): py.Expression {
  const [start, count, ...items] = call.args;
  if (isResultUnused(ctx, call.node) && !call.args.slice(0, 2).some(ts.isSpreadElement)) {
    if (!count && isSlicePosition(ctx, start!)) return deleteRest(ctx, call);
    if (
      count &&
      knownPosition(ctx, count) === 0 &&
      isSingle(items) &&
      isSlicePosition(ctx, start!)
    ) {
      return insertOne(ctx, call);
    }
    if (count && isPlainIndex(ctx, start!) && isPlainIndex(ctx, count)) {
      return assignSlice(ctx, call, items);
    }
  }
  return ctx.callHelper("array_splice", ...lowerParts(ctx, call));
}

function isSingle(items: readonly ts.Expression[]): boolean {
  return items.length === 1 && !ts.isSpreadElement(items[0]!);
}

function deleteRest(ctx: Lowering, call: LibraryCall): py.Expression {
  const [list, start] = lowerParts(ctx, call);
  ctx.prerequisite(py.deleteTarget(py.slice(list!, start)));
  return py.noneValue();
}

/** Python's `insert` takes any int, as JavaScript does. */
function insertOne(ctx: Lowering, call: LibraryCall): py.Expression {
  const [list, start, , item] = lowerParts(ctx, call);
  return py.callMethod(list!, "insert", [start!, item!]);
}

function assignSlice(
  ctx: Lowering,
  call: LibraryCall,
  items: readonly ts.Expression[],
): py.Expression {
  const [list, start, count, ...values] = inOrder(ctx, [
    () => lowerChainLink(ctx, call.receiver!),
    ...call.args.map((arg) => () => lowerElement(ctx, arg)),
  ]);
  const target = canReadTwice(call.receiver!, list!) ? list! : ctx.stash(list!, "items");
  const from = isRepeatable(start!) ? start! : ctx.stash(start!, "start");
  const place = py.slice(target, from, pastEnd(from, count!));
  if (items.length === 0) ctx.prerequisite(py.deleteTarget(place));
  else ctx.prerequisite(py.assign(place, listOf(items, values)));
  return py.noneValue();
}

/** What is assigned to a slice must be a list. */
function listOf(items: readonly ts.Expression[], values: readonly py.Expression[]): py.Expression {
  const joined = joinParts(items, values);
  return items.length === 1 && ts.isSpreadElement(items[0]!)
    ? py.callBuiltin("list", [joined])
    : joined;
}

/** `i + n`; a sum of literals is written out. */
function pastEnd(start: py.Expression, count: py.Expression): py.Expression {
  if (isIntLiteral(start) && isIntLiteral(count)) {
    return py.int(BigInt(start.text) + BigInt(count.text));
  }
  return isIntLiteral(start) && start.text === "0" ? count : py.binary(start, "+", count);
}

function isIntLiteral(
  value: py.Expression,
): value is Extract<py.Literal, { readonly type: "int" }> {
  return value.kind === "literal" && value.type === "int";
}
