/** JSON text. TypeScript's own `JSON` keeps the order of keys; this module does not. */

/** What JSON can say: texts, numbers, booleans, null, arrays and objects of these. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined }
  | PlainObject;

/** An object with properties; no function, Map or Set. */
type PlainObject = object & { readonly [Symbol.iterator]?: never; readonly apply?: never };

/** What was read from JSON: declare its type, `const config: Config = loads(text)`. */
export type FromJson = any;

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
export function load(stream: Reader): FromJson;
/** The value that the text stands for; ValueError when it is not JSON. */
export function loads(text: string | ReadableBuffer): FromJson;
