/**
 * The seam between the emulated chip and its boot ROM.
 *
 * A ROM is an image of 16 KiB (vectors, tables, and functions of the shape `BKPT n; BX LR`) and
 * one TypeScript function per `BKPT` number. When a core executes `BKPT n` at an address inside
 * the ROM, the chip calls `traps.get(n)` and goes on at the next instruction, or wherever the
 * trap has set the program counter (`registers[15]`). A `BKPT` outside of the ROM is a fault, as
 * on a Pico without a debugger.
 */

export interface BootRom {
  /** 4,096 words, at address 0. Words 0 and 1 are stack pointer and reset handler of both cores. */
  readonly image: Uint32Array;
  readonly traps: ReadonlyMap<number, RomTrap>;
}

export type RomTrap = (caller: RomCaller, board: RomBoard) => void;

/** The core that executed the `BKPT`. */
export interface RomCaller {
  readonly core: 0 | 1;
  /**
   * r0 to r15. At a trap r15 is the address after the `BKPT`; a trap that jumps writes it
   * (without the Thumb bit). r13 is the stack pointer in use.
   */
  readonly registers: Uint32Array;
  /** Memory as this core sees it: its own SIO (FIFO, divider) and its own system registers. */
  readonly memory: RomMemory;
  /** Lets time pass for this core, in cycles of its clock; nothing else charges a trap. */
  charge(cycles: number): void;
  /** SEV: wakes the other core from its WFE. */
  sendEvent(): void;
}

export interface RomMemory {
  readUint8(address: number): number;
  readUint16(address: number): number;
  readUint32(address: number): number;
  writeUint8(address: number, value: number): void;
  writeUint16(address: number, value: number): void;
  writeUint32(address: number, value: number): void;
  /**
   * The bytes themselves where the whole range lies in SRAM, flash or ROM, for copies that need
   * not go word by word; undefined for ranges with registers in them or nothing at all. Flash and
   * ROM must not be written through it.
   */
  window(address: number, length: number): Uint8Array | undefined;
}

/** What the ROM can do besides computing. */
export interface RomBoard {
  readonly flash: RomFlash;
  /** `reset_usb_boot`: the chip leaves the program and waits for a UF2. */
  enterBootLoader(activityPins: number, disabledInterfaces: number): void;
}

/** The flash chip behind the ROM's functions. Offsets count from the start of the flash. */
export interface RomFlash {
  /** Erases the sector of 4,096 bytes in which the offset lies; time is charged by the device. */
  eraseSector(offset: number): void;
  /** Programs 256 bytes of the page in which the offset lies; bits only go from 1 to 0; time is charged by the device. */
  programPage(offset: number, data: Uint8Array): void;
  /** `flash_exit_xip` and its like: while false, a read or fetch in the flash window is a fault. */
  setMapped(mapped: boolean): void;
}
