/** Streams: files, text and bytes in memory. */

/** The builtin `open`. */
export function open(path: string, mode?: "r" | "w" | "a" | "r+" | "w+" | "a+" | "rt" | "wt" | "at"): TextFile;
/** The builtin `open`, for bytes. */
export function open(path: string, mode: "rb" | "wb" | "ab" | "r+b" | "rb+" | "w+b" | "wb+" | "a+b" | "ab+"): BinaryFile;

/** The root of streams that a program writes itself: extend it with `readinto`, `write` and `ioctl`. */
export class IOBase {
  constructor();
  /** Fills a buffer; null when nothing is there yet. */
  readinto?(buffer: WritableBuffer): int | null;
  /** Takes bytes; gives how many, null when there is no room. */
  write?(data: ReadableBuffer): int | null;
  /** Answers questions: 3 asks what is ready. */
  ioctl?(op: int, arg: int): int;
}
/** A file of text in memory. */
export class StringIO {
  /** @param text What it begins with, or how many bytes to set aside. */
  constructor(text?: string | int);
  /** All of it. */
  getvalue(): string;
}
export interface StringIO extends TextFile {}
/** A file of bytes in memory. */
export class BytesIO {
  /** @param data What it begins with, or how many bytes to set aside. */
  constructor(data?: ReadableBuffer | int);
  /** All of it. */
  getvalue(): bytes;
}
export interface BytesIO extends BinaryFile {}
