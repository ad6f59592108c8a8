import { BasePeripheral, type RP2040 } from "rp2040js";
import type { ChipAlarm, ChipClock } from "../chipClock.ts";

/** Registers of the TIMER (RP2040 datasheet, 4.6.5). */
const TIMEHW = 0x00;
const TIMELW = 0x04;
const TIMEHR = 0x08;
const TIMELR = 0x0c;
const ALARM0 = 0x10;
const ALARM3 = 0x1c;
const ARMED = 0x20;
const TIMERAWH = 0x24;
const TIMERAWL = 0x28;
const DBGPAUSE = 0x2c;
const PAUSE = 0x30;
const INTR = 0x34;
const INTE = 0x38;
const INTF = 0x3c;
const INTS = 0x40;

const TWO_32 = 2 ** 32;

/**
 * The 64-bit microsecond counter with its four alarms.
 *
 * The one of `rp2040js` cuts the way to an alarm down to whole microseconds, so that alarms ring
 * up to a microsecond early; an edge on a pin would be off by as much.
 */
export class MicrosecondTimer extends BasePeripheral {
  private readonly clock: ChipClock;
  private readonly alarms: ChipAlarm[];
  private readonly targets = new Uint32Array(4);
  private readonly onInterrupt: (alarm: number, level: boolean) => void;
  private originNanos: number;
  private armed = 0;
  private raw = 0;
  private enabled = 0;
  private forced = 0;
  private latchedHigh = 0;
  private writtenLow = 0;
  private debugPause = 7;
  private pausedAt: number | undefined;

  constructor(
    chip: RP2040,
    clock: ChipClock,
    onInterrupt: (alarm: number, level: boolean) => void,
  ) {
    super(chip, "TIMER");
    this.clock = clock;
    this.onInterrupt = onInterrupt;
    this.originNanos = clock.nanos;
    this.alarms = [0, 1, 2, 3].map((index) => clock.createAlarm(() => this.ring(index)));
  }

  private get micros(): number {
    const now = this.pausedAt ?? this.clock.nanos;
    return Math.floor((now - this.originNanos) / 1000 + 1e-6);
  }

  override readUint32(offset: number): number {
    if (offset >= ALARM0 && offset <= ALARM3) return this.targets[(offset - ALARM0) >> 2]!;
    switch (offset) {
      case TIMEHR:
        return this.latchedHigh;
      case TIMELR: {
        const now = this.micros;
        this.latchedHigh = Math.floor(now / TWO_32);
        return now >>> 0;
      }
      case ARMED:
        return this.armed;
      case TIMERAWH:
        return Math.floor(this.micros / TWO_32);
      case TIMERAWL:
        return this.micros >>> 0;
      case DBGPAUSE:
        return this.debugPause;
      case PAUSE:
        return this.pausedAt === undefined ? 0 : 1;
      case INTR:
        return this.raw;
      case INTE:
        return this.enabled;
      case INTF:
        return this.forced;
      case INTS:
        return (this.raw & this.enabled) | this.forced;
      default:
        return 0;
    }
  }

  override writeUint32(offset: number, value: number): void {
    if (offset >= ALARM0 && offset <= ALARM3) {
      this.arm((offset - ALARM0) >> 2, value);
      return;
    }
    switch (offset) {
      case TIMELW:
        this.writtenLow = value >>> 0;
        return;
      case TIMEHW:
        this.setTime((value >>> 0) * TWO_32 + this.writtenLow);
        return;
      case ARMED:
        this.disarm(this.rawWriteValue);
        return;
      case DBGPAUSE:
        this.debugPause = value & 7;
        return;
      case PAUSE:
        this.pause((value & 1) !== 0);
        return;
      case INTR:
        this.raw &= ~this.rawWriteValue;
        break;
      case INTE:
        this.enabled = value & 15;
        break;
      case INTF:
        this.forced = value & 15;
        break;
      default:
    }
    this.updateInterrupts();
  }

  private arm(index: number, target: number): void {
    this.targets[index] = target;
    this.armed |= 1 << index;
    this.plan(index);
  }

  /** The alarm rings when the low 32 bits next equal the target, however far that is. */
  private plan(index: number): void {
    if (this.pausedAt !== undefined) return;
    const now = this.micros;
    const distance = (this.targets[index]! - now) >>> 0;
    const due = this.originNanos + (now + distance) * 1000;
    this.alarms[index]!.schedule(due - this.clock.nanos);
  }

  private ring(index: number): void {
    this.armed &= ~(1 << index);
    this.raw |= 1 << index;
    this.updateInterrupts();
  }

  private disarm(mask: number): void {
    this.armed &= ~mask;
    for (let index = 0; index < 4; index++) {
      if ((mask & (1 << index)) !== 0) this.alarms[index]!.cancel();
    }
  }

  private setTime(micros: number): void {
    this.originNanos = (this.pausedAt ?? this.clock.nanos) - micros * 1000;
    this.planArmed();
  }

  private pause(paused: boolean): void {
    if (paused === (this.pausedAt !== undefined)) return;
    if (paused) {
      this.pausedAt = this.clock.nanos;
      for (const alarm of this.alarms) alarm.cancel();
      return;
    }
    this.originNanos += this.clock.nanos - this.pausedAt!;
    this.pausedAt = undefined;
    this.planArmed();
  }

  private planArmed(): void {
    for (let index = 0; index < 4; index++) {
      if ((this.armed & (1 << index)) !== 0) this.plan(index);
    }
  }

  private updateInterrupts(): void {
    const status = (this.raw & this.enabled) | this.forced;
    for (let index = 0; index < 4; index++) this.onInterrupt(index, (status & (1 << index)) !== 0);
  }
}
