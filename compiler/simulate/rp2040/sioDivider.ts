import type { WordDevice } from "./memoryMap.ts";

const UDIVIDEND = 0x060;
const UDIVISOR = 0x064;
const SDIVIDEND = 0x068;
const SDIVISOR = 0x06c;
const QUOTIENT = 0x070;
const REMAINDER = 0x074;
const CSR = 0x078;
const READY = 1;
const DIRTY = 2;

/**
 * The integer divider of one core (RP2040 datasheet, 2.3.1.5).
 *
 * The result is there at once: the SDK's code waits the eight cycles in instructions of its own.
 */
export class SioDivider implements WordDevice {
  private dividend = 0;
  private divisor = 0;
  private quotient = 0;
  private remainder = 0;
  private dirty = 0;

  readUint32(offset: number): number {
    switch (offset) {
      case UDIVIDEND:
      case SDIVIDEND:
        return this.dividend;
      case UDIVISOR:
      case SDIVISOR:
        return this.divisor;
      case QUOTIENT:
        this.dirty = 0;
        return this.quotient;
      case REMAINDER:
        return this.remainder;
      case CSR:
        return READY | this.dirty;
      default:
        return 0;
    }
  }

  writeUint32(offset: number, value: number): void {
    this.dirty = DIRTY;
    switch (offset) {
      case UDIVIDEND:
        this.dividend = value;
        this.divideUnsigned();
        return;
      case UDIVISOR:
        this.divisor = value;
        this.divideUnsigned();
        return;
      case SDIVIDEND:
        this.dividend = value;
        this.divideSigned();
        return;
      case SDIVISOR:
        this.divisor = value;
        this.divideSigned();
        return;
      case QUOTIENT:
        this.quotient = value;
        return;
      case REMAINDER:
        this.remainder = value;
        return;
      default:
    }
  }

  private divideUnsigned(): void {
    const dividend = this.dividend >>> 0;
    const divisor = this.divisor >>> 0;
    this.quotient = divisor === 0 ? 0xffffffff : Math.floor(dividend / divisor);
    this.remainder = divisor === 0 ? dividend : dividend % divisor;
  }

  private divideSigned(): void {
    const dividend = this.dividend | 0;
    const divisor = this.divisor | 0;
    if (divisor === 0) {
      this.quotient = dividend >= 0 ? -1 : 1;
      this.remainder = dividend;
    } else {
      this.quotient = Math.trunc(dividend / divisor) | 0;
      this.remainder = (dividend % divisor) | 0;
    }
  }
}
