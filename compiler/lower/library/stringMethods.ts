import * as py from "../../python/py.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import type { LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

export const stringMethods: LibraryTable = {};
export const stringValues: LibraryValueTable = {
  "String.length": (ctx, _node, receiver) =>
    py.callBuiltin("len", [lowerChainLink(ctx, receiver!)]),
};
