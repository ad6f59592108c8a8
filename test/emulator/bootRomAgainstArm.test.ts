import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CortexM0 } from "../../compiler/simulate/rp2040/core/cortexM0.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";
import { RomBench } from "./romBench.ts";

const SRAM = 0x2000_0000;
const SRAM_BYTES = 0x8000;
const STOP = SRAM + SRAM_BYTES - 0x100;
const BREAKPOINT = 0xbe00;
const CALLS = 4000;

interface Comparison {
  readonly name: string;
  /** Which entry of `arithmetic.c` it is. */
  readonly entry: number;
  readonly table: "SF" | "SD";
  /** Offset in the ROM's table. */
  readonly offset: number;
  readonly takes: "single" | "double" | "integer";
  readonly words: 1 | 2 | 4;
  readonly gives: "single" | "double";
}

const comparisons: readonly Comparison[] = [
  { name: "fadd", entry: 0, table: "SF", offset: 0x00, takes: "single", words: 2, gives: "single" },
  { name: "fsub", entry: 1, table: "SF", offset: 0x04, takes: "single", words: 2, gives: "single" },
  { name: "fmul", entry: 2, table: "SF", offset: 0x08, takes: "single", words: 2, gives: "single" },
  { name: "fdiv", entry: 3, table: "SF", offset: 0x0c, takes: "single", words: 2, gives: "single" },
  {
    name: "int2float",
    entry: 4,
    table: "SF",
    offset: 0x2c,
    takes: "integer",
    words: 1,
    gives: "single",
  },
  {
    name: "uint2float",
    entry: 5,
    table: "SF",
    offset: 0x34,
    takes: "integer",
    words: 1,
    gives: "single",
  },
  {
    name: "int642float",
    entry: 6,
    table: "SF",
    offset: 0x5c,
    takes: "integer",
    words: 2,
    gives: "single",
  },
  {
    name: "uint642float",
    entry: 7,
    table: "SF",
    offset: 0x64,
    takes: "integer",
    words: 2,
    gives: "single",
  },
  {
    name: "float2double",
    entry: 8,
    table: "SF",
    offset: 0x7c,
    takes: "single",
    words: 1,
    gives: "double",
  },
  { name: "dadd", entry: 9, table: "SD", offset: 0x00, takes: "double", words: 4, gives: "double" },
  {
    name: "dsub",
    entry: 10,
    table: "SD",
    offset: 0x04,
    takes: "double",
    words: 4,
    gives: "double",
  },
  {
    name: "dmul",
    entry: 11,
    table: "SD",
    offset: 0x08,
    takes: "double",
    words: 4,
    gives: "double",
  },
  {
    name: "ddiv",
    entry: 12,
    table: "SD",
    offset: 0x0c,
    takes: "double",
    words: 4,
    gives: "double",
  },
  {
    name: "double2float",
    entry: 13,
    table: "SD",
    offset: 0x7c,
    takes: "double",
    words: 2,
    gives: "single",
  },
  {
    name: "fsqrt",
    entry: 14,
    table: "SF",
    offset: 0x18,
    takes: "single",
    words: 1,
    gives: "single",
  },
];

/** Edges of both formats: what a word means as a single, or as the upper half of a double. */
const EDGES = [
  0, 0x0000_0001, 0x007f_ffff, 0x0080_0000, 0x000f_ffff, 0x0010_0000, 0x3f80_0000, 0x3f7f_ffff,
  0x3ff0_0000, 0x4b80_0000, 0x7f7f_ffff, 0x7f80_0000, 0x7fef_ffff, 0x7ff0_0000, 0x7fff_ffff,
].flatMap((word) => [word, (word | 0x8000_0000) >>> 0]);

