import { ts } from "ts-morph";
import { isLibrarySymbol } from "../typeFacts.ts";

/** Mapped types of the library that change nothing about what an object is. */
const transparent: ReadonlySet<string> = new Set([
  "Partial",
  "Required",
  "Readonly",
  "Pick",
  "Omit",
]);

/**
 * Does a type give an object properties under names that are only known at run time? Types with an
 * index signature and `Record<K, V>` do, whatever `K` is.
 */
export function isRecordType(checker: ts.TypeChecker, type: ts.Type): boolean {
  if ((type.flags & ts.TypeFlags.Object) === 0) return false;
  if (checker.isArrayType(type) || checker.isTupleType(type)) return false;
  const { symbol } = type;
  if (symbol && symbol.flags & ts.SymbolFlags.Class) return false;
  if (symbol && symbol.flags & ts.SymbolFlags.Interface && isLibrarySymbol(symbol)) return false;
  const mapped = libraryMappedType(type);
  if (mapped === "Record") return true;
  if (mapped !== undefined && transparent.has(mapped)) {
    const inner = type.aliasTypeArguments?.[0];
    if (inner) return isRecordType(checker, inner);
  }
  return checker.getIndexInfosOfType(type).length > 0;
}

/** "Record", "Partial", ...: the library's alias whose body a mapped type is. */
export function libraryMappedType(type: ts.Type): string | undefined {
  const declaration = type.symbol?.declarations?.[0];
  if (!declaration || !ts.isMappedTypeNode(declaration)) return undefined;
  const { parent } = declaration;
  if (!ts.isTypeAliasDeclaration(parent)) return undefined;
  return parent.getSourceFile().fileName.endsWith("/lib.tsmp.d.ts") ? parent.name.text : undefined;
}
