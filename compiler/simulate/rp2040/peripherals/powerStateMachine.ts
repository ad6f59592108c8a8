import { BasePeripheral, type RP2040 } from "rp2040js";

/** Registers and bits of the power-on state machine (RP2040 datasheet, 2.13.5). */
const FRCE_ON = 0x00;
const FRCE_OFF = 0x04;
const WDSEL = 0x08;
const DONE = 0x0c;
const ALL_DOMAINS = 0x1ffff;
const PROC1 = 1 << 16;

/** Holds core 1 in reset while firmware forces it off. */
export class PowerStateMachine extends BasePeripheral {
  private forcedOn = 0;
  private forcedOff = 0;
  private watchdogSelect = 0;
  private readonly onCore1: (off: boolean) => void;

  constructor(chip: RP2040, onCore1: (off: boolean) => void) {
    super(chip, "PSM");
    this.onCore1 = onCore1;
  }

  override readUint32(offset: number): number {
    switch (offset) {
      case FRCE_ON:
        return this.forcedOn;
      case FRCE_OFF:
        return this.forcedOff;
      case WDSEL:
        return this.watchdogSelect;
      case DONE:
        return (ALL_DOMAINS & ~this.forcedOff) | (this.forcedOn & this.forcedOff);
      default:
        return 0;
    }
  }

  override writeUint32(offset: number, value: number): void {
    switch (offset) {
      case FRCE_ON:
        this.forcedOn = value & ALL_DOMAINS;
        return;
      case FRCE_OFF: {
        const before = this.forcedOff;
        this.forcedOff = value & ALL_DOMAINS;
        if (((before ^ this.forcedOff) & PROC1) !== 0) {
          this.onCore1((this.forcedOff & PROC1) !== 0);
        }
        return;
      }
      case WDSEL:
        this.watchdogSelect = value & ALL_DOMAINS;
        return;
      default:
    }
  }
}
