import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import type { LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

export const arrayMethods: LibraryTable = {
  "Array.push": (ctx, { receiver, args }) => {
    const [list, ...values] = lowerOrdered(ctx, [receiver!, ...args]);
    if (values.length === 1) return py.callMethod(list!, "append", values);
    return py.callMethod(list!, "extend", [py.list(values)]);
  },
};

export const arrayValues: LibraryValueTable = {
  "Array.length": (ctx, _node, receiver) =>
    py.callBuiltin("len", [receiver ? lowerChainLink(ctx, receiver) : lowerExpression(ctx, _node)]),
};