await describeOnFirmware(
  "the boot ROM against the compiler's routines on the core",
  ({ arithmetic }) => {
    const memory = new DataView(new ArrayBuffer(SRAM_BYTES));
    new Uint8Array(memory.buffer).set(readFileSync(arithmetic));
    memory.setUint16(STOP - SRAM, BREAKPOINT, true);
    const cpu = coreOn(memory);
    const bench = new RomBench();

    test.each(comparisons)("$name", (comparison) => {
      const routine = memory.getUint32(comparison.entry * 4, true);
      const pointer = bench.readUint32(bench.dataPointer(comparison.table) + comparison.offset);
      const differences: string[] = [];
      let count = 0;
      for (const words of operands(comparison)) {
        const expected = meaning(callOnCore(cpu, routine, words), comparison);
        const actual = meaning(bench.call(pointer, ...words), comparison);
        // The documented difference of the ROM: the square root of what is negative is minus infinity.
        if (comparison.name === "fsqrt" && expected === "NaN" && actual === "ff800000") continue;
        if (actual !== expected) differences.push(`${words.map(hex)}: ${actual}, not ${expected}`);
        count++;
      }
      expect(differences.slice(0, 5)).toEqual([]);
      expect(count).toBeGreaterThan(CALLS / 2);
    });
  },
);

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, "0");

function coreOn(memory: DataView): CortexM0 {
  const at = (address: number) => (address >= SRAM ? address - SRAM : SRAM_BYTES - 0x80 + address);
  const core = new CortexM0(
    0,
    {
      readUint8: (address) => memory.getUint8(at(address)),
      readUint16: (address) => memory.getUint16(at(address), true),
      readUint32: (address) => memory.getUint32(at(address), true),
      writeUint8: (address, value) => memory.setUint8(at(address), value),
      writeUint16: (address, value) => memory.setUint16(at(address), value, true),
      writeUint32: (address, value) => memory.setUint32(at(address), value, true),
      fetch: (address) => memory.getUint16(at(address), true),
    },
    {
      onBreakpoint: (cpu) => cpu.halt(),
      onSendEvent: () => {},
      onWake: () => {},
      deafTo: () => 0,
      onLockUp: (_cpu, report) => {
        throw new Error(`${report.kind} at ${hex(report.programCounter)}`);
      },
    },
  );
  core.reset();
  return core;
}

function callOnCore(cpu: CortexM0, routine: number, words: readonly number[]): Uint32Array {
  cpu.registers.set(words);
  cpu.registers[13] = STOP - 0x100;
  cpu.registers[14] = STOP | 1;
  cpu.registers[15] = routine & ~1;
  cpu.halted = false;
  cpu.run(cpu.cycles + 100_000);
  expect(cpu.halted).toBe(true);
  return cpu.registers;
}

/** Denormals as zeros of their sign, for the ROM knows none; a NaN is a NaN, whatever its bits. */
function meaning([low, high]: Uint32Array, { gives }: Comparison): string {
  const head = gives === "single" ? low! : high!;
  const exponent = gives === "single" ? 0x7f80_0000 : 0x7ff0_0000;
  const tail = gives === "single" ? 0 : low!;
  if ((head & exponent) === 0) return hex(head & 0x8000_0000);
  if ((head & exponent) === exponent && ((head & ~exponent & 0x7fff_ffff) | tail) !== 0)
    return "NaN";
  return gives === "single" ? hex(head) : `${hex(head)} ${hex(tail)}`;
}

/** All edges with all edges, then random words; a denormal operand is handed to both as the zero it counts as. */
function* operands({ takes, words }: Comparison): Generator<number[]> {
  const random = randomWords();
  const next = () => random.next().value as number;
  const flush = (word: number, exponent: number) =>
    ((word & exponent) === 0 ? word & 0x8000_0000 : word) >>> 0;
  const operand = (head: number): number[] => {
    if (takes === "single") return [flush(head, 0x7f80_0000)];
    if (takes === "integer") return [head];
    const isZero = (head & 0x7ff0_0000) === 0;
    return [isZero ? 0 : next(), flush(head, 0x7ff0_0000)];
  };
  const count = takes === "double" ? words / 2 : words;
  for (const a of EDGES) {
    for (const b of count === 2 ? EDGES : [0]) {
      yield [...operand(a), ...(count === 2 ? operand(b) : [])];
    }
  }
  for (let index = 0; index < CALLS; index++) {
    yield Array.from({ length: count }, () => operand(next())).flat();
  }
}

/** The same in every run. */
function* randomWords(): Generator<number, never> {
  let state = 88_172_645_463_325_252n;
  while (true) {
    state =
      (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
    yield Number(state >> 32n);
  }
}
