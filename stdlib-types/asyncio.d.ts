/**
 * Cooperative tasks on one core.
 *
 * Only code of the loop's own core and only task code may call these functions; from an interrupt
 * or another thread use `ThreadSafeFlag.set`, or a class of the module `threadsafe`.
 */

/** A coroutine that runs on the loop. Await it for its result; every waiter gets the same one. */
export class Task<T = unknown> {
  private constructor();
  /**
   * Asks the task to end: CancelledError is raised where it waits. True unless it has ended.
   *
   * @throws RuntimeError when a task cancels itself.
   */
  cancel(): boolean;
  /** True when the task has ended, however it did. */
  done(): boolean;
  /** The coroutine that the task runs. */
  readonly coro: unknown;
  /** Bookkeeping of the loop; after the end, how it ended. */
  data: unknown;
  /** Bookkeeping of the loop: who waits, or whether it is done. */
  readonly state: unknown;
}
export interface Task<T> extends Promise<T> {}

/** Raised inside a task that is cancelled. It is no Exception: `catch` lets it pass unless it is named. */
export class CancelledError extends BaseException {
  private readonly __CancelledError: never;
}
/** Raised by `wait_for` and `wait_for_ms` when the time is up. */
export class TimeoutError extends Exception {
  private readonly __TimeoutError: never;
}

/**
 * Runs a coroutine, and every task it starts, until the coroutine ends; gives its result.
 *
 * Tasks still running then are left where they stand.
 */
export function run<T>(coro: Promise<T> | PromiseLike<T>): T;
/** Runs the loop until the given task ends; without one, as long as there are tasks. */
export function run_until_complete<T>(task: Task<T>): T;
export function run_until_complete(): void;
/**
 * Starts a coroutine as a task. Its body begins at the loop's next turn.
 *
 * @example
 * const blinker = create_task(blink(led));
 * await sleep(5);
 * blinker.cancel();
 */
export function create_task<T>(coro: Promise<T>): Task<T>;
/** The task that is running; RuntimeError outside of one. */
export function current_task(): Task;
/** The task that is running, or null outside of one. */
export const cur_task: Task | null;

/** Waits so many seconds; other tasks run meanwhile. Await it at once: it cannot be kept for later. */
export function sleep(seconds: number): Promise<void>;
/** Waits so many milliseconds (whole). 0 lets every other ready task run once. */
export function sleep_ms(ms: int): Promise<void>;
/**
 * Waits for a coroutine or task, `timeout` seconds at most; null waits for ever.
 *
 * @throws TimeoutError after cancelling it when the time is up.
 */
export function wait_for<T>(awaitable: PromiseLike<T>, timeout: number | null): Promise<T>;
/**
 * Waits for a coroutine or task, `timeout` milliseconds at most.
 *
 * @throws TimeoutError after cancelling it when the time is up.
 */
export function wait_for_ms<T>(awaitable: PromiseLike<T>, timeout: int | null): Promise<T>;
/**
 * Runs coroutines and tasks side by side and gives their results in order.
 *
 * The first error is raised at once, and the others go on. With `{ return_exceptions: true }`
 * errors take the place of results.
 *
 * @example
 * const [temperature, pressure] = await gather(readTemperature(), readPressure());
 */
export function gather<A extends readonly (Promise<unknown> | PromiseLike<unknown>)[]>(
  ...awaitables: A
): Promise<{ -readonly [I in keyof A]: Awaited<A[I]> }>;
export function gather<const A extends readonly PromiseLike<unknown>[]>(
  ...awaitables: [...A, Keywords<{ return_exceptions: true }>]
): Promise<{ -readonly [I in keyof A]: Awaited<A[I]> | BaseException | Error }>;
export function gather<A extends readonly PromiseLike<unknown>[]>(
  ...awaitables: [...A, Keywords<{ return_exceptions: false }>]
): Promise<{ -readonly [I in keyof A]: Awaited<A[I]> }>;

/** A flag that any number of tasks can wait for. For tasks only; see `ThreadSafeFlag`. */
export class Event {
  constructor();
  /** True when the event is set. */
  is_set(): boolean;
  /** Sets the event: every waiting task goes on. */
  set(): void;
  /** Clears the event. */
  clear(): void;
  /** Waits until the event is set; at once when it is. */
  wait(): Promise<true>;
}

/**
 * Lets one task at a time into a section.
 *
 * `await using _ = lock;` acquires it there and releases it at the end of the block.
 */
