import type { ChipAlarm, ChipClock } from "../chipClock.ts";
import { InputTrace } from "../outputs/inputTrace.ts";
import type { UartFormat } from "./uartFrame.ts";

/** What is wrong with a byte, at its place in DR (RP2040 datasheet, 4.2.8). */
export const FRAMING_ERROR = 1 << 8;
export const PARITY_ERROR = 1 << 9;
export const BREAK_ERROR = 1 << 10;

/** Makes bytes of the level of the receive line: each bit counts by its middle. */
export class UartReceiver {
  private readonly clock: ChipClock;
  private readonly alarm: ChipAlarm;
  private readonly settings: () => { format: UartFormat; bitNanos: number };
  private readonly trace = new InputTrace(1);
  private start: number | undefined;
  private format!: UartFormat;
  private bitNanos = 0;

  /** `onByte` gets a byte with its errors, in the middle of its stop bit. */
  constructor(
    clock: ChipClock,
    settings: () => { format: UartFormat; bitNanos: number },
    onByte: (value: number) => void,
  ) {
    this.clock = clock;
    this.settings = settings;
    this.alarm = clock.createAlarm(() => {
      const value = this.finish();
      if (value !== undefined) onByte(value);
    });
  }

  inputChanged(level: 0 | 1): void {
    const { nanos } = this.clock;
    const fell = level === 0 && this.trace.level === 1;
    if (this.start !== undefined) {
      this.trace.change(nanos, level);
      return;
    }
    this.trace.begin(level);
    if (!fell) return;
    const { format, bitNanos } = this.settings();
    if (bitNanos === 0) return;
    this.start = nanos;
    this.format = format;
    this.bitNanos = bitNanos;
    this.alarm.scheduleAt(this.middleOf(1 + format.dataBits + +format.hasParity));
  }

  private middleOf(bit: number): number {
    return this.start! + (bit + 0.5) * this.bitNanos;
  }

  private bit(index: number): 0 | 1 {
    return this.trace.at(this.middleOf(index));
  }

  /** A start bit that is over before its middle was none. */
  private finish(): number | undefined {
    const { format } = this;
    const isStart = this.bit(0) === 0;
    let byte = 0;
    for (let bit = 0; bit < format.dataBits; bit++) byte |= this.bit(1 + bit) << bit;
    const parity = format.hasParity ? this.bit(1 + format.dataBits) : format.parityOf(byte);
    const stop = this.bit(1 + format.dataBits + +format.hasParity);
    this.start = undefined;
    if (!isStart) return undefined;
    if (stop === 1) return parity === format.parityOf(byte) ? byte : byte | PARITY_ERROR;
    return byte === 0 && (!format.hasParity || parity === 0)
      ? FRAMING_ERROR | BREAK_ERROR
      : byte | FRAMING_ERROR;
  }
}
