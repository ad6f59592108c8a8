import { I2CMode, type RP2040, RPI2C } from "rp2040js";
import type { ChipAlarm, ChipClock } from "../chipClock.ts";
import { InputTrace } from "../outputs/inputTrace.ts";
import type { Drive } from "../outputs/outputSignal.ts";
import { Wave, type WaveStep } from "../outputs/wave.ts";

/** TX_EMPTY among the raw interrupts, and whether it waits for the byte's end (RP2040 datasheet, 4.3.17). */
const TRANSMIT_EMPTY = 1 << 4;
const EMPTY_AFTER_BYTE = 1 << 8;
/** IC_FS_SPKLEN */
const SPIKE_LENGTH = 0xa0;
/** Data changes so long after the clock has fallen (I2C specification, table 10: up to 300 ns). */
const HOLD_NANOS = 300;
const BYTE_BITS = 9;

/**
 * The I2C controller of `rp2040js` with its bus: what it does takes the time of its clock, and
 * shows on two open-drain lines, from which acknowledges and bytes are read.
 *
 * An abort leaves its transmit queue empty and says so: firmware waits for that before it looks
 * whether a device has answered.
 */
export class I2cMaster extends RPI2C {
  readonly data = new Wave(undefined);
  readonly clock = new Wave(undefined);
  private readonly time: ChipClock;
  private readonly alarm: ChipAlarm;
  private readonly input = new InputTrace(1);
  private next: () => void = () => {};
  private onWire = false;
  private emptyWaits = false;

  constructor(chip: RP2040, name: string, irq: number, time: ChipClock) {
    super(chip, name, irq);
    this.time = time;
    // What is on the bus is read back from its pins, which must be up to date then.
    this.data.eager = true;
    this.clock.eager = true;
    this.alarm = time.createAlarm(() => this.finish());
    this.onStart = (repeated) => this.sendStart(repeated);
    this.onConnect = (address, mode) => this.sendAddress(address, mode);
    this.onWriteByte = (value) => this.sendByte(value, () => this.completeWrite(this.acknowledged));
    this.onReadByte = (acknowledge) => this.receiveByte(acknowledge);
    this.onStop = () => this.sendStop();
  }

  /** The level of the data line. */
  inputChanged(level: 0 | 1): void {
    if (this.onWire) this.input.change(this.time.nanos, level);
    else this.input.begin(level);
  }

  protected override abort(reason: number): void {
    super.abort(reason);
    this.setInterrupts(TRANSMIT_EMPTY);
  }

  protected override setInterrupts(mask: number): void {
    if (mask === TRANSMIT_EMPTY && this.onWire && (this.control & EMPTY_AFTER_BYTE) !== 0) {
      this.emptyWaits = true;
      return;
    }
    super.setInterrupts(mask);
  }

  /** Periods of the clock line (RP2040 datasheet, 4.3.14.1). */
  private get low(): number {
    return this.cycles(this.sclLowPeriod + 1);
  }

  private get high(): number {
    return this.cycles(this.sclHighPeriod + this.readUint32(SPIKE_LENGTH) + 7);
  }

  private cycles(count: number): number {
    return (count * 1e9) / this.rp2040.clkSys;
  }

  private get hold(): number {
    return Math.min(HOLD_NANOS, this.low / 2);
  }

  private sendStart(repeated: boolean): void {
    const { low, high } = this;
    const begin = repeated ? low + high : 0;
    const data: [number, Drive][] = [[begin, 0]];
    const clock: [number, Drive][] = [[begin + high, 0]];
    if (repeated) {
      data.unshift([this.hold, undefined]);
      clock.unshift([low, undefined]);
    }
    this.play(data, clock, begin + high, () => this.completeStart());
  }

  /** The bits of an address of ten are two bytes; of the second one, only whether it was acknowledged counts. */
  private sendAddress(address: number, mode: I2CMode): void {
    const read = mode === I2CMode.Read ? 1 : 0;
    if (this.masterBits === 7) {
      this.sendByte((address << 1) | read, () => this.completeConnect(this.acknowledged));
      return;
    }
    this.sendByte(0xf0 | ((address >> 7) & 6) | read, () => {
      if (!this.acknowledged) this.completeConnect(false, 0);
      else this.sendByte(address & 0xff, () => this.completeConnect(this.acknowledged, 1));
    });
  }

  private sendByte(value: number, next: () => void): void {
    const bits = Array.from({ length: BYTE_BITS }, (_, bit): Drive => {
      const high = bit === BYTE_BITS - 1 || ((value >> (7 - bit)) & 1) === 1;
      return high ? undefined : 0;
    });
    this.sendBits(bits, next);
  }

  private receiveByte(acknowledge: boolean): void {
    const bits: Drive[] = new Array(BYTE_BITS).fill(undefined);
    if (acknowledge) bits[BYTE_BITS - 1] = 0;
    const begin = this.time.nanos;
    this.sendBits(bits, () => {
      let value = 0;
      for (let bit = 0; bit < 8; bit++) value = (value << 1) | this.bitAt(begin, bit);
      this.completeRead(value);
    });
  }

  private sendBits(bits: readonly Drive[], next: () => void): void {
    const { low, high, hold } = this;
    const period = low + high;
    this.play(
      bits.map((drive, bit): [number, Drive] => [bit * period + hold, drive]),
      bits.flatMap((_, bit): [number, Drive][] => [
        [bit * period + low, undefined],
        [(bit + 1) * period, 0],
      ]),
      bits.length * period,
      next,
    );
  }

  private sendStop(): void {
    const { low, high, hold } = this;
    this.play(
      [
        [hold, 0],
        [low + high, undefined],
      ],
      [[low, undefined]],
      2 * low + high,
      () => this.completeStop(),
    );
  }

  /** The level at the end of a bit's high clock, of a byte that began at a time. */
  private bitAt(begin: number, bit: number): 0 | 1 {
    return this.input.at(begin + (bit + 1) * (this.low + this.high));
  }

  /** Whether a device pulled the line down for the ninth bit, which has just ended. */
  private get acknowledged(): boolean {
    return this.input.at(this.time.nanos) === 0;
  }

  /** Times count from now. */
  private play(
    data: readonly (readonly [number, Drive])[],
    clock: readonly (readonly [number, Drive])[],
    duration: number,
    next: () => void,
  ): void {
    const { nanos } = this.time;
    const at = ([delay, drive]: readonly [number, Drive]): WaveStep => ({
      nanos: nanos + delay,
      drive,
    });
    this.onWire = true;
    this.next = next;
    this.input.begin();
    this.data.play(nanos, data.map(at));
    this.clock.play(nanos, clock.map(at));
    this.alarm.scheduleAt(nanos + duration);
  }

  private finish(): void {
    this.onWire = false;
    if (this.emptyWaits) {
      this.emptyWaits = false;
      super.setInterrupts(TRANSMIT_EMPTY);
    }
    this.next();
  }
}
