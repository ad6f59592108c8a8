/** JSON text. TypeScript's own `JSON` keeps the order of keys; this module does not. */

/** Something that text can be written to. */
interface Writer {
  write(text: string): unknown;
}
/** Something that text or bytes can be read from. */
interface Reader {
  read(size?: int): string | bytes;
}
/** Writes a value as JSON. */
export function dump(value: unknown, stream: Writer, options?: Keywords<{ separators?: readonly [item: string, key: string] | null }>): void;
/** A value as JSON. */
export function dumps(value: unknown, options?: Keywords<{ separators?: readonly [item: string, key: string] | null }>): string;
/** Reads a value; ValueError when it is not JSON. */
export function load(stream: Reader): any;
/** The value that the text stands for; ValueError when it is not JSON. */
export function loads(text: string | ReadableBuffer): any;
