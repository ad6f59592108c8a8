import { RPI2C } from "rp2040js";

/** TX_EMPTY among the raw interrupts (RP2040 datasheet, 4.3.17). */
const TRANSMIT_EMPTY = 1 << 4;

/**
 * The I2C controller of `rp2040js`, but that an abort leaves its transmit queue empty and says so:
 * firmware waits for that before it looks whether a device has answered.
 */
export class I2cMaster extends RPI2C {
  protected override abort(reason: number): void {
    super.abort(reason);
    this.setInterrupts(TRANSMIT_EMPTY);
  }
}
