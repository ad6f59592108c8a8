import { BasePeripheral, type RP2040 } from "rp2040js";
import type { ChipAlarm, ChipClock } from "../chipClock.ts";

/** Registers of the WATCHDOG (RP2040 datasheet, 4.7.6). */
const CTRL = 0x00;
const LOAD = 0x04;
const REASON = 0x08;
const SCRATCH0 = 0x0c;
const SCRATCH7 = 0x28;
const TICK = 0x2c;

const TIME_MASK = 0xffffff;
const ENABLE = 1 << 30;
const TRIGGER = 1 << 31;
const PAUSE_MASK = 7 << 24;
const TICK_RUNNING = 1 << 10;
/** The counter goes down twice in each microsecond (erratum RP2040-E1). */
const NANOS_PER_COUNT = 500;

export const RESET_BY_TIMER = 1;
export const RESET_BY_FORCE = 2;

/** What of the watchdog outlives the reset that it causes. */
export interface WatchdogMemory {
  reason: number;
  readonly scratch: Uint32Array;
}

export function coldWatchdog(): WatchdogMemory {
  return { reason: 0, scratch: new Uint32Array(8) };
}

export class Watchdog extends BasePeripheral {
  private readonly clock: ChipClock;
  private readonly memory: WatchdogMemory;
  private readonly onReset: () => void;
  private readonly alarm: ChipAlarm;
  private control = PAUSE_MASK;
  private tick = 0;
  /** The time at which the counter reaches 0, while it runs. */
  private expires = 0;
  private loaded = 0;

  constructor(chip: RP2040, clock: ChipClock, memory: WatchdogMemory, onReset: () => void) {
    super(chip, "WATCHDOG");
    this.clock = clock;
    this.memory = memory;
    this.onReset = onReset;
    this.alarm = clock.createAlarm(() => this.reset(RESET_BY_TIMER));
  }

  get enabled(): boolean {
    return (this.control & ENABLE) !== 0;
  }

  override readUint32(offset: number): number {
    if (offset >= SCRATCH0 && offset <= SCRATCH7) {
      return this.memory.scratch[(offset - SCRATCH0) >> 2]!;
    }
    switch (offset) {
      case CTRL:
        return this.control | this.counter;
      case REASON:
        return this.memory.reason;
      case TICK:
        return this.tick | TICK_RUNNING;
      default:
        return 0;
    }
  }

  override writeUint32(offset: number, value: number): void {
    if (offset >= SCRATCH0 && offset <= SCRATCH7) {
      this.memory.scratch[(offset - SCRATCH0) >> 2] = value;
      return;
    }
    switch (offset) {
      case CTRL:
        this.writeControl(value);
        return;
      case LOAD:
        this.loaded = value & TIME_MASK;
        this.start();
        return;
      case TICK:
        this.tick = value & 0x3ff;
        return;
      default:
    }
  }

  private get counter(): number {
    if (!this.enabled) return this.loaded;
    return Math.max(0, Math.ceil((this.expires - this.clock.nanos) / NANOS_PER_COUNT)) & TIME_MASK;
  }

  private writeControl(value: number): void {
    if (!this.enabled && (value & ENABLE) !== 0) {
      this.control |= ENABLE;
      this.start();
    } else if (this.enabled && (value & ENABLE) === 0) {
      this.loaded = this.counter;
      this.alarm.cancel();
    }
    this.control = value & (ENABLE | PAUSE_MASK);
    if ((value & TRIGGER) !== 0) this.reset(RESET_BY_FORCE);
  }

  private start(): void {
    if (!this.enabled) return;
    const left = this.loaded * NANOS_PER_COUNT;
    this.expires = this.clock.nanos + left;
    this.alarm.schedule(left);
  }

  private reset(reason: number): void {
    this.memory.reason = reason;
    this.onReset();
  }
}
