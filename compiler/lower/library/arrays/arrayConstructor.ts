import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { joinParts, lowerElement } from "../../expressions/arrayLiteral.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { lowerOrdered } from "../../expressions/lowerOrdered.ts";
import type { Lowering } from "../../lowering.ts";
import type { LibraryConstructorTable, LibraryTable } from "../libraryTypes.ts";
import { lowerArrayFrom } from "./arrayFrom.ts";
import { blankCount, holesOf } from "./blankArray.ts";

export const arrayStatics: LibraryTable = {
  Array: (ctx, { node }) => lowerArrayConstructor(ctx, node),
  "ArrayConstructor.from": lowerArrayFrom,
  "ArrayConstructor.of": (ctx, { args }) => joinParts(args, lowerOrdered(ctx, args, lowerElement)),
  "ArrayConstructor.isArray": (ctx, { args }) =>
    py.callBuiltin("isinstance", [lowerExpression(ctx, args[0]!), py.name("list")]),
};

export const arrayConstructors: LibraryConstructorTable = {
  Array: lowerArrayConstructor,
};

/** `new Array(n)` is `[None] * n`; of several values, or of one that is no number, `[a, b]`. */
function lowerArrayConstructor(
  ctx: Lowering,
  node: ts.NewExpression | ts.CallExpression,
): py.Expression {
  const args = node.arguments ?? [];
  const blank = holesOf(ctx, node);
  if (blank) return py.binary(py.list([py.noneValue()]), "*", blankCount(ctx, blank));
  const [only] = args;
  if (args.length === 1 && only && !ts.isSpreadElement(only)) {
    const mayBeLength = ctx.facts.types.mayBe(ctx.typeOf(only), "number");
    if (mayBeLength) return ctx.callHelper("array_of", lowerExpression(ctx, only));
  }
  return joinParts(args, lowerOrdered(ctx, args, lowerElement));
}
