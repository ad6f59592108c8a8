import type { RomCaller, RomTrap } from "./contract.ts";
import { readBytes } from "./memoryFunctions.ts";

const XIP_BASE = 0x1000_0000;
/** Where the second stage is copied to, and the first stack below it (RP2040 datasheet, 2.8.2). */
export const SECOND_STAGE = 0x2004_1f00;
const SECOND_STAGE_BYTES = 256;

const WATCHDOG_SCRATCH4 = 0x4005_801c;
/** In scratch 4: the other three are an entry point (RP2040 datasheet, 2.8.1.1). */
const WATCHDOG_MAGIC = 0xb007_c0d3;
/** What the entry point and scratch 5 differ by. */
const WATCHDOG_CHECK = 0x4ff8_3f2d;

const [SP, LR, PC] = [13, 14, 15];

/** Core 0 after a reset: what the watchdog's scratch registers say, else the flash, else the boot loader. */
export const startCore0: RomTrap = (caller, board) => {
  if (startFromWatchdog(caller)) return;
  const stage = readBytes(caller, XIP_BASE, SECOND_STAGE_BYTES);
  const expected = new DataView(stage.buffer).getUint32(SECOND_STAGE_BYTES - 4, true);
  if (sumOf(stage.subarray(0, SECOND_STAGE_BYTES - 4)) !== expected) {
    board.enterBootLoader(0, 0);
    return;
  }
  const { memory, registers } = caller;
  stage.forEach((byte, index) => {
    memory.writeUint8(SECOND_STAGE + index, byte);
  });
  registers[SP] = SECOND_STAGE;
  // A return address of zero tells the second stage to go on to the program itself.
  registers[LR] = 0;
  registers[PC] = SECOND_STAGE;
  caller.charge(20_000);
};

function startFromWatchdog({ memory, registers }: RomCaller): boolean {
  const scratch = (index: number) => memory.readUint32(WATCHDOG_SCRATCH4 + index * 4);
  if (scratch(0) !== WATCHDOG_MAGIC) return false;
  memory.writeUint32(WATCHDOG_SCRATCH4, 0);
  const entry = scratch(3);
  if ((scratch(1) ^ entry) >>> 0 !== WATCHDOG_CHECK) return false;
  registers[SP] = scratch(2);
  registers[PC] = entry & ~1;
  return true;
}

/** CRC-32 of the second stage: 0x04c11db7, from all ones, neither reflected nor inverted (2.8.1.3.1). */
export function sumOf(bytes: Uint8Array): number {
  let sum = 0xffff_ffff;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c1_1db7 : sum << 1;
  }
  return sum >>> 0;
}
