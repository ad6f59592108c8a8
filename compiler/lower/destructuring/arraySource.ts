import { ts } from "ts-morph";
import { isSplit } from "../../facts/patternReads.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** A value that a pattern takes apart, and its type. */
export interface SourceValue {
  readonly value: py.Expression;
  readonly type: ts.Type;
  /** It has this many elements at least, whatever its type says, and none of them is None. */
  readonly minLength?: number;
}

/** How many elements an expression gives for certain: text that is split has one part or more. */
export function minLengthOf(ctx: Lowering, node: ts.Expression): number {
  return isSplit(ctx.checker, node) ? 1 : 0;
}

/** Has the value exactly as many elements as the pattern names, so that Python can unpack it? */
export function isUnpackable(ctx: Lowering, source: SourceValue, count: number): boolean {
  return fixedLength(ctx, source.type) === count && count > 0;
}

/** Python's arrays and bytearrays have places as lists do. */
export function isTypedArray(ctx: Lowering, type: ts.Type): boolean {
  return /^(Int|Uint|Float)\d+Array$/.test(ctx.facts.types.libraryClass(type) ?? "");
}

/** The length of a tuple type without optional or rest elements. */
export function fixedLength(ctx: Lowering, type: ts.Type): number | undefined {
  if (!ctx.checker.isTupleType(type)) return undefined;
  const { target } = type as ts.TupleTypeReference;
  const isFixed = target.elementFlags.every((flag) => flag === ts.ElementFlags.Required);
  return isFixed ? target.elementFlags.length : undefined;
}

/** An element that is read, which has a default of its own where nothing but a missing one needs it. */
export interface ElementValue extends SourceValue {
  readonly orElse?: undefined | ((fallback: py.Expression) => py.Expression);
}

/** `values[index]`, or None where there may be no such element. */
export function elementRead(ctx: Lowering, source: SourceValue, index: number): ElementValue {
  const length = fixedLength(ctx, source.type);
  const type = elementType(ctx, source.type, index);
  const position = py.int(index);
  const element = py.subscript(source.value, position);
  if (index < (length ?? source.minLength ?? 0)) return { value: element, type };
  if (ctx.facts.types.isOnly(source.type, "string")) {
    return { value: ctx.callHelper("char_or_none", source.value, position), type };
  }
  const isThere = py.compare(py.callBuiltin("len", [source.value]), ">", position);
  const orElse = (fallback: py.Expression) => py.ifExp(isThere, element, fallback);
  return { value: orElse(py.noneValue()), type, orElse: source.minLength ? orElse : undefined };
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
