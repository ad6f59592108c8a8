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
/** A structure at an address; its fields are attributes. */
export class struct<D extends Descriptor = Descriptor> {
  constructor(addr: int, descriptor: D, layout_type?: int);
}
export interface struct<D extends Descriptor> {
  readonly [structure]?: D;
}
declare const structure: unique symbol;
/** The address of a buffer. */
export function addressof(buffer: ReadableBuffer): int;
/** The memory at an address, as bytes that can be changed. */
export function bytearray_at(addr: int, size: int): bytearray;
/** A copy of the memory at an address. */
export function bytes_at(addr: int, size: int): bytes;
/** The size of a structure in bytes. */
export function sizeof(struct: struct | Descriptor, layout_type?: int): int;
/** Lowest byte first, no gaps. */
export const LITTLE_ENDIAN: int;
/** Highest byte first, no gaps. */
export const BIG_ENDIAN: int;
/** As the chip's C compiler lays it out (default). */
export const NATIVE: int;
/** An array. */
export const ARRAY: int;
/** Bits of a signed integer of 16 bits. */
export const BFINT16: int;
/** Bits of a signed integer of 32 bits. */
export const BFINT32: int;
/** Bits of a signed integer of 8 bits. */
export const BFINT8: int;
/** Bits of an unsigned integer of 16 bits. */
export const BFUINT16: int;
/** Bits of an unsigned integer of 32 bits. */
export const BFUINT32: int;
/** Bits of an unsigned integer of 8 bits. */
export const BFUINT8: int;
/** How far the length of a bit field is shifted. */
export const BF_LEN: int;
/** How far the place of a bit field is shifted. */
export const BF_POS: int;
/** A float of 32 bits. */
export const FLOAT32: int;
/** A float of 64 bits. */
export const FLOAT64: int;
/** `int` of C. */
export const INT: int;
/** Signed, 16 bits. */
export const INT16: int;
/** Signed, 32 bits. */
export const INT32: int;
/** Signed, 64 bits. */
export const INT64: int;
/** Signed, 8 bits. */
export const INT8: int;
/** `long` of C. */
export const LONG: int;
/** `long long` of C. */
export const LONGLONG: int;
/** A pointer. */
export const PTR: int;
/** `short` of C. */
export const SHORT: int;
/** `unsigned int` of C. */
export const UINT: int;
/** Unsigned, 16 bits. */
export const UINT16: int;
/** Unsigned, 32 bits. */
export const UINT32: int;
/** Unsigned, 64 bits. */
export const UINT64: int;
/** Unsigned, 8 bits. */
export const UINT8: int;
/** `unsigned long` of C. */
export const ULONG: int;
/** `unsigned long long` of C. */
export const ULONGLONG: int;
/** `unsigned short` of C. */
export const USHORT: int;
/** Nothing: for pointers to anything. */
export const VOID: int;
export {};
