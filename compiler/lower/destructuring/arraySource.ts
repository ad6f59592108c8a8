import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** A value that a pattern takes apart, and its type. */
export interface SourceValue {
  readonly value: py.Expression;
  readonly type: ts.Type;
}

/** Has the value exactly as many elements as the pattern names, so that Python can unpack it? */
export function isUnpackable(ctx: Lowering, source: SourceValue, count: number): boolean {
  return fixedLength(ctx, source.type) === count && count > 0;
}

/** The length of a tuple type without optional or rest elements. */
export function fixedLength(ctx: Lowering, type: ts.Type): number | undefined {
  if (!ctx.checker.isTupleType(type)) return undefined;
  const { target } = type as ts.TupleTypeReference;
  const isFixed = target.elementFlags.every((flag) => flag === ts.ElementFlags.Required);
  return isFixed ? target.elementFlags.length : undefined;
}

/** `values[index]`, or None where there may be no such element. */
export function elementRead(ctx: Lowering, source: SourceValue, index: number): SourceValue {
  const length = fixedLength(ctx, source.type);
  const type = elementType(ctx, source.type, index);
  const position = py.int(index);
  if (length !== undefined && index < length) {
    return { value: py.subscript(source.value, position), type };
  }
  const isText = ctx.facts.types.isOnly(source.type, "string");
  const helper = isText ? "char_or_none" : "item_or_none";
  return { value: ctx.callHelper(helper, source.value, position), type };
}

/** `values[index:]`; of text a list of its characters. */
export function restOfArray(source: SourceValue, index: number): SourceValue {
  const slice = py.slice(source.value, index === 0 ? undefined : py.int(index));
  const isText = (source.type.flags & ts.TypeFlags.StringLike) !== 0;
  return { value: isText ? py.callBuiltin("list", [slice]) : slice, type: source.type };
}

function elementType(ctx: Lowering, type: ts.Type, index: number): ts.Type {
  const property = type.getProperty(String(index));
  if (property) return ctx.checker.getTypeOfSymbol(property);
  return type.getNumberIndexType() ?? type;
}
