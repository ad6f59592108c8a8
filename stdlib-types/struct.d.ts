/**
 * Numbers as bytes and back. A format is an order (`<` lowest byte first, `>` highest first) and letters:
 * b B 8 bits, h H 16, i I l L 32, q Q 64 (small letters signed), f d floats, `4s` four bytes.
 */

type Order = "<" | ">" | "@" | "=" | "!";
type Repeat<T, N extends string, Out extends T[] = []> = `${Out["length"]}` extends N
  ? Out
  : Out["length"] extends 32
    ? T[]
    : Repeat<T, N, [...Out, T]>;
type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type NumberLetter = "b" | "B" | "h" | "H" | "i" | "I" | "l" | "L" | "q" | "Q" | "f" | "d" | "e" | "n" | "N" | "c" | "?";
/** Nothing can be given for a letter that stands for nothing. */
type Value<Letter> = Letter extends "P" | "O" ? any : Letter extends NumberLetter ? number : never;
type Fields<F extends string, Text, Count extends string, Out extends unknown[]> = F extends `${infer C}${infer Rest}`
  ? C extends Digit
    ? Fields<Rest, Text, `${Count}${C}`, Out>
    : C extends "x" | " "
      ? Fields<Rest, Text, "", Out>
      : C extends "s"
        ? Fields<Rest, Text, "", [...Out, Text]>
        : Fields<Rest, Text, "", [...Out, ...(Count extends "" ? [Value<C>] : Repeat<Value<C>, Count>)]>
  : Out;
/** The values of a format: a tuple when the format is written out, else any number of values. */
export type Unpacked<F extends string, Text = bytes> = string extends F
  ? any[]
  : F extends `${Order}${infer Rest}`
    ? Fields<Rest, Text, "", []>
    : Fields<F, Text, "", []>;

/** How many bytes a format takes. */
export function calcsize(format: string): int;
/**
 * The values as bytes. ValueError for a strange format.
 *
 * @example
 * const packet = pack("<HbB", 1000, -1, 255);
 */
export function pack<const F extends string>(format: F, ...values: Unpacked<F, ReadableBuffer | string>): bytes;
/** Writes the values into a buffer, at `offset`. Takes no memory. */
export function pack_into<const F extends string>(
  format: F,
  buffer: WritableBuffer,
  offset: int,
  ...values: Unpacked<F, ReadableBuffer | string>
): void;
/**
 * The values that bytes stand for. ValueError when there are too few.
 *
 * @example
 * const [id, temperature] = unpack("<Hh", data);
 */
export function unpack<const F extends string>(format: F, data: ReadableBuffer): Unpacked<F>;
/** The values at `offset` of a buffer. */
export function unpack_from<const F extends string>(format: F, data: ReadableBuffer, offset?: int): Unpacked<F>;
