import type { LibraryTable } from "./libraryTypes.ts";

/** Python's own builtins, called under their names. */
export const pythonBuiltinMethods: LibraryTable = {};
