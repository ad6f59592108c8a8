import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

/** `Symbol("name")`, and what symbols have. */
export const symbolMethods: LibraryTable = {
  Symbol: (ctx, { args }) => py.call(ctx.helper("Symbol"), lowerPositional(ctx, args)),
  "SymbolConstructor.for": (ctx, { args }) =>
    py.callMethod(ctx.helper("Symbol"), "for_", lowerPositional(ctx, args)),
  "SymbolConstructor.keyFor": (ctx, { args }) =>
    py.callMethod(ctx.helper("Symbol"), "keyFor", lowerPositional(ctx, args)),
  "Symbol.valueOf": (ctx, { receiver }) => lowerExpression(ctx, receiver!),
  "Symbol.toString": (ctx, { receiver }) =>
    py.callMethod(lowerChainLink(ctx, receiver!), "toString"),
};

export const symbolValues: LibraryValueTable = {
  "Symbol.description": (ctx, _node, receiver) =>
    py.attribute(lowerChainLink(ctx, receiver!), "description"),
};
