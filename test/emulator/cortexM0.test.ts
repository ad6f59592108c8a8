import { describe, expect, test } from "vitest";
import type { CoreBus } from "../../compiler/simulate/rp2040/core/coreBus.ts";
import { CoreFault, type FaultReport } from "../../compiler/simulate/rp2040/core/coreFault.ts";
import { CortexM0 } from "../../compiler/simulate/rp2040/core/cortexM0.ts";

const SIZE = 4096;
const STACK = 0xc00;
const CODE = 0x100;
const HARD_FAULT_HANDLER = 0x80;

/** A core with 4 KiB of memory at 0: vectors, and `BKPT` as the handler of every fault. */
function coreWith(program: readonly number[]): { cpu: CortexM0; faults: FaultReport[] } {
  const memory = new DataView(new ArrayBuffer(SIZE));
  memory.setUint32(0, STACK, true);
  memory.setUint32(4, CODE | 1, true);
  memory.setUint32(12, HARD_FAULT_HANDLER | 1, true);
  memory.setUint16(HARD_FAULT_HANDLER, 0xbe00, true);
  program.forEach((opcode, index) => {
    memory.setUint16(CODE + 2 * index, opcode, true);
  });
  const faults: FaultReport[] = [];
  const cpu = new CortexM0(0, busOf(memory), {
    onBreakpoint: (core) => core.fault("breakpoint", core.instructionAddress),
    onSendEvent: () => {},
    onWake: () => {},
    deafTo: () => 0,
    onLockUp: (_core, report) => faults.push(report),
  });
  cpu.reset();
  return { cpu, faults };
}

function busOf(memory: DataView): CoreBus {
  const at = (address: number, size: number): number => {
    if (address % size !== 0) throw new CoreFault("unaligned access", address);
    if (address < 0 || address + size > SIZE) throw new CoreFault("read of nothing", address);
    return address;
  };
  return {
    readUint8: (address) => memory.getUint8(at(address, 1)),
    readUint16: (address) => memory.getUint16(at(address, 2), true),
    readUint32: (address) => memory.getUint32(at(address, 4), true),
    writeUint8: (address, value) => memory.setUint8(at(address, 1), value),
    writeUint16: (address, value) => memory.setUint16(at(address, 2), value, true),
    writeUint32: (address, value) => memory.setUint32(at(address, 4), value, true),
    fetch: (address) => memory.getUint16(at(address, 2), true),
  };
}

/** Runs so many instructions of one cycle each. */
function runCycles(cpu: CortexM0, count: number): void {
  cpu.run(cpu.cycles + count);
}

const interesting = [
  0, 1, 2, 0x7fffffff, 0x80000000, 0x80000001, 0xfffffffe, 0xffffffff, 0x12345678,
];
const pairs = interesting.flatMap((a) => interesting.map((b) => [a, b] as const));

/** N, Z, C and V of `a + b + carry`, from numbers without a width. */
function sumOf(a: number, b: number, carry: number) {
  const unsigned = BigInt(a) + BigInt(b) + BigInt(carry);
  const signed = BigInt(a | 0) + BigInt(b | 0) + BigInt(carry);
  const result = Number(BigInt.asUintN(32, unsigned));
  return {
    result,
    n: result >= 0x80000000,
    z: result === 0,
    c: unsigned > 0xffffffffn,
    v: signed !== BigInt.asIntN(32, signed),
  };
}

function flagsOf(cpu: CortexM0) {
  const { flags } = cpu;
  const bit = (at: number) => ((flags >>> at) & 1) === 1;
  return { result: cpu.registers[0], n: bit(31), z: bit(30), c: bit(29), v: bit(28) };
}

