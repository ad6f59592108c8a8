import { BasePeripheral, type RP2040 } from "rp2040js";

/** Requests of the PWM slices: one transfer for each wrap (RP2040 datasheet, 2.5.3.1). */
const FIRST_WRAP_REQUEST = 24;

/** The DMA of `rp2040js`, which says when it was told something: others must know for what it waits. */
export class WatchedDma extends BasePeripheral {
  private readonly onWrite: () => void;

  constructor(chip: RP2040, onWrite: () => void) {
    super(chip, "DMA");
    this.onWrite = onWrite;
  }

  waitsForWrap(slice: number): boolean {
    return this.waiting(slice).length > 0;
  }

  /** One transfer of each channel that waits for this slice. */
  onWrap(slice: number): void {
    for (const channel of this.waiting(slice)) channel.transfer();
  }

  override readUint32(offset: number): number {
    return this.rp2040.dma.readUint32(offset);
  }

  override writeUint32(offset: number, value: number): void {
    this.rp2040.dma.writeUint32(offset, value);
    this.onWrite();
  }

  override writeUint32Atomic(offset: number, value: number, kind: number): void {
    this.rp2040.dma.writeUint32Atomic(offset, value, kind);
    this.onWrite();
  }

  private waiting(slice: number) {
    return this.rp2040.dma.channels.filter(
      ({ treq, active }) => treq === FIRST_WRAP_REQUEST + slice && active,
    );
  }
}
