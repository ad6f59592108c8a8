import type { RP2040 } from "rp2040js";

/** What a UART reaches of the chip around it. */
export interface UartChip {
  readonly rp2040: RP2040;
  onInterrupt(uart: 0 | 1, level: boolean): void;
  /** What is wired to the pins that a UART receives by drives them. */
  driveReceivePins(uart: 0 | 1, level: 0 | 1): void;
  /** Whether a DMA channel may write or read now. */
  onDataRequest(uart: 0 | 1, ready: { transmit: boolean; receive: boolean }): void;
}
