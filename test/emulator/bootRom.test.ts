import { beforeEach, describe, expect, test } from "vitest";
import { RomBench } from "./romBench.ts";

const SRAM = 0x2000_0000;
const SRAM_BYTES = 0x4_2000;
const FLASH = 0x1000_0000;
const USB_RAM = 0x5010_0000;
let bench: RomBench;
let sram: Uint8Array;
let flash: Uint8Array;

beforeEach(() => {
  bench = new RomBench();
  sram = new Uint8Array(SRAM_BYTES);
  flash = new Uint8Array(8192).fill(0xff);
  bench.addRange(SRAM, sram, true);
  bench.addRange(FLASH, flash, true);
  bench.addRange(USB_RAM, new Uint8Array(4096), false);
});

function fill(bytes: Uint8Array): void {
  for (const index of bytes.keys()) bytes[index] = (index * 7 + (index >> 8)) & 0xff;
}

describe("what programs read of it", () => {
  test("vectors, letters and version", () => {
    const { image } = bench.rom;
    expect(image[0]).toBe(0x2004_1f00);
    expect(image[1]! & 1).toBe(1);
    expect([0x10, 0x11, 0x12, 0x13].map((at) => bench.readUint8(at))).toEqual([0x4d, 0x75, 1, 3]);
  });

  test("every function the SDK looks up, and nothing for what is not there", () => {
    const names = "P3 R3 L3 T3 MS S4 MC C4 UB IF EX RE RP FC CX WV".split(" ");
    const pointers = names.map((name) => bench.functionPointer(name));
    expect(pointers.every((pointer) => (pointer & 1) === 1 && pointer < 0x4000)).toBe(true);
    expect(new Set(pointers).size).toBe(names.length);
    expect(bench.functionPointer("XX")).toBe(0);
    expect(bench.dataPointer("XX")).toBe(0);
  });

  test("the float tables have the size that the SDK copies, and say so", () => {
    for (const name of ["SF", "SD"]) {
      const table = bench.dataPointer(name);
      expect(bench.readUint8(table - 2) * 4).toBe(0x80);
      const pointers = Array.from({ length: 32 }, (_, index) =>
        bench.readUint32(table + index * 4),
      );
      expect(new Set(pointers).size).toBe(32);
      for (const pointer of pointers) expect(bench.readUint16((pointer & ~1) + 2)).toBe(0x4770);
    }
  });

  test("an exception before a program has vectors is not answered", () => {
    expect(() => bench.trapAt(bench.rom.image[3]! & ~1)).toThrow("no trap");
  });
});

describe("bits", () => {
  const inputs = [
    0, 1, 2, 3, 0x80, 0x1234_5678, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x00f0_0000,
  ];

  test.each<[string, (digits: string) => number]>([
    ["L3", (digits) => digits.padEnd(33, "1").indexOf("1")],
    ["T3", (digits) => [...digits].reverse().join("").padEnd(33, "1").indexOf("1")],
    ["P3", (digits) => digits.replaceAll("0", "").length],
    ["R3", (digits) => Number.parseInt([...digits].reverse().join(""), 2)],
  ])("%s", (name, expected) => {
    const pointer = bench.functionPointer(name);
    for (const input of inputs) {
      const digits = input.toString(2).padStart(32, "0");
      expect(bench.call(pointer, input)[0]).toBe(expected(digits));
    }
  });
});

describe("memory", () => {
  test.each([
    ["aligned", 0x100, 0x2000, 1003],
    ["unaligned", 0x101, 0x2002, 77],
    ["nothing", 0x100, 0x2000, 0],
  ])("copies in SRAM, %s", (_, target, source, length) => {
    fill(sram.subarray(0x2000, 0x3000));
    const pointer = bench.functionPointer("MC");
    expect(bench.call(pointer, SRAM + target, SRAM + source, length)[0]).toBe(SRAM + target);
    expect(sram.slice(target, target + length)).toEqual(sram.slice(source, source + length));
    expect(sram[target - 1]).toBe(0);
    expect(sram[target + length]).toBe(0);
  });

  test("copies from flash, and to and from memory behind registers", () => {
    fill(flash);
    const pointer = bench.functionPointer("C4");
    bench.call(pointer, USB_RAM + 0x80, FLASH + 0x10, 66);
    bench.call(pointer, SRAM + 0x40, USB_RAM + 0x80, 66);
    expect(sram.slice(0x40, 0x40 + 66)).toEqual(flash.slice(0x10, 0x10 + 66));
    expect(sram[0x40 + 66]).toBe(0);
  });

  test("fills SRAM and memory behind registers", () => {
    const pointer = bench.functionPointer("MS");
    expect(bench.call(pointer, SRAM + 3, 0x1a5, 10)[0]).toBe(SRAM + 3);
    expect([...sram.slice(2, 14)]).toEqual([0, ...Array(10).fill(0xa5), 0]);
    bench.call(bench.functionPointer("S4"), USB_RAM, 0x5a, 7);
    expect(Array.from({ length: 8 }, (_, index) => bench.readUint8(USB_RAM + index))).toEqual([
      ...Array(7).fill(0x5a),
      0,
    ]);
  });

  test("flash is not written through", () => {
    expect(() => bench.call(bench.functionPointer("MC"), 0x1000_3000, SRAM, 4)).toThrow(
      "nothing at",
    );
  });

  test("longer copies take longer", () => {
    const pointer = bench.functionPointer("MC");
    const cyclesOf = (length: number) => {
      bench.cycles = 0;
      bench.call(pointer, SRAM, SRAM + 0x4000, length);
      return bench.cycles;
    };
    expect(cyclesOf(4096)).toBeGreaterThan(8 * cyclesOf(256));
    expect(cyclesOf(256)).toBeGreaterThan(cyclesOf(4));
  });
});

