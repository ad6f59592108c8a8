import { BasePeripheral, type RP2040 } from "rp2040js";
import type { ChipAlarm, ChipClock } from "../../chipClock.ts";
import type { OutputSignal } from "../../outputs/outputSignal.ts";
import { PwmSlice } from "./pwmSlice.ts";

/** Registers (RP2040 datasheet, 4.5.3): those of a slice, then those of all. */
const CSR = 0x00;
const DIV = 0x04;
const CTR = 0x08;
const CC = 0x0c;
const TOP = 0x10;
const SLICE_SIZE = 0x14;
const EN = 0xa0;
const INTR = 0xa4;
const INTE = 0xa8;
const INTF = 0xac;
const INTS = 0xb0;

const SLICES = 8;
const PINS = 30;
const INTERRUPT = 4;

export interface PwmSurroundings {
  onInterrupt(interrupt: number, level: boolean): void;
  /** Whether a DMA channel waits for each wrap of a slice. */
  waitsForWrap(slice: number): boolean;
  onWrap(slice: number): void;
}

/**
 * The eight slices of the PWM.
 *
 * Written anew rather than taken from `rp2040js`: there the first period has no pulse, counts of a
 * fractional divider are rounded, phase-correct outputs never rise, and every edge takes its alarm
 * whether or not someone looks.
 */
export class Pwm extends BasePeripheral {
  /** `rp2040js` looks here for its own, to tell them the frequency. */
  readonly channels: readonly never[] = [];
  readonly outputs: readonly OutputSignal[];
  private readonly slices: readonly PwmSlice[];
  private readonly wrapAlarms: readonly ChipAlarm[];
  private readonly surroundings: PwmSurroundings;
  private raw = 0;
  private enabled = 0;
  private forced = 0;

  constructor(chip: RP2040, clock: ChipClock, surroundings: PwmSurroundings) {
    super(chip, "PWM");
    this.surroundings = surroundings;
    this.slices = Array.from({ length: SLICES }, () => new PwmSlice(clock));
    this.outputs = this.slices.flatMap(({ a, b }) => [a, b]);
    this.wrapAlarms = this.slices.map((_, index) => clock.createAlarm(() => this.wrapped(index)));
  }

  override readUint32(offset: number): number {
    const slice = this.slices[Math.floor(offset / SLICE_SIZE)];
    if (slice !== undefined) return readSlice(slice, offset % SLICE_SIZE);
    switch (offset) {
      case EN:
        return this.slices.reduce((bits, { enabled }, index) => bits | (+enabled << index), 0);
      case INTR:
        this.collectWraps();
        return this.raw;
      case INTE:
        return this.enabled;
      case INTF:
        return this.forced;
      case INTS:
        this.collectWraps();
        return (this.raw & this.enabled) | this.forced;
      default:
        return 0;
    }
  }

  override writeUint32(offset: number, value: number): void {
    this.collectWraps();
    const slice = this.slices[Math.floor(offset / SLICE_SIZE)];
    if (slice !== undefined) writeSlice(slice, offset % SLICE_SIZE, value);
    switch (offset) {
      case EN:
        this.slices.forEach((each, index) => {
          each.enabled = (value & (1 << index)) !== 0;
        });
        break;
      case INTR:
        this.raw &= ~this.rawWriteValue;
        break;
      case INTE:
        this.enabled = value & 0xff;
        break;
      case INTF:
        this.forced = value & 0xff;
        break;
      default:
    }
    this.plan();
  }

  /** A pin of the PWM has another level: some slices count by it. */
  gpioOnInput(pin: number): void {
    if (pin % 2 === 0) return;
    const slice = this.slices[(pin >> 1) % SLICES]!;
    if (!slice.countsInput) return;
    const isB = (index: number): boolean => index % 16 === pin % 16;
    let level = false;
    for (let index = 1; index < PINS; index += 2) {
      const { functionSelect, inputValue } = this.rp2040.gpio[index]!;
      if (isB(index) && functionSelect === 4) level ||= inputValue;
    }
    slice.inputChanged(level);
    this.collectWraps();
    this.plan();
  }

  /** The chip has another clock, or DMA waits for other slices. */
  replan(): void {
    for (const slice of this.slices) slice.outputsChanged();
    this.plan();
  }

  private collectWraps(): void {
    this.slices.forEach((slice, index) => {
      if (slice.takeWrap()) this.raw |= 1 << index;
    });
  }

  private wrapped(index: number): void {
    this.collectWraps();
    if (this.surroundings.waitsForWrap(index)) this.surroundings.onWrap(index);
    this.plan();
  }

  /** Sets the alarms for wraps of which someone wants to hear. */
  private plan(): void {
    this.surroundings.onInterrupt(INTERRUPT, ((this.raw & this.enabled) | this.forced) !== 0);
    this.slices.forEach((slice, index) => {
      const alarm = this.wrapAlarms[index]!;
      const interrupts = (this.enabled & ~this.raw & (1 << index)) !== 0;
      alarm.cancel();
      if (!interrupts && !this.surroundings.waitsForWrap(index)) return;
      const { nextWrap } = slice;
      if (nextWrap < Number.POSITIVE_INFINITY) alarm.scheduleAt(nextWrap);
    });
  }
}

function readSlice(slice: PwmSlice, offset: number): number {
  switch (offset) {
    case CSR:
      return slice.csr;
    case DIV:
      return slice.div;
    case CTR:
      return slice.counter;
    case CC:
      return slice.cc;
    case TOP:
      return slice.wrapValue;
    default:
      return 0;
  }
}

function writeSlice(slice: PwmSlice, offset: number, value: number): void {
  switch (offset) {
    case CSR:
      slice.csr = value;
      return;
    case DIV:
      slice.div = value;
      return;
    case CTR:
      slice.counter = value & 0xffff;
      return;
    case CC:
      slice.cc = value;
      return;
    case TOP:
      slice.wrapValue = value;
      return;
    default:
  }
}
