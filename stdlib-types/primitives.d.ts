/** Queues, semaphores, buttons, encoders and other helpers for asyncio tasks. All of it for tasks only. */
import type { ChipPin } from "machine";
import type { Event as AsyncioEvent, Lock, Task } from "asyncio";

/** A function, or an asynchronous one that is started as a task. */
type Callback<A extends readonly unknown[]> = TaskContext<(...args: A) => unknown>;
/** Anything that can be waited for like an event. */
export interface EventLike {
  wait(): Promise<unknown>;
}

/** Calls the function; when it is asynchronous, starts it as a task. Gives what it gives, or the task. */
export function launch<A extends readonly unknown[]>(func: Callback<A>, tup_args?: A): unknown;
/** From now on an error that no task catches ends the program. */
export function set_global_exception(): void;

/** The queue is empty. */
export class QueueEmpty extends Exception {
  private readonly __QueueEmpty: never;
}
/** The queue is full. */
export class QueueFull extends Exception {
  private readonly __QueueFull: never;
}
/** A queue between tasks; `maxsize` 0 is no limit. `for await` takes items for ever. */
export class Queue<T> implements AsyncIterable<T, undefined, unknown> {
  constructor(maxsize?: int);
  /** Takes an item, waiting for one. */
  get(): Promise<T>;
  /** Puts an item, waiting for room. */
  put(value: T): Promise<void>;
  /** Takes an item; QueueEmpty when there is none. */
  get_nowait(): T;
  /** Puts an item; QueueFull when there is no room. */
  put_nowait(value: T): void;
  /** The number of items. */
  qsize(): int;
  /** True when there is no item. */
  empty(): boolean;
  /** True when there is no room. */
  full(): boolean;
  /** Says that an item is dealt with; ValueError when none was open. */
  task_done(): void;
  /** Waits until every item is dealt with. */
  join(): Promise<void>;
  [Symbol.asyncIterator](): AsyncIterator<T, undefined, unknown>;
}

/** A queue in a buffer that takes no memory afterwards. `for await` takes items for ever. */
export class RingbufQueue<T> implements AsyncIterable<T, undefined, unknown> {
  /** @param buf The number of slots, or an array or typed array. N slots hold N - 1 items. */
  constructor(buf: int);
  constructor(buf: { [index: number]: T; readonly length: int });
  /** Takes an item, waiting for one. */
  get(): Promise<T>;
  /** Puts an item, waiting for room. */
  put(value: T): Promise<void>;
  /** Takes an item; IndexError when there is none. */
  get_nowait(): T;
  /** Puts an item; when there is no room, over the oldest, and then raises IndexError. */
  put_nowait(value: T): void;
  /** The oldest item, left where it is; IndexError when there is none. */
  peek(): T;
  /** The number of items. */
  qsize(): int;
  /** True when there is no item. */
  empty(): boolean;
  /** True when there is no room. */
  full(): boolean;
  [Symbol.asyncIterator](): AsyncIterator<T, undefined, unknown>;
}

/** Lets so many tasks at a time into a section. `await using _ = semaphore;` takes a place. */
export class Semaphore implements AsyncDisposable {
  constructor(value?: int);
  /** Waits for a place and takes it. */
  acquire(): Promise<void>;
  /** Gives a place back. Any task may. */
  release(): void;
  [Symbol.asyncDispose](): Promise<void>;
}
/** A Semaphore that may not be released more often than acquired: ValueError. */
export class BoundedSemaphore extends Semaphore {}

/** A place where so many tasks wait for each other: `await barrier`. It may be used again. */
export class Barrier<A extends readonly unknown[] = readonly []> {
  /** @range participants 1 1073741823 */
  constructor(participants: int, func?: Callback<A> | null, args?: A);
  /** Counts as arrived without waiting; ValueError when more come than take part. */
  trigger(): void;
  /** What the callback gave. */
  result(): unknown;
  /** True while tasks wait. */
  busy(): boolean;
}
export interface Barrier<A> extends PromiseLike<void> {
  /** Waits, or with `nowait` only counts as arrived. Await what it gives. */
  (options: Keywords<{ nowait?: boolean }>): Promise<void>;
  (nowait?: boolean): Promise<void>;
}

