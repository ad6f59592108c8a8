/**
 * Synchronisation of tasks as in the first version of uasyncio; all of it for tasks only.
 *
 * New programs use `asyncio` and `primitives`.
 */
import { Event as AsyncioEvent, Lock as AsyncioLock } from "asyncio";

/** Raised inside a task that is cancelled: `asyncio.CancelledError`. */
export { CancelledError as StopTask, CancelledError as CancelError } from "asyncio";

/** Calls the function; when it is asynchronous, starts it as a task and does not wait. */
export function launch<A extends readonly unknown[]>(func: TaskContext<(...args: A) => unknown>, tup_args?: A): void;

/** Lets one task at a time into a section. `await using _ = lock;` acquires and releases it. */
export class Lock extends AsyncioLock {
  /** @param delay_ms Accepted and ignored: waiting tasks are woken in turn. */
  constructor(delay_ms?: int);
  /** Gives the lock back; RuntimeError when another task holds it, or none. */
  release(): void;
}

/** An event with data; `await event` waits for it. It stays set until `clear`. */
export class Event<T = unknown> extends AsyncioEvent {
  /** @param lp Accepted and ignored. */
  constructor(lp?: boolean);
  /** Sets the event, perhaps with data. */
  set(data?: T | null): void;
  /** Clears the event and its data. */
  clear(): void;
  /** The data, or null. */
  value(): T | null;
}
export interface Event<T> extends PromiseLike<void> {}

/** A place where so many tasks wait for each other: `await barrier`. It may be used again. */
export class Barrier<A extends readonly unknown[] = readonly []> {
  /**
   * @param participants How many tasks.
   * @range participants 1 1073741823
   * @param func Called, with `args`, when the last has arrived.
   */
  constructor(participants: int, func?: TaskContext<(...args: A) => unknown> | null, args?: A);
}
export interface Barrier<A> extends PromiseLike<void> {
  /**
   * Passes the barrier and counts as arrived, when `nowait` is true. Await what it gives; not in a loop.
   *
   * @throws ValueError when more tasks come than take part.
   */
  (options: Keywords<{ nowait?: boolean }>): Promise<void>;
  (nowait?: boolean): Promise<void>;
}

/** Lets so many tasks at a time into a section. */
export class Semaphore implements AsyncDisposable {
  /** @param value How many (default 1). */
  constructor(value?: int);
  /** Waits for a place and takes it. */
  acquire(): Promise<void>;
  /** Gives a place back. Any task may. */
  release(): void;
  [Symbol.asyncDispose](): Promise<void>;
}
/** A Semaphore that may not be released more often than acquired: ValueError. */
export class BoundedSemaphore extends Semaphore {}

/**
 * Waits so many seconds.
 *
 * @range granularity 0 1073741823
 * @param granularity Milliseconds; accepted and ignored, for sleeping tasks are cancelled at once. ValueError below 0.
 */
export function sleep(t: number, granularity?: int): Promise<void>;
export function sleep(
  t: number,
  options: Keywords<{
    /** @range 0 1073741823 */
    granularity?: int;
  }>,
): Promise<void>;

/** The names that tasks of `NamedTask` may have: any key of a dict. */
export type TaskName = string | int;
/** A function that is run as a task under a name; its first parameter is that name. */
export type NamedCoroutine<A extends readonly unknown[], R> = TaskContext<(name: any, ...args: A) => Promise<R>>;
/**
 * A task with a name, by which it is cancelled and looked up. Await it, or start it: `create_task(named())`.
 */
export class NamedTask<R = unknown, A extends readonly unknown[] = any, const Name extends TaskName = any> {
  /**
   * @param barrier Passed when the task has ended.
   * @throws ValueError when there is a task of that name.
   */
  constructor(
    name: Name,
    task: TaskContext<(name: Name, ...args: A) => Promise<R>>,
    ...args: [...A, Keywords<{ barrier: Barrier<any> | null }>]
  );
  constructor(name: Name, task: TaskContext<(name: Name, ...args: A) => Promise<R>>, ...args: A);
  /** Cancels a task; true unless it has ended already. */
  static cancel(name: TaskName): boolean;
  /** True while the task has not ended. */
  static is_running(name: TaskName): boolean;
  /** Makes the name free before the task has ended; it need not be called. */
  static end(name: TaskName): Promise<void>;
  /** Raises an error of the given class in a task; true unless it has ended already. */
  static pend_throw(name: TaskName, error: new () => BaseException | Error): boolean;
}
export interface NamedTask<R, A, Name> extends PromiseLike<R> {
  /** The coroutine, for `create_task`. */
  (): Promise<R>;
}

/**
 * A task in a group that is cancelled as a whole. Await it, or start it: `create_task(task())`.
 *
 * @example
 * const blink = cancellable(async (_: int, led: Pin) => { ... });
 * create_task(new Cancellable(blink, led)());
 * await Cancellable.cancel_all();
 */
export class Cancellable<R = unknown, A extends readonly unknown[] = any> {
  /** @param group The group's name (default 0). */
  constructor(
    task: TaskContext<(task_no: int, ...args: A) => Promise<R>>,
    ...args: [...A, Keywords<{ group: TaskName }>]
  );
  constructor(task: TaskContext<(task_no: int, ...args: A) => Promise<R>>, ...args: A);
  /** Cancels every task of a group and waits until all have ended; RuntimeError in a member of the group. */
  static cancel_all(group?: TaskName): Promise<void>;
  static cancel_all(options: Keywords<{ group?: TaskName }>): Promise<void>;
  /** Takes a task out of its group before it has ended; it need not be called. */
  static end(task_no: int): void;
  /** As `end`; it need not be called. */
  static stopped(task_no: int): Promise<void>;
}
export interface Cancellable<R, A> extends PromiseLike<R> {
  /** The coroutine, for `create_task`. */
  (): Promise<R>;
}
/** A function that is run as a `Cancellable`: its first parameter is the number of the task. */
export type CancellableFunction<R = unknown> = TaskContext<(task_no: int, ...args: any[]) => Promise<R>>;
/** Makes a function end quietly when it is cancelled: it returns null instead. */
export function cancellable<F extends CancellableFunction>(f: F): F;

/**
 * Ends tasks at a gate.
 *
 * @deprecated It comes from a time without cancellation. Use `Cancellable`, or `Task.cancel`.
 */
export class ExitGate implements AsyncDisposable {
  constructor(granularity?: int);
  /** True while somebody waits at the gate. */
  ending(): boolean;
  /** Waits so many seconds; false when it was cut short because the gate is ending tasks. */
  sleep(t: number): Promise<boolean>;
  [Symbol.asyncDispose](): Promise<void>;
}
export interface ExitGate extends PromiseLike<void> {}
