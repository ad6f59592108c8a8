import { ts } from "ts-morph";
import type { Lowering } from "../lowering.ts";

/**
 * Is an object of this type a dict at run time? Types with an index signature and `Record<K, V>` are;
 * every other object is an instance whose properties are attributes.
 */
export function isRecord(ctx: Lowering, type: ts.Type): boolean {
  const { checker } = ctx;
  const present = ctx.facts.types.constrained(ctx.facts.types.present(type));
  if (present.isUnion())
    return present.types.length > 0 && present.types.every((t) => isRecord(ctx, t));
  if ((present.flags & ts.TypeFlags.Object) === 0 || ctx.facts.types.isArray(present)) return false;
  if (ctx.facts.types.libraryClass(present) !== undefined && !isRecordAlias(present)) return false;
  if (isRecordAlias(present)) return true;
  return (
    checker.getIndexInfosOfType(present).length > 0 &&
    !(present.symbol?.flags & ts.SymbolFlags.Class)
  );
}

function isRecordAlias(type: ts.Type): boolean {
  const name = type.aliasSymbol?.name;
  if (name === "Record") return true;
  const mapped = type.symbol?.declarations?.[0];
  return mapped !== undefined && ts.isMappedTypeNode(mapped) && isRecordDeclaration(mapped);
}

/** `type Record<K, T> = { [P in K]: T }` of the library, whatever alias it came through. */
function isRecordDeclaration(node: ts.MappedTypeNode): boolean {
  return ts.isTypeAliasDeclaration(node.parent) && node.parent.name.text === "Record";
}
