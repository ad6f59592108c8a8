import { ts } from "ts-morph";
import { anyNumber, type NumberFact } from "../../numberFacts.ts";
import { isOfPython } from "../../typeFacts.ts";
import { anyFloat, anyInt, exactly, intRange, join, noNumber } from "../values/lattice.ts";

/** What values of a type may be, as far as flows care. */
export interface TypeKinds {
  readonly numbers: boolean;
  readonly objects: boolean;
  /** Nothing is said: any, unknown, a type parameter. */
  readonly open: boolean;
}

const neither: TypeKinds = { numbers: false, objects: false, open: false };
const onlyNumbers: TypeKinds = { numbers: true, objects: false, open: false };
const onlyObjects: TypeKinds = { numbers: false, objects: true, open: false };
const anything: TypeKinds = { numbers: true, objects: true, open: true };

const primitive =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.ESSymbolLike |
  ts.TypeFlags.VoidLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Never;

const known = new WeakMap<ts.Type, TypeKinds>();

export function kindsOf(type: ts.Type): TypeKinds {
  const { flags } = type;
  if (flags & ts.TypeFlags.NumberLike) return onlyNumbers;
  if (flags & primitive) return neither;
  if (!(flags & (ts.TypeFlags.UnionOrIntersection | ts.TypeFlags.Object))) return anything;
  let kinds = known.get(type);
  if (!kinds) {
    kinds = compositeKinds(type);
    known.set(type, kinds);
  }
  return kinds;
}

function compositeKinds(type: ts.Type): TypeKinds {
  if (type.isUnion()) {
    const parts = type.types.map(kindsOf);
    return {
      numbers: parts.some((part) => part.numbers),
      objects: parts.some((part) => part.objects),
      open: parts.some((part) => part.open),
    };
  }
  if (type.isIntersection()) {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Object)).map(kindsOf);
    return parts.find((part) => !part.open) ?? parts[0] ?? onlyObjects;
  }
  return isEmptyObject(type) ? anything : onlyObjects;
}

/** `{}` takes numbers too. */
function isEmptyObject(type: ts.Type): boolean {
  return (
    type.getProperties().length === 0 &&
    type.getCallSignatures().length === 0 &&
    type.getConstructSignatures().length === 0 &&
    type.getStringIndexType() === undefined &&
    type.getNumberIndexType() === undefined
  );
}

const brands: ReadonlyMap<string, NumberFact> = new Map([
  ["__int", anyInt],
  ["__float", anyFloat],
  ["__u8", intRange(0, 0xff)],
  ["__i8", intRange(-0x80, 0x7f)],
  ["__u16", intRange(0, 0xffff)],
  ["__i16", intRange(-0x8000, 0x7fff)],
  ["__u32", intRange(0, 0xffffffff)],
  ["__i32", intRange(-0x80000000, 0x7fffffff)],
]);

/** The fact that a branded type promises (`int`, `u8`, ...); undefined for plain numbers. */
export function brandOf(type: ts.Type): NumberFact | undefined {
  if (type.isUnion()) return brandOfUnion(type);
  if (!type.isIntersection()) return undefined;
  for (const part of type.types) {
    if (!(part.flags & ts.TypeFlags.Object)) continue;
    for (const property of part.getProperties()) {
      const brand = brands.get(property.name);
      if (brand) return brand;
    }
  }
  return undefined;
}

function brandOfUnion(type: ts.UnionType): NumberFact | undefined {
  let result = noNumber;
  for (const part of type.types) {
    if (!kindsOf(part).numbers) continue;
    const brand = brandOf(part);
    if (!brand) return undefined;
    result = join(result, brand);
  }
  return result === noNumber ? undefined : result;
}

/** The number that a declaration out of sight gives for its type: a literal, a brand, or any. */
export function factOfType(type: ts.Type, plain: NumberFact = anyNumber): NumberFact {
  if (type.isUnion()) {
    return type.types
      .filter((part) => kindsOf(part).numbers)
      .reduce((fact, part) => join(fact, factOfType(part, plain)), noNumber);
  }
  if (type.isNumberLiteral()) return exactly(type.value);
  return brandOf(type) ?? plain;
}

const elements: ReadonlyMap<string, NumberFact> = new Map([
  ["Uint8Array", intRange(0, 0xff)],
  ["Uint8ClampedArray", intRange(0, 0xff)],
  ["Int8Array", intRange(-0x80, 0x7f)],
  ["Uint16Array", intRange(0, 0xffff)],
  ["Int16Array", intRange(-0x8000, 0x7fff)],
  ["Uint32Array", intRange(0, 0xffffffff)],
  ["Int32Array", intRange(-0x80000000, 0x7fffffff)],
  ["Float32Array", anyFloat],
  ["Float64Array", anyFloat],
  ["bytes", intRange(0, 0xff)],
  ["bytearray", intRange(0, 0xff)],
  ["memoryview", anyInt],
  ["Range", anyInt],
]);

/** The class of a built-in sequence whose elements are numbers of one width; its fact. */
export function fixedElement(type: ts.Type): NumberFact | undefined {
  if (type.isUnion()) {
    const facts = type.types.filter((part) => kindsOf(part).objects).map(fixedElement);
    if (facts.length === 0 || facts.some((fact) => !fact)) return undefined;
    return facts.reduce<NumberFact>((all, fact) => join(all, fact!), noNumber);
  }
  const name = nativeName(type);
  return name === undefined ? undefined : elements.get(name);
}

/** Sequences whose length is fixed when they are made; a bytearray can grow. */
export function hasFixedLength(type: ts.Type): boolean {
  const name = nativeName(type);
  return name !== undefined && name !== "bytearray" && elements.has(name);
}

/** The name of the class or interface of a type where it is declared in a `.d.ts`. */
export function nativeName(type: ts.Type): string | undefined {
  const symbol = type.getSymbol();
  return symbol && isNativeSymbol(symbol) ? symbol.name : undefined;
}

/** Is a symbol declared in a `.d.ts` only? */
export function isNativeSymbol(symbol: ts.Symbol): boolean {
  const { declarations } = symbol;
  if (!declarations || declarations.length === 0) return false;
  return declarations.every((node) => node.getSourceFile().isDeclarationFile);
}

/** Text has elements that are text, and cannot be changed. */
export function isText(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.StringLike) !== 0;
}

/** Is an object one of MicroPython's? What is written to it (a register, a `uctypes.struct`) may read otherwise. */
export function isOfBoard({ aliasSymbol, symbol }: ts.Type): boolean {
  return isOfPython((aliasSymbol ?? symbol)?.declarations?.[0]);
}
