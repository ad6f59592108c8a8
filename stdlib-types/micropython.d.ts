/** The interpreter's own controls: memory, scheduling, constants. */

/** Marks a constant; the compiler writes its value wherever it is used. */
declare function const_<T>(value: T): T;
export { const_ as const };
/**
 * Runs `callback(arg)` soon, between two instructions of the main program. Allowed in interrupts.
 *
 * Make the callback beforehand: a bound method or a closure made in a hard interrupt takes memory.
 *
 * @throws RuntimeError when the queue is full (8 on an RP2).
 */
export function schedule<T>(callback: SoftIsr<(arg: T) => void>, arg: T): void;
/** Sets bytes aside so that an error in a hard interrupt can be shown; 100 is enough. */
export function alloc_emergency_exception_buf(bytes: int): void;
/** Forbids allocation from here on: MemoryError. Gives the lock depth. */
export function heap_lock(): int;
/** Undoes one `heap_lock`; gives the lock depth. */
export function heap_unlock(): int;
/** Which character interrupts the program: 3 is Ctrl-C, -1 none. */
export function kbd_intr(character: int): void;
/** Prints what is in memory; with an argument, a map of the heap. */
export function mem_info(verbose?: unknown): void;
/** How far code compiled from now on is optimized (0 to 3), or sets it. */
export function opt_level(): int;
export function opt_level(level: 0 | 1 | 2 | 3): void;
/** Prints how much memory interned text takes; with true, the text too. */
export function qstr_info(verbose?: boolean): void;
/** Bytes of stack in use. */
export function stack_use(): int;

/**
 * A ring of bytes for one writer and one reader; writing is allowed in interrupts.
 *
 * @since 1.24
 */
export class RingIO {
  /** A ring of `size` bytes, or over a buffer, which holds one byte less than its length. */
  constructor(size: int | WritableBuffer);
  /** The number of bytes that can be read. */
  any(): int;
  /** Does nothing; files have it. */
  close(): void;
  /** Up to `nbytes` bytes, or all. */
  read(nbytes?: int): bytes;
  /** Fills the buffer as far as it goes; gives the number of bytes. */
  readinto(buffer: WritableBuffer, nbytes?: int): int;
  /** A line with its line end, or what is there. */
  readline(nbytes?: int): bytes;
  /** Writes as much as fits; gives the number of bytes. */
  write(data: ReadableBuffer): int;
}
