import { BasePeripheral, type RP2040 } from "rp2040js";

/** Registers of the CLOCKS (RP2040 datasheet, 2.15.7). */
const CLK_USB_CTRL = 0x54;
const WAKE_EN0 = 0xa0;
const WAKE_EN1 = 0xa4;
const SLEEP_EN0 = 0xa8;
const SLEEP_EN1 = 0xac;
const CLOCK_ENABLED = 1 << 11;
const ALL = 0xffffffff;

/**
 * The clock generators of `rp2040js`, which know the frequencies, and what they do not know: which
 * clocks stop in sleep, and that a part without its clock does nothing.
 */
export class GatedClocks extends BasePeripheral {
  private readonly generators: BasePeripheral;
  private readonly onChange: () => void;
  private readonly gates = new Map([
    [WAKE_EN0, ALL],
    [WAKE_EN1, ALL],
    [SLEEP_EN0, ALL],
    [SLEEP_EN1, ALL],
  ]);

  constructor(chip: RP2040, onChange: () => void) {
    super(chip, "CLOCKS");
    this.generators = chip.clocks;
    this.onChange = onChange;
  }

  /** Whether the USB controller runs at all. */
  get usbRuns(): boolean {
    return (this.generators.readUint32(CLK_USB_CTRL) & CLOCK_ENABLED) !== 0;
  }

  /** Whether a deep sleep stops more than the cores. */
  get someStopInSleep(): boolean {
    return this.gates.get(SLEEP_EN0) !== ALL || this.gates.get(SLEEP_EN1) !== ALL;
  }

  override readUint32(offset: number): number {
    return this.gates.get(offset) ?? this.generators.readUint32(offset);
  }

  override writeUint32(offset: number, value: number): void {
    if (this.gates.has(offset)) this.gates.set(offset, value >>> 0);
    else this.generators.writeUint32(offset, value);
    if (offset === CLK_USB_CTRL) this.onChange();
  }
}
