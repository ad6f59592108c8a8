import type { RomCaller, RomMemory, RomTrap } from "./contract.ts";

/** SRAM with both scratch banks (RP2040 datasheet, 2.2); nothing else may be written through a window. */
const SRAM_START = 0x2000_0000;
const SRAM_END = 0x2004_2000;

/** `r0 = memcpy(r0 target, r1 source, r2 length)` */
export const copyMemory: RomTrap = (caller) => {
  const { registers, memory } = caller;
  const [target, source, length] = [registers[0]!, registers[1]!, registers[2]!];
  const from = memory.window(source, length);
  const to = writableWindow(memory, target, length);
  if (from !== undefined && to !== undefined) to.set(from);
  else copySlowly(memory, target, source, length);
  caller.charge(cyclesOf(length, ((target | source) & 3) === 0));
};

/** `r0 = memset(r0 target, r1 byte, r2 length)` */
export const fillMemory: RomTrap = (caller) => {
  const { registers, memory } = caller;
  const [target, byte, length] = [registers[0]!, registers[1]! & 0xff, registers[2]!];
  const to = writableWindow(memory, target, length);
  if (to !== undefined) to.fill(byte);
  else fillSlowly(memory, target, byte, length);
  caller.charge(cyclesOf(length / 2, (target & 3) === 0));
};

/** The bytes at an address, whatever is there. */
export function readBytes({ memory }: RomCaller, address: number, length: number): Uint8Array {
  const window = memory.window(address, length);
  if (window !== undefined) return window.slice();
  return Uint8Array.from({ length }, (_, index) => memory.readUint8(address + index));
}

function writableWindow(
  memory: RomMemory,
  address: number,
  length: number,
): Uint8Array | undefined {
  const isSram = address >= SRAM_START && address + length <= SRAM_END;
  return isSram ? memory.window(address, length) : undefined;
}

/** Registers want whole words where there are some. */
function copySlowly(memory: RomMemory, target: number, source: number, length: number): void {
  const words = ((target | source) & 3) === 0 ? length & ~3 : 0;
  for (let at = 0; at < words; at += 4)
    memory.writeUint32(target + at, memory.readUint32(source + at));
  for (let at = words; at < length; at++)
    memory.writeUint8(target + at, memory.readUint8(source + at));
}

function fillSlowly(memory: RomMemory, target: number, byte: number, length: number): void {
  const words = (target & 3) === 0 ? length & ~3 : 0;
  const word = Math.imul(byte, 0x0101_0101) >>> 0;
  for (let at = 0; at < words; at += 4) memory.writeUint32(target + at, word);
  for (let at = words; at < length; at++) memory.writeUint8(target + at, byte);
}

/** An estimate: four words per turn of a loop with LDM and STM, or byte by byte. */
function cyclesOf(length: number, isAligned: boolean): number {
  return 15 + Math.ceil(length * (isAligned ? 13 / 16 : 5));
}
