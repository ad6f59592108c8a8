/** The core whose instructions are being executed: its cycles are the time. */
export interface TimedCore {
  readonly cycles: number;
  stopAt(cycles: number): void;
}

/**
 * The time of the board in nanoseconds, in the shape that the peripherals of `rp2040js` expect.
 *
 * It is made of the cycles of the core that executes, so that a peripheral that looks at the time
 * in the middle of an instruction sees the time of that instruction. It goes on over a reset.
 */
export class ChipClock {
  private executing: TimedCore | undefined;
  private standing = 0;
  private originNanos = 0;
  private originCycles = 0;
  private nanosPerCycle = 8;
  private alarms: ChipAlarm[] = [];
  private past: number | undefined;

  get nanos(): number {
    if (this.past !== undefined) return this.past;
    return this.executing === undefined ? this.standing : this.nanosAt(this.executing.cycles);
  }

  createAlarm(callback: () => void): ChipAlarm {
    return new ChipAlarm(this, callback);
  }

  /** The system clock was set; cycles before now keep their length. */
  setFrequency(hertz: number): void {
    const now = this.nanos;
    this.originCycles = this.cyclesAt(now);
    this.originNanos = now;
    this.nanosPerCycle = 1e9 / hertz;
    this.executing?.stopAt(this.cyclesAt(this.nextAlarm));
  }

  nanosAt(cycles: number): number {
    return this.originNanos + (cycles - this.originCycles) * this.nanosPerCycle;
  }

  /** The first cycle at or after a time. */
  cyclesAt(nanos: number): number {
    // The subtracted hair keeps a time that is a whole number of cycles on that cycle.
    return this.originCycles + Math.ceil((nanos - this.originNanos) / this.nanosPerCycle - 1e-6);
  }

  get nextAlarm(): number {
    return this.alarms[0]?.nanos ?? Number.POSITIVE_INFINITY;
  }

  /** Runs a core with its cycles as the time. */
  during(core: TimedCore, run: () => void): void {
    this.executing = core;
    try {
      run();
    } finally {
      this.executing = undefined;
    }
  }

  /** Lets a part that lags behind do what it did at an earlier time, which is the present meanwhile. */
  at(nanos: number, part: { step(): void }): void {
    const before = this.past;
    this.past = nanos;
    try {
      part.step();
    } finally {
      this.past = before;
    }
  }

  /** Moves the time of a standing chip on and rings every alarm on the way, each at its own time. */
  advanceTo(nanos: number): void {
    while (this.nextAlarm <= nanos) {
      const alarm = this.alarms.shift()!;
      this.standing = Math.max(this.standing, alarm.nanos);
      alarm.ring();
    }
    this.standing = Math.max(this.standing, nanos);
  }

  /** A reset: what was planned before it does not happen. */
  forgetAlarms(): void {
    for (const alarm of this.alarms) alarm.forget();
    this.alarms = [];
  }

  insert(alarm: ChipAlarm): void {
    let index = this.alarms.length;
    while (index > 0 && this.alarms[index - 1]!.nanos > alarm.nanos) index -= 1;
    this.alarms.splice(index, 0, alarm);
    if (index === 0) this.executing?.stopAt(this.cyclesAt(alarm.nanos));
  }

  remove(alarm: ChipAlarm): void {
    const index = this.alarms.indexOf(alarm);
    if (index >= 0) this.alarms.splice(index, 1);
  }
}

export class ChipAlarm {
  nanos = 0;
  private scheduled = false;
  private readonly clock: ChipClock;
  private readonly callback: () => void;

  constructor(clock: ChipClock, callback: () => void) {
    this.clock = clock;
    this.callback = callback;
  }

  schedule(deltaNanos: number): void {
    this.scheduleAt(this.clock.nanos + Math.max(0, deltaNanos));
  }

  /** At a time that is not over; one that is, is now. */
  scheduleAt(nanos: number): void {
    this.cancel();
    this.nanos = Math.max(nanos, this.clock.nanos);
    this.scheduled = true;
    this.clock.insert(this);
  }

  cancel(): void {
    if (this.scheduled) this.clock.remove(this);
    this.scheduled = false;
  }

  ring(): void {
    this.scheduled = false;
    this.callback();
  }

  forget(): void {
    this.scheduled = false;
  }
}
