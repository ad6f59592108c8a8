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
/** What both kinds of memory files have. `using` closes them. */
interface MemoryFile extends Disposable {
  /** Closes it and gives its memory back. */
  close(): void;
  /** Does nothing; files have it. */
  flush(): void;
  /** Moves to a place: `whence` 0 from the start, 1 from here, 2 from the end. */
  seek(offset: int, whence?: 0 | 1 | 2): int;
  /** The current place. */
  tell(): int;
  /** Fills the buffer and gives the number of bytes read. */
  readinto(buffer: WritableBuffer, size?: int): int;
}
/** A file of text in memory. */
export class StringIO {
  /** @param text What it begins with, or how many bytes to set aside. */
  constructor(text?: string | int);
  /** All of it. */
  getvalue(): string;
  /** Up to `size` characters, or all that is left. */
  read(size?: int): string;
  /** The next line with its line end. */
  readline(size?: int): string;
  /** Writes text and gives the number of characters. */
  write(text: string): int;
}
export interface StringIO extends MemoryFile, Iterable<string, undefined, unknown> {}
/** A file of bytes in memory. */
export class BytesIO {
  /** @param data What it begins with, or how many bytes to set aside. */
  constructor(data?: ReadableBuffer | int);
  /** All of it. */
  getvalue(): bytes;
  /** Up to `size` bytes, or all that are left. */
  read(size?: int): bytes;
  /** The next line with its line end. */
  readline(size?: int): bytes;
  /** Writes bytes and gives their number. */
  write(data: ReadableBuffer): int;
}
export interface BytesIO extends MemoryFile, Iterable<bytes, undefined, unknown> {}
