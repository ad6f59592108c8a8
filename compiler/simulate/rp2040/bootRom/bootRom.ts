import { countLeadingZeros, countOnes, countTrailingZeros, reverseBits } from "./bitFunctions.ts";
import type { BootRom, RomTrap } from "./contract.ts";
import { doubleFunctions } from "./doubleFunctions.ts";
import {
  connectInternalFlash,
  enterCommandXip,
  eraseRange,
  exitXip,
  flushCache,
  programRange,
  resetToBootLoader,
} from "./flashFunctions.ts";
import { beginWaiting, receiveLaunch, resetCore1 } from "./launchCore1.ts";
import { copyMemory, fillMemory } from "./memoryFunctions.ts";
import { RomLayout } from "./romLayout.ts";
import { singleFunctions } from "./singleFunctions.ts";
import { SECOND_STAGE, startCore0 } from "./start.ts";
import type { TableFunction } from "./tableFunction.ts";

/** Left unanswered: an exception before a program has vectors of its own is a fault. */
const UNEXPECTED_EXCEPTION = 255;

/**
 * The chip's third revision: its tables have the double-precision functions, and the SDK needs no code of its own in
 * their place.
 */
const VERSION = 3;

const functions: readonly (readonly [code: string, trap: RomTrap])[] = [
  ["P3", countOnes],
  ["R3", reverseBits],
  ["L3", countLeadingZeros],
  ["T3", countTrailingZeros],
  ["MS", fillMemory],
  ["S4", fillMemory],
  ["MC", copyMemory],
  ["C4", copyMemory],
  ["UB", resetToBootLoader],
  ["IF", connectInternalFlash],
  ["EX", exitXip],
  ["RE", eraseRange],
  ["RP", programRange],
  ["FC", flushCache],
  ["CX", enterCommandXip],
];

/**
 * A boot ROM for the RP2040, written from its datasheet (2.8) and from the headers of the Pico's SDK. A function of it
 * is two instructions, and a trap that computes.
 */
export function createBootRom(): BootRom {
  const layout = new RomLayout();
  const traps = new Map<number, RomTrap>();
  const install = (trap: RomTrap) => {
    const number = traps.size;
    traps.set(number, trap);
    return number;
  };
  const trapFunction = (trap: RomTrap) => layout.trapFunction(install(trap));
  const table = (entries: readonly TableFunction[]) =>
    layout.functionTable(entries.map((entry) => trapFunction(trapOf(entry))));

  const { reset, wait } = layStart(layout, install);
  const lookUp = trapFunction(lookUpInTable);
  const functionTable = layout.lookUpTable([
    ...functions.map(([code, trap]) => [code, trapFunction(trap)] as const),
    ["WV", wait],
  ]);
  const dataTable = layout.lookUpTable([
    ["SF", table(singleFunctions)],
    ["SD", table(doubleFunctions)],
    ["CR", layout.text("A boot ROM of tsmp's emulated board.")],
    ["GR", layout.text("tsmp")],
  ]);
  const exception = layout.trapFunction(UNEXPECTED_EXCEPTION);
  layHeader(layout, { reset, exception, functionTable, dataTable, lookUp });
  return { image: layout.image, traps };
}

/**
 *     reset:  bkpt start      core 0 goes on to the flash, core 1 falls through
 *     wait:   bkpt begin
 *     loop:   bkpt receive    returns here until the launch is complete
 *             wfe
 *             b loop
 */
function layStart(
  layout: RomLayout,
  install: (trap: RomTrap) => number,
): { reset: number; wait: number } {
  const start = install((caller, board) => {
    if (caller.core === 0) startCore0(caller, board);
    else resetCore1(caller);
  });
  const begin = install(beginWaiting);
  let wait = 0;
  const receive = install((caller, board) => receiveLaunch(wait)(caller, board));
  const [breakpoint, waitForEvent, branchBack] = [0xbe00, 0xbf20, 0xe7fc];
  const reset = layout.code([
    breakpoint | start,
    breakpoint | begin,
    breakpoint | receive,
    waitForEvent,
    branchBack,
  ]);
  wait = reset + 2;
  return { reset, wait };
}

interface Header {
  readonly reset: number;
  readonly exception: number;
  readonly functionTable: number;
  readonly dataTable: number;
  readonly lookUp: number;
}

/** RP2040 datasheet, 2.8.3.1: four vectors, three letters, a version and three pointers of sixteen bits. */
function layHeader(layout: RomLayout, header: Header): void {
  [SECOND_STAGE, header.reset, header.exception, header.exception].forEach((vector, index) => {
    layout.setWord(index * 4, vector);
  });
  ["M".charCodeAt(0), "u".charCodeAt(0), 1, VERSION].forEach((byte, index) => {
    layout.setByte(0x10 + index, byte);
  });
  layout.setHalfword(0x14, header.functionTable);
  layout.setHalfword(0x16, header.dataTable);
  layout.setHalfword(0x18, header.lookUp);
}

function trapOf({ cycles, compute }: TableFunction): RomTrap {
  return (caller) => {
    compute(caller.registers);
    caller.charge(cycles);
  };
}

/** `r0 = rom_table_lookup(r0 table, r1 code)`: the pointer, or zero. */
const lookUpInTable: RomTrap = (caller) => {
  const { registers, memory } = caller;
  const wanted = registers[1]! & 0xffff;
  let at = registers[0]!;
  let code = memory.readUint16(at);
  while (code !== 0 && code !== wanted) {
    at += 4;
    code = memory.readUint16(at);
    caller.charge(8);
  }
  registers[0] = code === 0 ? 0 : memory.readUint16(at + 2);
  caller.charge(8);
};
