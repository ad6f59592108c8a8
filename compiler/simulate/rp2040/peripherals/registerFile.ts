import { BasePeripheral, type RP2040 } from "rp2040js";

/**
 * Registers that keep what is written to them, for parts of the chip whose work is not modelled
 * (ring oscillator, voltage regulator, QSPI pins, cache control) but whose settings are read back.
 */
export class RegisterFile extends BasePeripheral {
  protected readonly values: Map<number, number>;

  constructor(chip: RP2040, name: string, initial: Readonly<Record<number, number>> = {}) {
    super(chip, name);
    this.values = new Map(Object.entries(initial).map(([key, value]) => [Number(key), value]));
  }

  override readUint32(offset: number): number {
    return this.values.get(offset) ?? 0;
  }

  override writeUint32(offset: number, value: number): void {
    this.values.set(offset, value >>> 0);
  }
}
