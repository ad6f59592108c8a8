import type { Pico } from "./pico.ts";

/** Wall time of one slice of work, after which input and output have their turn. */
const SLICE_MS = 4;
/** Emulated time per step within a slice, between looks at the clock on the wall. */
const STEP_NANOS = 1e6;
const MILLI = 1e6;
/** Sleeps shorter than this are saved up: timers of the computer are no finer. */
const SHORTEST_SLEEP_MS = 1;
/** A board that waits for nothing but input is looked at this often. */
const LONGEST_SLEEP_MS = 50;

export interface PicoRunnerOptions {
  /** A deep sleep, in which nobody reaches the board, takes no time on the wall. */
  readonly skipsDeepSleep?: boolean;
}

/**
 * Runs a board in step with the wall: a time in which the board waits takes as long as it says;
 * a time in which it computes takes as long as the computer needs.
 */
export class PicoRunner {
  private readonly pico: Pico;
  private readonly onFault: (error: unknown) => void;
  private readonly skipsDeepSleep: boolean;
  /** The board's time at which it stands still; whoever sets it looks for it. */
  untilNanos = Number.POSITIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private immediate: ReturnType<typeof setImmediate> | undefined;
  private running = false;
  /** Emulated idle time for which no wall time has passed yet; negative after a late timer. */
  private owedMs = 0;
  private sleptFrom = 0;
  private sleepingMs = 0;

  /** `onFault` hears of a board that locked up, once; the runner has stopped then. */
  constructor(pico: Pico, onFault: (error: unknown) => void, options: PicoRunnerOptions = {}) {
    this.pico = pico;
    this.onFault = onFault;
    this.skipsDeepSleep = options.skipsDeepSleep ?? false;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.pico.powerOn();
    this.immediate = setImmediate(() => this.slice());
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
    clearImmediate(this.immediate);
    this.timer = undefined;
  }

  /** Something was sent to the board: it need not wait for its next alarm to see it. */
  poke(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.wake();
  }

  private wake(): void {
    this.timer = undefined;
    const sleptMs = performance.now() - this.sleptFrom;
    const advanceMs = Math.max(0, Math.min(sleptMs - this.owedMs, this.sleepingMs));
    this.owedMs = Math.max(this.owedMs + advanceMs - sleptMs, -LONGEST_SLEEP_MS);
    this.guard(() => this.pico.advance(advanceMs));
    this.next();
  }

  private next(): void {
    if (this.running) this.immediate = setImmediate(() => this.slice());
  }

  private slice(): void {
    const { pico } = this;
    const end = performance.now() + SLICE_MS;
    while (this.running && performance.now() < end && pico.nanos < this.untilNanos) {
      if (!this.idle)
        this.guard(() => pico.computeUntil(Math.min(this.untilNanos, pico.nanos + STEP_NANOS)));
      else if (this.sleepUntilAlarm()) return;
      else
        this.guard(() =>
          pico.advanceTo(Math.min(this.untilNanos, pico.nanos + this.idleMs * MILLI)),
        );
    }
    this.next();
  }

  private get idle(): boolean {
    return this.pico.chip?.idle ?? true;
  }

  /** How long nothing happens on the board by itself. A board that waits for input has no alarm. */
  private get idleMs(): number {
    const { nanos, clock } = this.pico;
    return Math.min((clock.nextAlarm - nanos) / MILLI, LONGEST_SLEEP_MS);
  }

  /** Whether the runner sleeps now, instead of going on at once. */
  private sleepUntilAlarm(): boolean {
    const { idleMs } = this;
    if (this.skipsDeepSleep && this.pico.chip?.deepAsleep === true) return false;
    if (this.owedMs + idleMs < SHORTEST_SLEEP_MS) {
      this.owedMs += idleMs;
      return false;
    }
    this.sleepingMs = idleMs;
    this.sleptFrom = performance.now();
    this.timer = setTimeout(() => this.wake(), this.owedMs + idleMs);
    return true;
  }

  private guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.stop();
      this.onFault(error);
    }
  }
}
