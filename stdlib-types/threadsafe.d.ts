/**
 * Between asyncio tasks and everything else: interrupts, threads, the second core.
 *
 * Every class serves one task side and one foreign side.
 */
import { Event } from "asyncio";

/** An event that any context may set and any number of tasks wait for. */
export class ThreadSafeEvent extends Event {
  constructor();
  /** Sets the event. Allowed in hard interrupts and threads. */
  set(): void;
  /** Clears the event. Tasks only. */
  clear(): void;
  /** True when the event is set. */
  is_set(): boolean;
  /** Waits until the event is set. Tasks only. */
  wait(): Promise<true>;
}

/**
 * A queue of fixed size between a task and one other context. `for await` takes items for ever.
 *
 * What is put on the queue belongs to the other side: do not change it afterwards.
 *
 * @example
 * const readings = new ThreadSafeQueue<number>(20);
 * for await (const value of readings) print(value);
 */
export class ThreadSafeQueue<T> implements AsyncIterable<T, undefined, unknown> {
  /**
   * @param buf The number of slots, or an array or typed array to be used as buffer. N slots hold N - 1 items.
   * @range buf 2 1073741823
   */
  constructor(buf: int);
  constructor(buf: { [index: number]: T; readonly length: int; readonly charAt?: never });
  /** The number of items in the queue. Any context. */
  qsize(): int;
  /** True when there is no item. Any context. */
  empty(): boolean;
  /** True when there is no room. Any context. */
  full(): boolean;
  /**
   * Takes an item. Allowed in hard interrupts; with `block` in threads only.
   *
   * @param block Whether to wait while the queue is empty (default false).
   * @throws IndexError when the queue is empty.
   */
  get_sync(block?: boolean): T;
  get_sync(options: Keywords<{ block?: boolean }>): T;
  /**
   * Puts an item. Allowed in hard interrupts; with `block` in threads only.
   *
   * @param block Whether to wait while the queue is full (default false).
   * @throws IndexError when the queue is full; the item is not on it then.
   */
  put_sync(value: T, block?: boolean): void;
  put_sync(value: T, options: Keywords<{ block?: boolean }>): void;
  /** Takes an item, waiting for one. Tasks only, one at a time. */
  get(): Promise<T>;
  /** Puts an item, waiting for room. Tasks only, one at a time. */
  put(value: T): Promise<void>;
  [Symbol.asyncIterator](): AsyncIterator<T, undefined, unknown>;
}

/** An event with data. Await it, or iterate over it, for the data. */
export class Message<T = unknown> {
  constructor();
  /** Sets the event and its data. Allowed in hard interrupts and threads. */
  set(data?: T): void;
  /** Clears the event. Tasks only. */
  clear(): void;
  /** True when the event is set. */
  is_set(): boolean;
  /** The data that was set last. */
  value(): T;
  /** Waits until the event is set and gives the data. Tasks only. */
  wait(): Promise<T>;
  [Symbol.asyncIterator](): AsyncIterator<T, undefined, unknown>;
}
export interface Message<T> extends PromiseLike<T> {}

/**
 * A thread that runs functions which block, one after the other. On an RP2 it takes the second core.
 *
 * @example
 * const worker = new Context();
 * const page = await worker.assign(download, "http://example.com");
 */
export class Context {
  /**
   * @param qsize How many functions may wait (default 10).
   * @throws OSError "core1 in use" on an RP2 when the second core is busy already.
   */
  constructor(qsize?: int);
  /** Runs the function on the thread; gives its result, or raises its error here. */
  assign<A extends readonly unknown[], R>(func: ThreadEntry<(...args: A) => R>, ...args: A): Promise<R>;
}

/**
 * Runs a function that blocks on a thread of its own, while other tasks go on; gives its result.
 *
 * @throws OSError "core1 in use" on an RP2 when the second core is busy already.
 */
export function unblock<A extends readonly unknown[], R>(
  func: ThreadEntry<(...args: A) => R>,
  ...args: A
): Promise<R>;
