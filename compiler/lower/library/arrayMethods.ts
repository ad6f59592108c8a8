import * as py from "../../python/py.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { arrayStatics } from "./arrays/arrayConstructor.ts";
import { arrayCopies } from "./arrays/arrayCopies.ts";
import { arrayEnds } from "./arrays/arrayEnds.ts";
import { arrayIterators } from "./arrays/arrayIterators.ts";
import { arrayLookups } from "./arrays/arrayLookup.ts";
import { arrayLoops } from "./arrays/arrayLoops.ts";
import { arrayMappings } from "./arrays/arrayMapping.ts";
import { arrayReductions } from "./arrays/arrayReduction.ts";
import { arraySorting } from "./arrays/arraySorting.ts";
import { arraySplicing } from "./arrays/arraySplicing.ts";
import { arrayTexts } from "./arrays/arrayText.ts";
import { arrayUpdates } from "./arrays/arrayUpdates.ts";
import { lowerLength } from "./lengths.ts";
import type { LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

export { arrayConstructors } from "./arrays/arrayConstructor.ts";
export { arrayIterations } from "./arrays/arrayIterators.ts";

/** The methods of arrays, and those of `Array`; each group is a file in `arrays/`. */
export const arrayMethods: LibraryTable = {
  ...arrayCopies,
  ...arrayEnds,
  ...arrayIterators,
  ...arrayLookups,
  ...arrayLoops,
  ...arrayMappings,
  ...arrayReductions,
  ...arraySorting,
  ...arraySplicing,
  ...arrayStatics,
  ...arrayTexts,
  ...arrayUpdates,
};

export const arrayValues: LibraryValueTable = {
  "Array.length": lowerLength,
  "ArrayLike.length": (ctx, _node, receiver) =>
    ctx.callHelper("get_property", lowerChainLink(ctx, receiver!), py.str("length")),
};
