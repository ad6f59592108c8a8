import type { LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

export const mathMethods: LibraryTable = {};
export const mathValues: LibraryValueTable = {};
