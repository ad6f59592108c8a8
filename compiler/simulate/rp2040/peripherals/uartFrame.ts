import type { WaveStep } from "../outputs/wave.ts";

/** Bits of LCR_H (RP2040 datasheet, 4.2.8). */
const PARITY_ENABLED = 1 << 1;
const EVEN_PARITY = 1 << 2;
const TWO_STOP_BITS = 1 << 3;
const STICK_PARITY = 1 << 7;

/** How a byte goes over the line: a start bit, data with the least bit first, parity, stop bits. */
export class UartFormat {
  readonly dataBits: number;
  readonly bits: number;
  readonly hasParity: boolean;
  private readonly lineControl: number;

  constructor(lineControl: number) {
    this.lineControl = lineControl;
    this.dataBits = 5 + ((lineControl >> 5) & 3);
    this.hasParity = (lineControl & PARITY_ENABLED) !== 0;
    const stopBits = (lineControl & TWO_STOP_BITS) !== 0 ? 2 : 1;
    this.bits = 1 + this.dataBits + +this.hasParity + stopBits;
  }

  parityOf(byte: number): 0 | 1 {
    const even = (this.lineControl & EVEN_PARITY) !== 0;
    if ((this.lineControl & STICK_PARITY) !== 0) return even ? 0 : 1;
    let ones = even ? 0 : 1;
    for (let bit = 0; bit < this.dataBits; bit++) ones ^= (byte >> bit) & 1;
    return ones as 0 | 1;
  }

  /** The levels of the line from the beginning of the start bit on. */
  steps(byte: number, start: number, bitNanos: number): WaveStep[] {
    const levels: (0 | 1)[] = [0];
    for (let bit = 0; bit < this.dataBits; bit++) levels.push(((byte >> bit) & 1) as 0 | 1);
    if (this.hasParity) levels.push(this.parityOf(byte));
    levels.push(1);
    return levels.map((drive, index) => ({ nanos: start + index * bitNanos, drive }));
  }
}