export class Lock implements AsyncDisposable {
  constructor();
  /** True while a task holds the lock. */
  locked(): boolean;
  /** Waits for the lock and takes it; tasks get it in the order they asked. */
  acquire(): Promise<true>;
  /** Gives the lock to the next task; RuntimeError when it is not locked. */
  release(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A flag that interrupts and threads may set and one task waits for. Waiting clears it.
 *
 * A second task that waits makes the first wait for ever; for many waiters use
 * `threadsafe.ThreadSafeEvent`.
 */
export class ThreadSafeFlag {
  constructor();
  /** Sets the flag. Allowed in hard interrupts and threads. */
  set(): void;
  /** Clears the flag. */
  clear(): void;
  /** Waits until the flag is set, and clears it. One task only. */
  wait(): Promise<void>;
  /** How the loop polls the flag; not for programs. */
  ioctl(request: int, flags: int): int;
}

/** A connection or other stream. `await using` closes it at the end of the block. */
export interface Stream extends AsyncDisposable {
  /** Reads up to `n` bytes, as they come; without `n`, everything until the other side closes. */
  read(n?: int): Promise<bytes>;
  /** Reads what is there into the buffer and gives the number of bytes. */
  readinto(buffer: WritableBuffer): Promise<int>;
  /** Reads exactly `n` bytes; EOFError when the other side closes before. */
  readexactly(n: int): Promise<bytes>;
  /** Reads a line with its line end; empty when the other side has closed. */
  readline(): Promise<bytes>;
  /** Puts data into the send buffer, or sends it when there is room. Follow it with `drain`. */
  write(data: ReadableBuffer | string): void;
  /** Sends what is in the buffer. */
  drain(): Promise<void>;
  /** Ends the stream; wait for it with `wait_closed`. */
  close(): void;
  /** Waits until the stream is closed. */
  wait_closed(): Promise<void>;
  /** The other side's address: `get_extra_info("peername")`. */
  get_extra_info(name: "peername"): unknown;
  /** Old name of `close` and `wait_closed` in one. */
  aclose(): Promise<void>;
  /** Old name of `write` and `drain` in one; a part of the data with `off` and `sz`. */
  awrite(data: ReadableBuffer | string, off?: int, sz?: int): Promise<void>;
  /** Old name of `awrite` for text. */
  awritestr(text: string, off?: int, sz?: int): Promise<void>;
}
/** Makes a stream of a socket, UART or file. Reader and writer are one class. */
export class StreamReader {
  constructor(stream: unknown, extra?: Record<string, unknown>);
}
export interface StreamReader extends Stream {}
/** Makes a stream of a socket, UART or file. Reader and writer are one class. */
export class StreamWriter {
  constructor(stream: unknown, extra?: Record<string, unknown>);
}
export interface StreamWriter extends Stream {}

/** What `start_server` gives. `await using` closes it at the end of the block. */
export interface Server extends AsyncDisposable {
  /** Stops accepting connections. */
  close(): void;
  /** Waits until the server has ended. */
  wait_closed(): Promise<void>;
}

/**
 * Connects to a TCP server; gives the stream twice, to read and to write.
 *
 * @throws OSError when the address is unknown or the server cannot be reached.
 */
export function open_connection(
  host: string,
  port: int,
  options?: Keywords<{
    /** True or an `ssl.SSLContext` for TLS. */
    ssl?: unknown;
    /** The name that the certificate must bear. */
    server_hostname?: string | null;
  }>,
): Promise<[StreamReader, StreamWriter]>;
/**
 * Listens for TCP connections; every one starts a task that runs the callback.
 *
 * @throws OSError EADDRINUSE when the port is taken.
 * @example
 * const server = await start_server(handle, "0.0.0.0", 80);
 * await server.wait_closed();
 */
export function start_server(
  callback: TaskContext<(reader: StreamReader, writer: StreamWriter) => Promise<unknown>>,
  host: string,
  port: int,
  options: Keywords<{ backlog?: int; ssl?: unknown }>,
): Promise<Server>;
export function start_server(
  callback: TaskContext<(reader: StreamReader, writer: StreamWriter) => Promise<unknown>>,
  host: string,
  port: int,
  backlog?: int,
  ssl?: unknown,
): Promise<Server>;

/** What an exception handler is told, under "message", "exception" and "future" (the task). */
export type ExceptionContext = Record<string, any>;
/** Called with an error that ended a task and that nobody waits for. */
export type ExceptionHandler = TaskContext<(loop: Loop, context: ExceptionContext) => void>;

/** The one event loop. */
export class Loop {
  private constructor();
  /** As the function `create_task`. */
  create_task<T>(coro: Promise<T>): Task<T>;
  /** Runs until `stop` is called. */
  run_forever(): void;
  /** Runs until the coroutine ends and gives its result. */
  run_until_complete<T>(coro: PromiseLike<T>): T;
  /** Ends `run_forever`. */
  stop(): void;
  /** Does nothing; there is one loop. */
  close(): void;
  /** Sets what is called for errors that nobody catches; null prints them. */
  set_exception_handler(handler: ExceptionHandler | null): void;
  /** What `set_exception_handler` set. */
  get_exception_handler(): ExceptionHandler | null;
  /** Prints the error. */
  default_exception_handler(loop: Loop, context: ExceptionContext): void;
  /** Calls the handler. */
  call_exception_handler(context: ExceptionContext): void;
}
/** The event loop. */
export function get_event_loop(): Loop;
/** Drops all tasks and gives the loop, as fresh. Call it before a second `run`. */
export function new_event_loop(): Loop;

/** `time.ticks_ms`: milliseconds of a counter that wraps. */
export function ticks(): int;
/** `time.ticks_add`. */
export function ticks_add(ticks: int, delta: int): int;
/** `time.ticks_diff`: milliseconds from `start` to `end`. */
export function ticks_diff(end: int, start: int): int;

/** The loop's list of streams to poll; not for programs. */
export class IOQueue {
  constructor();
  /** Parks the running task until the stream can be read. */
  queue_read(stream: unknown): void;
  /** Parks the running task until the stream can be written. */
  queue_write(stream: unknown): void;
  /** Takes a task off the list. */
  remove(task: Task): void;
  /** Polls, `ms` milliseconds at most. */
  wait_io_event(ms: int): void;
}
/** The loop's list of tasks by time; not for programs. */
export class TaskQueue {
  constructor();
  /** The next task, left on the list. */
  peek(): Task | null;
  /** The next task, taken off the list. */
  pop(): Task;
  /** Puts a task on the list. */
  push(task: Task, ticks?: int): void;
  /** Takes a task off the list. */
  remove(task: Task): void;
}
/** What `sleep` gives inside of the loop; not for programs. */
export class SingletonGenerator {
  constructor();
}