describe("sums and their flags are those of the numbers themselves", () => {
  const carries = [0, 1];
  const operations: [
    string,
    number,
    (a: number, b: number, carry: number) => ReturnType<typeof sumOf>,
  ][] = [
    ["ADDS r0, r0, r1", 0x1840, (a, b) => sumOf(a, b, 0)],
    ["SUBS r0, r0, r1", 0x1a40, (a, b) => sumOf(a, ~b >>> 0, 1)],
    ["ADCS r0, r1", 0x4148, (a, b, carry) => sumOf(a, b, carry)],
    ["SBCS r0, r1", 0x4188, (a, b, carry) => sumOf(a, ~b >>> 0, carry)],
    ["RSBS r0, r1, #0", 0x4248, (_a, b) => sumOf(0, ~b >>> 0, 1)],
  ];
  test.each(operations)("%s", (_name, opcode, expected) => {
    for (const [a, b] of pairs) {
      for (const carry of carries) {
        const { cpu } = coreWith([opcode]);
        cpu.registers[0] = a;
        cpu.registers[1] = b;
        cpu.c = carry;
        runCycles(cpu, 1);
        expect([a, b, carry, flagsOf(cpu)]).toEqual([a, b, carry, expected(a, b, carry)]);
      }
    }
  });
});

describe("shifts by a register, by 0, to 32 and beyond", () => {
  const counts = [0, 1, 31, 32, 33, 255, 256];
  const shifted = (value: bigint, count: number, kind: string): [number, number | undefined] => {
    const amount = count & 255;
    if (amount === 0) return [Number(BigInt.asUintN(32, value)), undefined];
    const signed = BigInt.asIntN(32, value);
    const unsigned = BigInt.asUintN(32, value);
    const by = BigInt(amount);
    const [all, out] =
      kind === "LSLS"
        ? [unsigned << by, (unsigned << by) >> 32n]
        : kind === "LSRS"
          ? [unsigned >> by, unsigned >> (by - 1n)]
          : [signed >> by, signed >> (by - 1n)];
    return [Number(BigInt.asUintN(32, all)), Number(out & 1n)];
  };
  test.each([
    ["LSLS", 0x4088],
    ["LSRS", 0x40c8],
    ["ASRS", 0x4108],
  ])("%s r0, r1", (kind, opcode) => {
    for (const value of interesting) {
      for (const count of counts) {
        const { cpu } = coreWith([opcode]);
        cpu.registers[0] = value;
        cpu.registers[1] = count;
        cpu.c = 1;
        runCycles(cpu, 1);
        const [result, carry = 1] = shifted(BigInt(value), count, kind);
        expect([value, count, cpu.registers[0], cpu.c]).toEqual([value, count, result, carry]);
      }
    }
  });
});

test("each condition is taken exactly when signed and unsigned comparison say so", () => {
  const signed = (value: number) => value | 0;
  const conditions: [number, (a: number, b: number) => boolean][] = [
    [0x0, (a, b) => a === b],
    [0x1, (a, b) => a !== b],
    [0x2, (a, b) => a >= b],
    [0x3, (a, b) => a < b],
    [0x8, (a, b) => a > b],
    [0x9, (a, b) => a <= b],
    [0xa, (a, b) => signed(a) >= signed(b)],
    [0xb, (a, b) => signed(a) < signed(b)],
    [0xc, (a, b) => signed(a) > signed(b)],
    [0xd, (a, b) => signed(a) <= signed(b)],
  ];
  for (const [condition, holds] of conditions) {
    for (const [a, b] of pairs) {
      // CMP r0, r1; B<cond> over the next instruction; MOVS r2, #1
      const { cpu } = coreWith([0x4288, 0xd000 | (condition << 8), 0x2201, 0xe7fe]);
      cpu.registers[0] = a;
      cpu.registers[1] = b;
      runCycles(cpu, 4);
      expect([condition, a, b, cpu.registers[2]]).toEqual([condition, a, b, holds(a, b) ? 0 : 1]);
    }
  }
});

test("BL reaches backwards and forwards, and its return address has the Thumb bit", () => {
  // BL +8; (MOVS r0, #1); ...; target at +12: MOVS r1, #2
  const { cpu } = coreWith([
    0xf000, 0xf804, 0x2001, 0x2001, 0x2001, 0x2001, 0x2102, 0xf7ff, 0xfff9,
  ]);
  runCycles(cpu, 4);
  expect([cpu.registers[1], cpu.registers[14]]).toEqual([2, (CODE + 4) | 1]);
  runCycles(cpu, 3);
  expect(cpu.registers[15]).toBe(CODE + 4);
});

