/**
 * Threads. An RP2 has two cores: one thread besides the main program, on the second core.
 *
 * There is no global lock: what both cores touch needs a lock or a queue of `threadsafe`.
 */

/**
 * A lock between threads. Not reentrant: a thread that acquires it twice waits for ever.
 *
 * `using _ = lock;` acquires it there and releases it at the end of the block.
 */
export class LockType implements Disposable {
  private constructor();
  /**
   * Takes the lock, waiting for it unless `waitflag` is 0. True when it was taken.
   *
   * @param waitflag 1 waits (default), 0 only tries: the one form allowed in an interrupt.
   * @param timeout Accepted and ignored; -1 when given.
   */
  acquire(waitflag?: 0 | 1 | boolean, timeout?: int): boolean;
  /** Gives the lock back; RuntimeError when it is not locked. */
  release(): void;
  /** True while somebody holds the lock. */
  locked(): boolean;
  [Symbol.dispose](): void;
}

/** Makes a lock. */
export function allocate_lock(): LockType;
/**
 * Runs `f(...args)` on a thread of its own; gives the thread's number.
 *
 * @throws OSError "core1 in use" on an RP2 when the second core is busy already.
 * @example
 * start_new_thread(worker, [toCore1, fromCore1]);
 */
export function start_new_thread<A extends readonly unknown[]>(
  f: ThreadEntry<(...args: A) => void>,
  args: A,
): int;
/** Ends the thread that calls it: it raises SystemExit. In the main program, that ends the program. */
export function exit(): never;
/** The number of the running thread. */
export function get_ident(): int;
/**
 * The stack in bytes of threads started from now on, or sets it. RP2: 4096 by default, 2048 at least.
 *
 * @throws ValueError when the size is too small.
 */
export function stack_size(): int;
export function stack_size(size: int): int;
