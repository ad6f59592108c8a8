import type { RomTrap } from "./contract.ts";
import { readBytes } from "./memoryFunctions.ts";

/**
 * The flash functions (RP2040 datasheet, 2.8.3.1.3) in the order in which the SDK calls them: connect, exit_xip, erase
 * or program, flush_cache. After that a program is back in the flash by what it has kept of its second stage, which
 * sets the flash interface up itself.
 */

/** A register file of the flash interface is set up anew; there is nothing behind it here. */
export const connectInternalFlash: RomTrap = (caller) => caller.charge(100);

export const exitXip: RomTrap = (caller, { flash }) => {
  flash.setMapped(false);
  caller.charge(2000);
};

const SECTOR = 4096;
const PAGE = 256;

/**
 * `flash_range_erase(r0 offset, r1 length, r2 block size, r3 block command)`. Neither this nor the next function
 * looks at what it is told: of a part of a sector or a page, all of it is erased or programmed.
 */
export const eraseRange: RomTrap = ({ registers }, { flash }) => {
  const [offset, length] = [registers[0]!, registers[1]!];
  for (let at = 0; at < length; at += SECTOR) flash.eraseSector(offset + at);
};

/** `flash_range_program(r0 offset, r1 data, r2 length)`; a last page is filled with what comes after the data. */
export const programRange: RomTrap = (caller, { flash }) => {
  const [offset, data, length] = [caller.registers[0]!, caller.registers[1]!, caller.registers[2]!];
  for (let at = 0; at < length; at += PAGE) {
    flash.programPage(offset + at, readBytes(caller, data + at, PAGE));
  }
};

export const flushCache: RomTrap = (caller, { flash }) => {
  flash.setMapped(true);
  caller.charge(100);
};

export const enterCommandXip: RomTrap = (caller, { flash }) => {
  flash.setMapped(true);
  caller.charge(100);
};

/** `reset_usb_boot(r0 activity pins, r1 disabled interfaces)` */
export const resetToBootLoader: RomTrap = ({ registers }, board) => {
  board.enterBootLoader(registers[0]!, registers[1]!);
};