test("PUSH and POP keep registers and the stack pointer", () => {
  // PUSH {r0, r1, lr}; MOVS r0, #0; MOVS r1, #0; POP {r0, r1, r2}
  const { cpu } = coreWith([0xb503, 0x2000, 0x2100, 0xbc07, 0xe7fe]);
  cpu.registers[0] = 11;
  cpu.registers[1] = 22;
  cpu.registers[14] = 33;
  runCycles(cpu, 10);
  expect([...cpu.registers.slice(0, 3), cpu.registers[13]]).toEqual([11, 22, 33, STACK]);
});

describe("interrupts", () => {
  /** Enables interrupt 0, whose handler is `MOVS r7, #1; BX lr` at 0xa0; the program loops. */
  function looping(program: readonly number[]) {
    const made = coreWith(program);
    const { bus } = made.cpu;
    bus.writeUint32(16 * 4, 0xa0 | 1);
    bus.writeUint16(0xa0, 0x2701);
    bus.writeUint16(0xa2, 0x4770);
    made.cpu.exceptions.enabled = 1;
    return made;
  }

  function raise(cpu: CortexM0, level: boolean): void {
    cpu.exceptions.lines = level ? 1 : 0;
    cpu.exceptionsChanged();
  }

  test("the handler runs, and the program goes on as if nothing had been", () => {
    const { cpu } = looping([0xe7fe]);
    cpu.registers[0] = 42;
    cpu.registers[12] = 43;
    cpu.flags = 0xa0000000 | 0;
    runCycles(cpu, 4);
    raise(cpu, true);
    runCycles(cpu, 16);
    expect([cpu.registers[7], cpu.exceptionNumber]).toEqual([1, 16]);
    raise(cpu, false);
    runCycles(cpu, 30);
    expect([cpu.registers[0], cpu.registers[12], cpu.registers[13]]).toEqual([42, 43, STACK]);
    expect([cpu.flags >>> 0, cpu.exceptionNumber, cpu.registers[15]]).toEqual([
      0xa0000000,
      0,
      CODE,
    ]);
  });

  test("with PRIMASK set it waits until CPSIE", () => {
    // CPSID i; NOP x 4; CPSIE i; loop
    const { cpu } = looping([0xb672, 0xbf00, 0xbf00, 0xbf00, 0xbf00, 0xb662, 0xe7fe]);
    runCycles(cpu, 1);
    raise(cpu, true);
    runCycles(cpu, 4);
    expect(cpu.registers[7]).toBe(0);
    runCycles(cpu, 20);
    expect(cpu.registers[7]).toBe(1);
  });

  test("WFI sleeps until one comes, even with PRIMASK set", () => {
    // CPSID i; WFI; MOVS r6, #6; loop
    const { cpu } = looping([0xb672, 0xbf30, 0x2606, 0xe7fe]);
    runCycles(cpu, 10);
    expect([cpu.sleeping, cpu.registers[6]]).toEqual(["for interrupt", 0]);
    raise(cpu, true);
    runCycles(cpu, 10);
    expect([cpu.sleeping, cpu.registers[6], cpu.registers[7]]).toEqual(["no", 6, 0]);
  });

  test("an event that came before WFE is not slept through", () => {
    const { cpu } = looping([0xbf20, 0xbf20, 0x2606, 0xe7fe]);
    cpu.receiveEvent();
    runCycles(cpu, 5);
    expect([cpu.sleeping, cpu.registers[6]]).toEqual(["for event", 0]);
    cpu.receiveEvent();
    runCycles(cpu, 5);
    expect([cpu.sleeping, cpu.registers[6]]).toEqual(["no", 6]);
  });
});

describe("faults", () => {
  test.each([
    ["an unaligned load", [0x6808], 3, "unaligned access", 3],
    ["a load of nothing", [0x6808], 0x7000, "read of nothing", 0x7000],
    ["an undefined instruction", [0xde00], 0, "undefined instruction", CODE],
    ["a jump without the Thumb bit", [0x4708], 0x100, "no Thumb bit", 0x100],
  ] as const)(
    "%s locks up with its place, when the handler faults too",
    (_name, program, r1, kind, address) => {
      const { cpu, faults } = coreWith(program);
      cpu.registers[1] = r1;
      runCycles(cpu, 100);
      expect(faults).toEqual([
        expect.objectContaining({ core: 0, kind, address, programCounter: CODE, exception: 0 }),
      ]);
      expect(cpu.running).toBe(false);
    },
  );
});