/** Lets tasks wait for something that others change under a lock. */
export class Condition implements AsyncDisposable {
  constructor(lock?: Lock | null);
  /** Takes the lock. */
  acquire(): Promise<void>;
  /** Gives the lock back. */
  release(): void;
  /** True while a task holds the lock. */
  locked(): boolean;
  /** Waits for a notification, without the lock meanwhile; RuntimeError when it is not locked. */
  wait(): Promise<void>;
  /** Waits until the predicate holds and gives its value. */
  wait_for<R>(predicate: () => R): Promise<R>;
  /** Wakes `n` tasks (default 1). */
  notify(n?: int): void;
  /** Wakes all tasks. */
  notify_all(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Runs a callback after a delay that can be begun anew: a retriggerable monostable. */
export class Delay_ms<A extends readonly unknown[] = readonly []> {
  /** @param duration Milliseconds (default 1000). */
  constructor(func?: Callback<A> | null, args?: A, duration?: int);
  constructor(options: Keywords<{ func?: Callback<A> | null; args?: A; duration?: int }>);
  /** Begins the delay, of `duration` milliseconds when given. Allowed in hard interrupts. */
  trigger(duration?: int): void;
  /** Ends the delay without the callback. */
  stop(): void;
  /** True while the delay runs. */
  running(): boolean;
  /** What the callback gave. */
  rvalue(): unknown;
  /** Sets the callback. */
  callback<B extends readonly unknown[]>(func?: Callback<B> | null, args?: B): void;
  /** Waits until the delay is over. */
  wait(): Promise<void>;
  /** Clears the event of the end. */
  clear(): void;
  /** Sets the event of the end. */
  set(): void;
  /** Ends its task. */
  deinit(): void;
}
export interface Delay_ms<A> {
  /** True while the delay runs. */
  (): boolean;
}

/** Waits for the first of several events. */
export class WaitAny {
  constructor(events: readonly EventLike[]);
  /** Waits, and gives the event that came. */
  wait(): Promise<EventLike>;
  /** The event that came last. */
  event(): EventLike | null;
  /** Clears all events. */
  clear(): void;
}
/** Waits for all of several events. */
export class WaitAll {
  constructor(events: readonly EventLike[]);
  /** Waits for every event. */
  wait(): Promise<void>;
  /** Clears all events. */
  clear(): void;
}
/** Makes the end of a coroutine or task something that `WaitAny` and `WaitAll` can wait for. */
export class ELO<A extends readonly unknown[] = readonly []> {
  /** @param coro An asynchronous function, which is started with `args`, or a task. */
  constructor(coro: ((...args: A) => Promise<unknown>) | Task<unknown>, ...args: A);
  /** Waits until it has ended. */
  wait(): Promise<void>;
}
export interface ELO<A> {
  /** The task. */
  (): Task;
}

/** A switch to ground, debounced. */
export class Switch {
  /** @param pin An input with its pull-up resistor on. */
  constructor(pin: ChipPin);
  /** Milliseconds of debouncing (default 50). */
  static debounce_ms: int;
  /** What runs when the switch closes. With null: the event `close` instead. */
  close_func<A extends readonly unknown[]>(func: Callback<A> | null, args?: A): void;
  /** What runs when the switch opens. With null: the event `open` instead. */
  open_func<A extends readonly unknown[]>(func: Callback<A> | null, args?: A): void;
  /** Set when the switch closes, after `close_func(null)`. */
  readonly close: AsyncioEvent;
  /** Set when the switch opens, after `open_func(null)`. */
  readonly open: AsyncioEvent;
  /** Ends its task. */
  deinit(): void;
}
export interface Switch {
  /** The debounced level: 0 is closed. */
  (): 0 | 1;
}

/** A button, debounced, with double and long presses. */
export class Pushbutton {
  /**
   * @param suppress Whether a double or long press suppresses `release_func`.
   * @param sense The level of the open button; the level at the start when not given.
   */
  constructor(pin: ChipPin, suppress?: boolean, sense?: 0 | 1 | null);
  constructor(pin: ChipPin, options: Keywords<{ suppress?: boolean; sense?: 0 | 1 | null }>);
  /** Milliseconds of debouncing (default 50). */
  static debounce_ms: int;
  /** Milliseconds of a long press (default 1000). */
  static long_press_ms: int;
  /** Milliseconds between the presses of a double click, at most (default 400). */
  static double_click_ms: int;
  /** What runs when the button is pressed. With null: the event `press` instead; without anything: nothing. */
  press_func<A extends readonly unknown[]>(func?: Callback<A> | null | false, args?: A): void;
  /** What runs when the button is let go. With null: the event `release` instead. */
  release_func<A extends readonly unknown[]>(func?: Callback<A> | null | false, args?: A): void;
  /** What runs on a double click. With null: the event `double` instead. */
  double_func<A extends readonly unknown[]>(func?: Callback<A> | null | false, args?: A): void;
  /** What runs on a long press. With null: the event `long` instead. */
  long_func<A extends readonly unknown[]>(func?: Callback<A> | null | false, args?: A): void;
  /** True while the button is pressed, as the pin says. */
  rawstate(): boolean;
  /** Set on a press, after `press_func(null)`. */
  readonly press: AsyncioEvent;
  /** Set on letting go, after `release_func(null)`. */
  readonly release: AsyncioEvent;
  /** Set on a double click, after `double_func(null)`. */
  readonly double: AsyncioEvent;
  /** Set on a long press, after `long_func(null)`. */
  readonly long: AsyncioEvent;
  /** Ends its task. */
  deinit(): void;
}
export interface Pushbutton {
  /** True while the button is pressed, debounced. */
  (): boolean;
}

/** A switch that sets events. */
export class ESwitch {
  /** @param lopen The level of the open switch (default 1). */
  constructor(pin: ChipPin, lopen?: 0 | 1);
  /** Milliseconds of debouncing (default 50). */
  static debounce_ms: int;
  /** Set when the switch closes. */
  readonly close: AsyncioEvent;
  /** Set when the switch opens. */
  readonly open: AsyncioEvent;
  /** Ends its task. */
  deinit(): void;
}
export interface ESwitch {
  /** 0 while it is open, 1 while it is closed. */
  (): 0 | 1;
}
/** A button that sets events. */
export class EButton {
  constructor(pin: ChipPin, suppress?: boolean, sense?: 0 | 1 | null);
  constructor(pin: ChipPin, options: Keywords<{ suppress?: boolean; sense?: 0 | 1 | null }>);
  /** Milliseconds of debouncing (default 50). */
  static debounce_ms: int;
  /** Milliseconds of a long press (default 1000). */
  static long_press_ms: int;
  /** Milliseconds between the presses of a double click, at most (default 400). */
  static double_click_ms: int;
  /** Set when the button is pressed. */
  readonly press: AsyncioEvent;
  /** Set when the button is let go. */
  readonly release: AsyncioEvent;
  /** Set on a double click. */
  readonly double: AsyncioEvent;
  /** Set on a long press. */
  readonly long: AsyncioEvent;
  /** True while the button is pressed, as the pin says. */
  rawstate(): boolean;
  /** Ends its task. */
  deinit(): void;
}
export interface EButton {
  /** True while the button is pressed, debounced. */
  (): boolean;
}

/** A rotary encoder turned by hand. `for await` gives its value at every change. */
export class Encoder<A extends readonly unknown[] = readonly []> implements AsyncIterable<int, undefined, unknown> {
  /**
   * @param v The value at the start. `div` steps make one; `vmin`, `vmax` and `mod` limit it.
   * @param callback Gets the value, the change, and `args`.
   */
  constructor(
    pin_x: ChipPin,
    pin_y: ChipPin,
    options?: Keywords<{
      v?: int;
      div?: int;
      vmin?: int | null;
      vmax?: int | null;
      mod?: int | null;
      callback?: TaskContext<(value: int, delta: int, ...args: A) => unknown>;
      args?: A;
      delay?: int;
    }>,
  );
  /** The value. */
  value(): int;
  /** Ends its task. */
  deinit(): void;
  [Symbol.asyncIterator](): AsyncIterator<int, undefined, unknown>;
}

/** An analog input that tasks wait for: `await aadc(lower, upper)`, `await aadc(change)`. */
export class AADC {
  constructor(adc: { read_u16(): int });
  /** Milliseconds from reading to reading while a task waits (default 10). */
  static period_ms: int;
  /** Whether to wait until the value is out of the range (true, at first) or within it. */
  sense(normal: boolean): void;
  /** The value, or the last one. */
  read_u16(last?: boolean): int;
}
export interface AADC extends PromiseLike<int> {
  /** Sets the range: two limits, or how far from the present value. Await what it gives. */
  (lower: int, upper: int): PromiseLike<int>;
  (change?: int): PromiseLike<int>;
}

/** Something that is told about topics: extend it. */
export abstract class Agent {
  /** Called with each message; when it is asynchronous, started as a task. */
  abstract put(topic: string, message: any, ...args: any[]): unknown;
}
/** Matches topics from their start, for `Broker.subscribe`. */
export class RegExp {
  constructor(re_str: string);
  /** True when the topic matches. */
  matching(topic: string): boolean;
}
/** Anything a topic can be subscribed by: an agent, a queue (which gets pairs of topic and message), an event, a function. */
export type Subscriber =
  | Agent
  | Queue<any>
  | RingbufQueue<any>
  | AsyncioEvent
  | TaskContext<(topic: string, message: any, ...args: any[]) => unknown>;
/** Passes messages from those who publish a topic to those who subscribe to it. */
export class Broker {
  constructor();
  /** Whether it prints what has no effect (default true). */
  static Verbose: boolean;
  /** Adds a subscriber; ValueError when it cannot be one. */
  subscribe(topic: string | RegExp, agent: Subscriber, ...args: unknown[]): void;
  /** Takes a subscriber away. */
  unsubscribe(topic: string | RegExp, agent: Subscriber, ...args: unknown[]): void;
  /** Tells all subscribers. */
  publish(topic: string, message?: unknown): void;
}