test("flash functions in the order of the SDK", () => {
  sram.set([1, 2, 3, 4], 0x500);
  const call = (name: string, ...words: number[]) =>
    bench.call(bench.functionPointer(name), ...words);
  call("IF");
  call("EX");
  call("RE", 0x10_0000, 8192, 65_536, 0xd8);
  call("RP", 0x10_0100, SRAM + 0x500, 4);
  call("FC");
  expect(bench.calls).toEqual([
    "unmapped",
    "erase 1048576",
    "erase 1052672",
    `program 1048832 ${"01020304".padEnd(512, "0")}`,
    "mapped",
  ]);
});

test("reset to the boot loader passes on the pins and interfaces", () => {
  bench.call(bench.functionPointer("UB"), 1 << 25, 2);
  expect(bench.calls).toEqual([`boot loader ${1 << 25} 2`]);
});

describe("core 0 after a reset", () => {
  const reset = () => bench.trapAt(bench.rom.image[1]! & ~1);

  /** The example of RP2040 datasheet 2.8.1.3.1's sum: computed bit by bit over a message polynomial. */
  function sumByDivision(bytes: Uint8Array): number {
    let remainder = 0n;
    const message = BigInt(`0x${Buffer.from(bytes).toString("hex")}00000000`);
    const length = bytes.length * 8 + 32;
    const flipped = message ^ (0xffff_ffffn << BigInt(length - 32));
    for (let bit = length - 1; bit >= 0; bit--) {
      remainder = (remainder << 1n) | ((flipped >> BigInt(bit)) & 1n);
      if (remainder >> 32n !== 0n) remainder ^= 0x1_04c1_1db7n;
    }
    return Number(remainder);
  }

  test("runs the second stage from SRAM when its sum is right", () => {
    fill(flash.subarray(0, 252));
    new DataView(flash.buffer).setUint32(252, sumByDivision(flash.subarray(0, 252)), true);
    bench.addRange(0x4005_8000, new Uint8Array(64), false);
    reset();
    expect(bench.calls).toEqual([]);
    expect(sram.slice(0x4_1f00)).toEqual(flash.slice(0, 256));
    expect([...bench.registers.subarray(13)]).toEqual([0x2004_1f00, 0, 0x2004_1f00]);
  });

  test("waits for a UF2 when the flash holds no program", () => {
    bench.addRange(0x4005_8000, new Uint8Array(64), false);
    reset();
    expect(bench.calls).toEqual(["boot loader 0 0"]);
  });

  test("goes where the watchdog's scratch registers say, once", () => {
    bench.addRange(0x4005_8000, new Uint8Array(64), false);
    const entry = 0x1000_1235;
    [0xb007_c0d3, (entry ^ 0x4ff8_3f2d) >>> 0, 0x2003_0000, entry].forEach((word, index) => {
      bench.writeUint32(0x4005_801c + index * 4, word);
    });
    reset();
    expect([bench.registers[13], bench.registers[15]]).toEqual([0x2003_0000, 0x1000_1234]);
    reset();
    expect(bench.calls).toEqual(["boot loader 0 0"]);
  });

  test("a wrong check word in the scratch registers counts as none", () => {
    bench.addRange(0x4005_8000, new Uint8Array(64), false);
    bench.writeUint32(0x4005_801c, 0xb007_c0d3);
    bench.writeUint32(0x4005_8028, 0x1000_1235);
    reset();
    expect(bench.calls).toEqual(["boot loader 0 0"]);
  });
});

describe("core 1", () => {
  const waitLoop = () => bench.rom.image[1]! & ~1;

  /** The ROM's own instructions: what is not a BKPT is WFE, and the branch back to the loop. */
  function receive(...words: number[]): void {
    bench.core = 1;
    bench.mailbox.push(...words);
    bench.trapAt(waitLoop() + 4);
  }

  function startCore1(): void {
    bench.core = 1;
    bench.trapAt(waitLoop());
    bench.trapAt(waitLoop() + 2);
  }

  test("drains its mailbox after a reset and says so with a zero", () => {
    bench.mailbox.push(5, 6);
    startCore1();
    expect(bench.mailbox).toEqual([]);
    expect(bench.replies).toEqual([0]);
    expect(bench.woken).toBe(1);
    expect(bench.readUint16(waitLoop() + 6)).toBe(0xbf20);
    expect(bench.readUint16(waitLoop() + 8)).toBe(0xe7fc);
  });

  test("starts after the six words of the protocol, each given back", () => {
    startCore1();
    bench.replies.length = 0;
    const words = [0, 0, 1, 0x1000_0100, 0x2004_0ff0, 0x1000_8001];
    for (const word of words) receive(word);
    expect(bench.replies).toEqual(words);
    expect(bench.woken).toBe(words.length);
    expect(bench.writtenWords.get(0xe000_ed08)).toBe(0x1000_0100);
    expect(bench.registers[13]).toBe(0x2004_0ff0);
    expect(bench.registers[15]).toBe(0x1000_8000);
    // Where the program returns to, core 1 waits for the next launch.
    expect(bench.registers[14]).toBe((waitLoop() + 2) | 1);
  });

  test("a word that does not fit starts the protocol anew", () => {
    startCore1();
    const start = bench.registers[15];
    receive(0, 0, 7, 1, 0x1000_0100, 0x2004_0ff0, 0x1000_8001);
    expect(bench.registers[14]).toBe(0);
    receive(0, 0, 0, 1, 0x1000_0100, 0x2004_0ff0, 0x1000_9001);
    expect(bench.registers[15]).toBe(0x1000_9000);
    expect(start).not.toBe(0x1000_9000);
  });
});
