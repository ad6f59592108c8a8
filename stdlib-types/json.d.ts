/** JSON text. TypeScript's own `JSON` keeps the order of keys; this module does not. */

/** What JSON can say. Objects are dicts: write them out, or declare them as a `Record`. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** Something that text can be written to. */
interface Writer {
  write(text: string): unknown;
}
/** Something that text or bytes can be read from. */
interface Reader {
  read(size?: int): string | bytes;
}
/** Writes a value as JSON. */
export function dump(value: JsonValue, stream: Writer, options?: Keywords<{ separators?: readonly [item: string, key: string] | null }>): void;
/** A value as JSON. */
export function dumps(value: JsonValue, options?: Keywords<{ separators?: readonly [item: string, key: string] | null }>): string;
/** Reads a value; ValueError when it is not JSON. */
export function load(stream: Reader): any;
/** The value that the text stands for; ValueError when it is not JSON. */
export function loads(text: string | ReadableBuffer): any;
