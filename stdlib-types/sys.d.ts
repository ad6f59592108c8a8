/** The interpreter: version, paths, console, exit. */

/** Arguments of the program; empty on a board. */
export const argv: string[];
/** "little" on every board. */
export const byteorder: "little" | "big";
/** Name and version of the interpreter. */
export interface Implementation {
  /** "micropython". */
  readonly name: string;
  readonly version: readonly [major: int, minor: int, micro: int, releaselevel: string];
  /** The board and its chip, in words. */
  readonly _machine: string;
  /** The version of .mpy files it loads, and how its native code must be. */
  readonly _mpy: int;
  /** The build, such as "RPI_PICO_W". */
  readonly _build: string;
  /** "unsafe" without a global lock, "GIL" with one. Since 1.26. */
  readonly _thread: string;
}
/** What runs the program. */
export const implementation: Implementation;
/** The largest integer that takes no memory of its own, or the word size. */
export const maxsize: int;
/** The modules loaded so far, by name. */
export const modules: Record<string, unknown>;
/** Where imports are looked for. */
export const path: string[];
/** "rp2" on a Pico. */
export const platform: string;
/** The console's first prompt. */
export let ps1: string;
/** The console's second prompt. */
export let ps2: string;
/** The console, as a file. */
export interface ConsoleStream {
  /** Up to `size` characters; blocks until they are there. */
  read(size?: int): string;
  /** A line with its line end; blocks until it is there. */
  readline(size?: int): string;
  /** Writes text. */
  write(text: string): int;
  /** The same stream for bytes. */
  readonly buffer: {
    /** Up to `size` bytes; blocks until they are there. */
    read(size?: int): bytes;
    /** Fills a buffer; blocks until it is full. */
    readinto(buffer: WritableBuffer): int;
    /** Writes bytes. */
    write(data: ReadableBuffer): int;
  };
}
/** The error stream. */
export const stderr: ConsoleStream;
/** The console's input. */
export const stdin: ConsoleStream;
/** The console's output. */
export const stdout: ConsoleStream;
/** Python version and MicroPython version, in words. */
export const version: string;
/** The Python version that the language follows. */
export const version_info: readonly [major: int, minor: int, micro: int];
/** Ends the program: it raises SystemExit. */
export function exit(status?: int | string): never;
/** Prints an error with its traceback. */
export function print_exception(error: unknown, file?: unknown): void;
