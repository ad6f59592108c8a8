import type { LibraryConstructorTable, LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

export const mapMethods: LibraryTable = {};
export const mapValues: LibraryValueTable = {};
export const mapConstructors: LibraryConstructorTable = {};
