import { ts } from "ts-morph";
import { noProperties } from "../../diagnostics/catalogue/types.ts";
import { isDeclarationFileSymbol, isLibrarySymbol } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";

/** `to_dict(config)`: an object where Python expects a dict. */
export function lowerForPython(ctx: Lowering, node: ts.Expression): py.Expression {
  if (!ctx.facts.dictionaries.needsDictionary(node)) return lowerExpression(ctx, node);
  const foreign = ctx.facts.types.members(ctx.typeOf(node)).find(({ symbol }) => isForeign(symbol));
  if (foreign) return ctx.refuse(node, noProperties(ctx.checker.typeToString(foreign)));
  const value = lowerExpression(ctx, node);
  if (!ctx.facts.dictionaries.needsTuples(node)) return ctx.callHelper("to_dict", value);
  return ctx.callHelper("to_dict", value, py.name("tuple"));
}

/** A class of MicroPython or of the user's Python. */
function isForeign(symbol: ts.Symbol | undefined): boolean {
  if (!symbol || (symbol.flags & ts.SymbolFlags.Class) === 0) return false;
  return isDeclarationFileSymbol(symbol) && !isLibrarySymbol(symbol);
}
