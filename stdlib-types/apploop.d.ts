/** Workers that take turns on a thread of their own (on an RP2 the second core), beside an asyncio loop. */

/** Runs workers in turn. Its methods may be called from either core. */
export class AppLoopManager {
  constructor();
  /** True from `start_thread` until the loop ends. */
  readonly started: boolean;
  /** The workers. The list is replaced, never changed. */
  readonly workers: readonly AppWorker[];
  /** Adds a worker. The loop may be running. */
  create_worker(worker: AppWorker): void;
  /** Takes a worker out. The loop may be running. */
  remove_worker(worker: AppWorker): void;
  /**
   * Starts the loop on a thread of its own.
   *
   * @throws RuntimeError when it runs already; OSError "core1 in use" when the second core is busy.
   */
  start_thread(): void;
  /** Ends the loop after the step in progress, and waits for that. In a task use `stop`. */
  stop_thread(): void;
  /** As `stop_thread`, while other tasks go on. */
  stop(): Promise<void>;
  /** What is done with an error of a worker: it is printed. Replace it to report elsewhere. */
  report(worker: AppWorker, error: BaseException | Error): void;
  /** Collects garbage while the loop rests between two steps. */
  collect(): Promise<void>;
}

/** A worker: it calls a function again and again, a step per turn. Extend it and replace `loop` for more. */
export class AppWorker {
  /**
   * @param period_ms Milliseconds from the start of a step to the start of the next, at least (default 1).
   * @param restart Whether a worker that raised an error is started again (default) or removed.
   */
  constructor(period_ms?: int, restart?: boolean);
  constructor(options: Keywords<{ period_ms?: int; restart?: boolean }>);
  /** Milliseconds from the start of a step to the start of the next, at least. */
  period_ms: int;
  /** Whether it is started again after an error. */
  restart: boolean;
  /** Sets the function that is called with the worker and `function_args`. */
  set_external_func<A = undefined>(external_func: ThreadEntry<(worker: AppWorker, args: A) => void>, function_args?: A): void;
  /**
   * What the worker does: every `yield` ends a step, `yield ms` asks for a pause, `return` ends the worker.
   *
   * It runs on the loop's thread.
   */
  loop(): Generator<int | undefined | void, void, unknown>;
}

/** An example of what a worker may run: a second of pretended work, counted. */
export class AppTask {
  constructor();
  /** How often it ran. */
  counter: int;
  /** Waits a second and prints how often it ran. */
  run(caller: AppWorker, args: readonly unknown[]): void;
}
