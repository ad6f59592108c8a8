import type { RomFlash } from "./bootRom/contract.ts";
import type { FlashWindow } from "./memoryMap.ts";

export const SECTOR_SIZE = 4096;
export const PAGE_SIZE = 256;
/** The W25Q16JV of a Pico: 2 MiB. */
export const FLASH_SIZE = 2 * 1024 * 1024;

/** Typical times of the W25Q16JV's data sheet (9.6): sector erase 45 ms, page program 0.4 ms. */
const ERASE_NANOS = 45e6;
const PROGRAM_NANOS = 0.4e6;

/**
 * The flash chip: erased bytes are 0xff, programming only clears bits, and both take time during
 * which the program that asked for it stands still.
 */
export class FlashDevice implements RomFlash, FlashWindow {
  readonly bytes: Uint8Array;
  mapped = true;
  /** Called before every erase of a sector and program of a page. */
  beforeOperation: () => void = () => {};
  private readonly charge: (nanos: number) => void;

  constructor(bytes: Uint8Array, charge: (nanos: number) => void) {
    this.bytes = bytes;
    this.charge = charge;
  }

  /** Beyond its last byte a chip of this size begins anew: it has no more address bits. */
  eraseSector(offset: number): void {
    const sector = (offset % this.bytes.length) & -SECTOR_SIZE;
    this.beforeOperation();
    this.bytes.fill(0xff, sector, sector + SECTOR_SIZE);
    this.charge(ERASE_NANOS);
  }

  /** At the end of a page the chip goes on at its beginning. */
  programPage(offset: number, data: Uint8Array): void {
    const page = (offset % this.bytes.length) & -PAGE_SIZE;
    this.beforeOperation();
    for (let index = 0; index < PAGE_SIZE; index++) {
      this.bytes[page + ((offset + index) & (PAGE_SIZE - 1))]! &= data[index]!;
    }
    this.charge(PROGRAM_NANOS);
  }

  setMapped(mapped: boolean): void {
    this.mapped = mapped;
  }
}
