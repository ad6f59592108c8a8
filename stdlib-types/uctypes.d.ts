/** Structures in memory by name: registers, packets. */

/** A field: an offset joined by `|` with a type; a tuple of both with more for arrays, pointers and structures. */
export type Field =
  | int
  | readonly [offset: int, count: int]
  | readonly [offset: int, structure: Descriptor]
  | readonly [offset: int, count: int, structure: Descriptor];
/** A structure: fields by name. */
export interface Descriptor {
  readonly [name: string]: Field;
}
declare const structure: unique symbol;
interface Structure<D extends Descriptor> {
  readonly [structure]?: D;
}
interface Numbers {
  [index: number]: number;
  readonly length: int;
}
interface Structures<D extends Descriptor> {
  readonly [index: number]: struct<D>;
}
/** What a field reads as: a number, an array of them or of structures, a structure; a pointer is indexed. */
type FieldValue<F> = F extends readonly [int, infer D extends Descriptor]
  ? struct<D> & Structures<D>
  : F extends readonly [int, int, infer D extends Descriptor]
    ? Structures<D>
    : F extends readonly unknown[]
      ? Numbers
      : number;
/** A structure at an address; its fields are attributes, read and written in place. */
export type struct<D extends Descriptor = any> = Structure<D> & { [Name in Exclude<keyof D, never>]: FieldValue<D[Name]> };
interface StructConstructor {
  /**
   * @param addr The address of its first byte, as `addressof` gives it.
   * @param descriptor The fields: offset and type joined by `|`; write it as a literal, with `as const` in a variable.
   * @param layout_type `NATIVE` (default), `LITTLE_ENDIAN` or `BIG_ENDIAN`.
   * @example
   * const packet = bytearray(4);
   * const view = new struct(addressof(packet), { id: UINT16 | 0, value: INT16 | 2 }, LITTLE_ENDIAN);
   * view.id = 7;
   */
  new <const D extends Descriptor>(addr: int, descriptor: D, layout_type?: int): struct<D>;
}
/** A structure at an address; its fields are attributes, read and written in place. */
export const struct: StructConstructor;
/** The address of a buffer. */
export function addressof(buffer: ReadableBuffer): int;
/** The memory at an address, as bytes that can be changed. */
export function bytearray_at(addr: int, size: int): bytearray;
/** A copy of the memory at an address. */
export function bytes_at(addr: int, size: int): bytes;
/** The size of a structure in bytes. */
export function sizeof(struct: Structure<any>): int;
export function sizeof(descriptor: Descriptor, layout_type?: int): int;
/** Lowest byte first, no gaps. */
export const LITTLE_ENDIAN: i32;
/** Highest byte first, no gaps. */
export const BIG_ENDIAN: i32;
/** As the chip's C compiler lays it out (default). */
export const NATIVE: i32;
/** An array. */
export const ARRAY: i32;
/** Bits of a signed integer of 16 bits. */
export const BFINT16: i32;
/** Bits of a signed integer of 32 bits. */
export const BFINT32: i32;
/** Bits of a signed integer of 8 bits. */
export const BFINT8: i32;
/** Bits of an unsigned integer of 16 bits. */
export const BFUINT16: i32;
/** Bits of an unsigned integer of 32 bits. */
export const BFUINT32: i32;
/** Bits of an unsigned integer of 8 bits. */
export const BFUINT8: i32;
/** How far the length of a bit field is shifted. */
export const BF_LEN: i32;
/** How far the place of a bit field is shifted. */
export const BF_POS: i32;
/** A float of 32 bits. */
export const FLOAT32: i32;
/** A float of 64 bits. */
export const FLOAT64: i32;
/** `int` of C. */
export const INT: i32;
/** Signed, 16 bits. */
export const INT16: i32;
/** Signed, 32 bits. */
export const INT32: i32;
/** Signed, 64 bits. */
export const INT64: i32;
/** Signed, 8 bits. */
export const INT8: i32;
/** `long` of C. */
export const LONG: i32;
/** `long long` of C. */
export const LONGLONG: i32;
/** A pointer. */
export const PTR: i32;
/** `short` of C. */
export const SHORT: i32;
/** `unsigned int` of C. */
export const UINT: i32;
/** Unsigned, 16 bits. */
export const UINT16: i32;
/** Unsigned, 32 bits. */
export const UINT32: i32;
/** Unsigned, 64 bits. */
export const UINT64: i32;
/** Unsigned, 8 bits. */
export const UINT8: i32;
/** `unsigned long` of C. */
export const ULONG: i32;
/** `unsigned long long` of C. */
export const ULONGLONG: i32;
/** `unsigned short` of C. */
export const USHORT: i32;
/** Nothing: for pointers to anything. */
export const VOID: i32;
export {};
