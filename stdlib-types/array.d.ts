/** Arrays of numbers in little memory. TypeScript's typed arrays are the same: `Int16Array` is `array("h")`. */

/** Kind and width of an element: b B 8 bits, h H 16, i I l L 32, q Q 64 (small letters signed), f d floats. */
export type IntegerCode = "b" | "B" | "h" | "H" | "i" | "I" | "l" | "L" | "q" | "Q";
/** 32 and 64-bit floats. */
export type FloatCode = "f" | "d";

/** An array of numbers of one kind. Values that do not fit wrap. */
export class array {
  /** @param initializer The first elements, or bytes that are taken for elements. */
  constructor(typecode: IntegerCode, initializer?: Iterable<int> | ReadableBuffer);
  constructor(typecode: FloatCode, initializer?: Iterable<number> | ReadableBuffer);
  constructor(typecode: IntegerCode | FloatCode, initializer?: Iterable<number> | ReadableBuffer);
  /** The element; IndexError when there is none. */
  [index: number]: number;
  /** The number of elements. */
  readonly length: int;
  /** Adds an element at the end. Takes memory: not in a hard interrupt. */
  append(value: number): void;
  /** Adds elements at the end. */
  extend(values: array | ReadableBuffer): void;
  [Symbol.iterator](): ArrayIterator<number>;
}
export interface array extends BufferObject {}
