import { BasePeripheral, type RP2040 } from "rp2040js";

/** Registers of the XOSC (RP2040 datasheet, 2.16.7). */
const STATUS = 0x04;
const DORMANT = 0x08;
/** STABLE and ENABLED, in the range of 1 to 15 MHz. */
const RUNS = 0x80001000;
/** "coma" */
const STOP = 0x636f6d61;

/** The crystal oscillator: it runs, and when it is told to stop the whole chip stands still. */
export class Crystal extends BasePeripheral {
  private readonly onStop: () => void;
  private readonly values = new Map<number, number>();

  constructor(chip: RP2040, onStop: () => void) {
    super(chip, "XOSC");
    this.onStop = onStop;
  }

  override readUint32(offset: number): number {
    return offset === STATUS ? RUNS : (this.values.get(offset) ?? 0);
  }

  override writeUint32(offset: number, value: number): void {
    this.values.set(offset, value >>> 0);
    if (offset === DORMANT && value >>> 0 === STOP) this.onStop();
  }
}
