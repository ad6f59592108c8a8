import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Lowering } from "../../lowering.ts";
import type { IterationUse } from "../iterables.ts";
import type { LibraryCall, LibraryIterationTable, LibraryTable } from "../libraryTypes.ts";
import { blankCount, holesOf } from "./blankArray.ts";

/** Iterators as values. */
export const arrayIterators: LibraryTable = {
  "Array.values": (ctx, { receiver }) => py.callBuiltin("iter", [lowerChainLink(ctx, receiver!)]),
  "Array.keys": (ctx, { receiver }) => ctx.callHelper("array_keys", lowerChainLink(ctx, receiver!)),
  "Array.entries": (ctx, { receiver }) =>
    ctx.callHelper("array_entries", lowerChainLink(ctx, receiver!)),
};

/** Iterators that are used up at once, by a loop or a spread. */
export const arrayIterations: LibraryIterationTable = {
  "Array.values": (ctx, { receiver }) => lowerChainLink(ctx, receiver!),
  "Array.keys": iterateKeys,
  "Array.entries": iterateEntries,
};

/** `xs.keys()` is `range(len(xs))` where the array does not change meanwhile. */
function iterateKeys(ctx: Lowering, call: LibraryCall, use: IterationUse): py.Expression {
  const receiver = call.receiver!;
  const blank = holesOf(ctx, receiver);
  if (blank) return py.callBuiltin("range", [blankCount(ctx, blank)]);
  const list = lowerChainLink(ctx, receiver);
  const isSteady = !use.loop || ctx.facts.arrays.during(use.loop.statement, receiver) === "none";
  return isSteady
    ? py.callBuiltin("range", [py.callBuiltin("len", [list])])
    : ctx.callHelper("array_keys", list);
}

/** `xs.entries()` is `enumerate(xs)` where the pairs are taken apart at once. */
function iterateEntries(ctx: Lowering, call: LibraryCall, use: IterationUse): py.Expression {
  const list = lowerChainLink(ctx, call.receiver!);
  return use.loop && takesPairsApart(use.loop)
    ? py.callBuiltin("enumerate", [list])
    : ctx.callHelper("array_entries", list);
}

/** `for (const [i, x] of ...)` */
function takesPairsApart({ initializer }: ts.ForOfStatement): boolean {
  if (!ts.isVariableDeclarationList(initializer)) return false;
  const { name } = initializer.declarations[0]!;
  return (
    ts.isArrayBindingPattern(name) &&
    name.elements.length <= 2 &&
    name.elements.every((element) => ts.isOmittedExpression(element) || !element.dotDotDotToken)
  );
}
