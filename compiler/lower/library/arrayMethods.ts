import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import type { Lowering } from "../lowering.ts";
import { arrayLoops } from "./arrays/arrayLoops.ts";
import { arrayMappings } from "./arrays/arrayMapping.ts";
import { arrayReductions } from "./arrays/arrayReduction.ts";
import type { LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

/** The methods of arrays. */
export const arrayMethods: LibraryTable = {
  ...arrayLoops,
  ...arrayMappings,
  ...arrayReductions,
  "Array.push": (ctx, { receiver, args }) => {
    const [list, ...values] = lowerOrdered(ctx, [receiver!, ...args]);
    if (values.length === 1) return py.callMethod(list!, "append", values);
    return py.callMethod(list!, "extend", [py.list(values)]);
  },
};

export const arrayValues: LibraryValueTable = {
  "Array.length": lowerLength,
};

/** `xs.length` */
function lowerLength(
  ctx: Lowering,
  node: ts.Expression,
  receiver: ts.Expression | undefined,
): py.Expression {
  return py.callBuiltin("len", [
    receiver ? lowerChainLink(ctx, receiver) : lowerExpression(ctx, node),
  ]);
}
