import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { formatText, lowerText, noneText } from "../values/text.ts";
import type { LibraryTable } from "./libraryTypes.ts";

export const consoleMethods: LibraryTable = {
  "Console.log": (ctx, call) => py.callBuiltin("print", lowerPrinted(ctx, call.args)),
  print: (ctx, call) => py.callBuiltin("print", lowerPrinted(ctx, call.args)),
};

/** What `console.log` shows: text as it is, other values as Node inspects them. */
function lowerPrinted(ctx: Lowering, args: readonly ts.Expression[]): readonly py.Expression[] {
  return lowerOrdered(ctx, args, lowerInspected);
}

/** Ints and text print in Python as in Node; all else goes through `inspect`. */
function lowerInspected(ctx: Lowering, node: ts.Expression): py.Expression {
  if (ts.isSpreadElement(node)) return py.starred(lowerExpression(ctx, node.expression));
  const type = ctx.typeOf(node);
  const { types } = ctx.facts;
  if (types.isOnly(type, "string")) return lowerExpression(ctx, node);
  if (types.isOnly(type, "boolean")) return lowerText(ctx, node);
  if (types.isOnly(type, "number") && isInt(ctx.facts.numbers.of(node))) {
    return lowerExpression(ctx, node);
  }
  if (types.isOnly(type, "null") || types.isOnly(type, "undefined")) return formatText(ctx, [node]);
  const value = lowerExpression(ctx, node);
  const none = noneText(ctx, node, type);
  return none === undefined
    ? ctx.callHelper("inspect", value)
    : ctx.callHelper("inspect", value, py.str(none));
}
