import type { RomFlash } from "./bootRom/contract.ts";
import type { FlashWindow } from "./memoryMap.ts";

export const SECTOR_SIZE = 4096;
export const PAGE_SIZE = 256;
/** The W25Q16JV of a Pico: 2 MiB. */
export const FLASH_SIZE = 2 * 1024 * 1024;

/** Typical times of the W25Q16JV's data sheet (9.6): sector erase 45 ms, page program 0.4 ms. */
const ERASE_NANOS = 45e6;
const PROGRAM_NANOS = 0.4e6;

export class FlashRangeError extends Error {}

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

  eraseRange(offset: number, length: number): void {
    this.checkRange(offset, length, SECTOR_SIZE);
    for (let sector = offset; sector < offset + length; sector += SECTOR_SIZE) {
      this.beforeOperation();
      this.bytes.fill(0xff, sector, sector + SECTOR_SIZE);
      this.charge(ERASE_NANOS);
    }
  }

  programRange(offset: number, data: Uint8Array): void {
    this.checkRange(offset, data.length, PAGE_SIZE);
    for (let page = 0; page < data.length; page += PAGE_SIZE) {
      this.beforeOperation();
      for (let index = page; index < page + PAGE_SIZE; index++) {
        this.bytes[offset + index]! &= data[index]!;
      }
      this.charge(PROGRAM_NANOS);
    }
  }

  setMapped(mapped: boolean): void {
    this.mapped = mapped;
  }

  private checkRange(offset: number, length: number, unit: number): void {
    const aligned = offset % unit === 0 && length % unit === 0;
    if (!aligned || offset < 0 || offset + length > this.bytes.length) {
      throw new FlashRangeError(
        `flash range 0x${offset.toString(16)} of ${length} bytes is not whole units of ${unit} inside ${this.bytes.length} bytes`,
      );
    }
  }
}
