import { describe, expect, test } from "vitest";
import { RomBench } from "./romBench.ts";

const RANDOM_INPUTS = 20_000;
const bench = new RomBench();
const singleTable = bench.dataPointer("SF");
const doubleTable = bench.dataPointer("SD");

/** Byte offsets of the SDK's sf_table.h, which firmware is compiled with. */
const OFFSET = {
  add: 0x00,
  sub: 0x04,
  mul: 0x08,
  div: 0x0c,
  sqrt: 0x18,
  toInt: 0x1c,
  toFix: 0x20,
  toUint: 0x24,
  toUfix: 0x28,
  fromInt: 0x2c,
  fromFix: 0x30,
  fromUint: 0x34,
  fromUfix: 0x38,
  compare: 0x54,
  fromInt64: 0x5c,
  fromFix64: 0x60,
  fromUint64: 0x64,
  fromUfix64: 0x68,
  toInt64: 0x6c,
  toFix64: 0x70,
  toUint64: 0x74,
  toUfix64: 0x78,
  toOther: 0x7c,
} as const;

/** Zeros, denormals, the limits of the exponent, powers of two and their neighbours, integers' limits, infinities. */
const EDGES = [
  0, 1, 0x0000_ffff, 0x007f_ffff, 0x0080_0000, 0x0080_0001, 0x00ff_ffff, 0x0100_0000, 0x3380_0000,
  0x3f00_0000, 0x3f7f_ffff, 0x3f80_0000, 0x3f80_0001, 0x3fff_ffff, 0x4000_0000, 0x4040_0000,
  0x4b00_0000, 0x4b7f_ffff, 0x4b80_0000, 0x4eff_ffff, 0x4f00_0000, 0x4f7f_ffff, 0x4f80_0000,
  0x5eff_ffff, 0x5f00_0000, 0x5f7f_ffff, 0x5f80_0000, 0x7e80_0000, 0x7f00_0000, 0x7f7f_ffff,
  0x7f80_0000, 0x7fc0_0000,
].flatMap((bits) => [bits, (bits | 0x8000_0000) >>> 0]);

const scratch = new DataView(new ArrayBuffer(8));

/** The single, with denormals as zeros of their sign. */
function single(bits: number): number {
  scratch.setUint32(0, bits);
  const value = scratch.getFloat32(0);
  return Math.abs(value) < 2 ** -126 ? value * 0 : value;
}

function bitsOf(value: number): number {
  scratch.setFloat32(0, Math.abs(Math.fround(value)) < 2 ** -126 ? Math.fround(value) * 0 : value);
  return Number.isNaN(value) ? 0x7fc0_0000 : scratch.getUint32(0);
}

const doubleBits = (low: number, high: number) => (BigInt(high) << 32n) | BigInt(low);

function doubleBitsOf(value: number): bigint {
  scratch.setFloat64(0, Math.abs(value) < 2 ** -1022 ? value * 0 : value);
  return Number.isNaN(value) ? 0x7ff8_0000n << 32n : scratch.getBigUint64(0);
}

/** A linear congruence of 48 bits: the same inputs in every run. */
let seed = 20_261_121n;
function randomBits(): number {
  seed = (seed * 25_214_903_917n + 11n) & 0xffff_ffff_ffffn;
  return Number(seed >> 16n);
}

/** Half of the pairs have exponents so close together that sums round and cancel. */
function* pairs(): Generator<[number, number]> {
  for (const a of EDGES) for (const b of EDGES) yield [a, b];
  for (let index = 0; index < RANDOM_INPUTS; index++) {
    const [a, b] = [randomBits(), randomBits()];
    const near = (((a & 0x7f80_0000) + ((b % 27) - 13) * 0x0080_0000) & 0x7f80_0000) >>> 0;
    yield index % 2 === 0 ? [a, b] : [a, ((b & 0x807f_ffff) | near) >>> 0];
  }
}

function* inputs(): Generator<number> {
  yield* EDGES;
  for (let index = 0; index < RANDOM_INPUTS; index++) yield randomBits();
}

const hex = (bits: number) => (bits >>> 0).toString(16).padStart(8, "0");

/** The differences, the first few of them: so many comparisons would drown in single expectations. */
class Differences {
  readonly found: string[] = [];
  count = 0;

  compare(input: string, actual: number | bigint, expected: number | bigint): void {
    this.count++;
    if (actual !== expected && this.found.length < 5) {
      this.found.push(`${input}: ${actual.toString(16)}, not ${expected.toString(16)}`);
    }
  }
}

function singleFunction(offset: number): (...words: number[]) => Uint32Array {
  const pointer = bench.readUint32(singleTable + offset);
  return (...words) => bench.call(pointer, ...words);
}

describe("single precision, bit for bit", () => {
  test.each<[string, number, (a: number, b: number) => number]>([
    ["a + b", OFFSET.add, (a, b) => a + b],
    ["a - b", OFFSET.sub, (a, b) => a - b],
    ["a * b", OFFSET.mul, (a, b) => a * b],
    ["a / b", OFFSET.div, (a, b) => a / b],
  ])("%s", (_, offset, operation) => {
    const rom = singleFunction(offset);
    const differences = new Differences();
    for (const [a, b] of pairs()) {
      const expected = bitsOf(operation(single(a), single(b)));
      differences.compare(`${hex(a)} ${hex(b)}`, rom(a, b)[0]!, expected);
    }
    expect(differences.found).toEqual([]);
    expect(differences.count).toBeGreaterThanOrEqual(RANDOM_INPUTS + EDGES.length ** 2);
  });

  test("square root; minus infinity of what is negative, as documented", () => {
    const rom = singleFunction(OFFSET.sqrt);
    const differences = new Differences();
    for (const bits of inputs()) {
      const value = single(bits);
      const expected = bitsOf(value < 0 ? -Infinity : Math.sqrt(value));
      differences.compare(hex(bits), rom(bits)[0]!, expected);
    }
    expect(differences.found).toEqual([]);
  });

  test("comparison", () => {
    const rom = singleFunction(OFFSET.compare);
    const differences = new Differences();
    for (const [a, b] of pairs()) {
      const [x, y] = [single(a), single(b)];
      if (Number.isNaN(x) || Number.isNaN(y)) continue;
      differences.compare(
        `${hex(a)} ${hex(b)}`,
        rom(a, b)[0]! | 0,
        Math.sign(Number(x > y) - Number(x < y)),
      );
    }
    expect(differences.found).toEqual([]);
  });

  test.each<[string, number, bigint, bigint]>([
    ["int", OFFSET.toInt, -(2n ** 31n), 2n ** 31n - 1n],
    ["fix", OFFSET.toFix, -(2n ** 31n), 2n ** 31n - 1n],
    ["uint", OFFSET.toUint, 0n, 2n ** 32n - 1n],
    ["ufix", OFFSET.toUfix, 0n, 2n ** 32n - 1n],
    ["int64", OFFSET.toInt64, -(2n ** 63n), 2n ** 63n - 1n],
    ["fix64", OFFSET.toFix64, -(2n ** 63n), 2n ** 63n - 1n],
    ["uint64", OFFSET.toUint64, 0n, 2n ** 64n - 1n],
    ["ufix64", OFFSET.toUfix64, 0n, 2n ** 64n - 1n],
  ])("to %s: towards minus infinity, clamped", (name, offset, lowest, highest) => {
    const rom = singleFunction(offset);
    const differences = new Differences();
    for (const bits of inputs()) {
      if (Number.isNaN(single(bits))) continue;
      const point = name.includes("fix") ? randomBits() % 32 : 0;
      const [low, high] = rom(bits, point);
      const is64 = name.includes("64");
      const actual = is64 ? doubleBits(low!, high!) : BigInt(low!);
      const expected = clampedFloor(bits, point, lowest, highest);
      differences.compare(
        `${hex(bits)} ${point}`,
        actual,
        BigInt.asUintN(is64 ? 64 : 32, expected),
      );
    }
    expect(differences.found).toEqual([]);
  });

  test.each<[string, number]>([
    ["int", OFFSET.fromInt],
    ["fix", OFFSET.fromFix],
    ["uint", OFFSET.fromUint],
    ["ufix", OFFSET.fromUfix],
    ["int64", OFFSET.fromInt64],
    ["fix64", OFFSET.fromFix64],
    ["uint64", OFFSET.fromUint64],
    ["ufix64", OFFSET.fromUfix64],
  ])("from %s: to the nearest, ties to even", (name, offset) => {
    const rom = singleFunction(offset);
    const differences = new Differences();
    const is64 = name.includes("64");
    for (const bits of inputs()) {
      // Every other one has a long tail of zeros or ones behind it, where ties and what looks like them are.
      const low = is64 ? [randomBits(), 0, 1, 0xffff_ffff, 0x8000_0000][bits % 5]! : 0;
      const point = name.includes("fix") ? randomBits() % 32 : 0;
      const words = is64 ? [low, bits, point] : [bits, point];
      const unsigned = is64 ? (BigInt(bits) << 32n) | BigInt(low) : BigInt(bits);
      const integer = name.startsWith("u") ? unsigned : BigInt.asIntN(is64 ? 64 : 32, unsigned);
      differences.compare(words.map(hex).join(" "), rom(...words)[0]!, roundedBits(integer, point));
    }
    expect(differences.found).toEqual([]);
  });

  test("to double and back", () => {
    const widen = singleFunction(OFFSET.toOther);
    const narrow = bench.readUint32(doubleTable + OFFSET.toOther);
    const differences = new Differences();
    for (const bits of inputs()) {
      const expected = single(bits);
      const [low, high] = widen(bits);
      const tail = randomBits();
      differences.compare(hex(bits), doubleBits(low!, high!), doubleBitsOf(expected));
      differences.compare(hex(bits), bench.call(narrow, low!, high!)[0]!, bitsOf(expected));
      // A double with bits that a single has no room for.
      scratch.setBigUint64(0, doubleBits(tail, high!));
      const rounded = bitsOf(scratch.getFloat64(0));
      differences.compare(
        `${hex(bits)} ${hex(tail)}`,
        bench.call(narrow, tail, high!)[0]!,
        rounded,
      );
    }
    expect(differences.found).toEqual([]);
  });
});

test.each<[string, number, (a: number, b: number) => number]>([
  ["a + b", OFFSET.add, (a, b) => a + b],
  ["a - b", OFFSET.sub, (a, b) => a - b],
  ["a * b", OFFSET.mul, (a, b) => a * b],
  ["a / b", OFFSET.div, (a, b) => a / b],
])("double precision, %s", (_, offset, operation) => {
  const pointer = bench.readUint32(doubleTable + offset);
  const differences = new Differences();
  const double = (high: number, low: number) => {
    scratch.setUint32(0, high);
    scratch.setUint32(4, low);
    const value = scratch.getFloat64(0);
    return Math.abs(value) < 2 ** -1022 ? value * 0 : value;
  };
  for (const [a, b] of pairs()) {
    const [lowA, lowB] = [randomBits(), randomBits()];
    const [x, y] = [double(a, lowA), double(b, lowB)];
    const result = operation(x, y);
    const [low, high] = bench.call(pointer, lowA, a, lowB, b);
    const input = `${hex(a)}${hex(lowA)} ${hex(b)}${hex(lowB)}`;
    differences.compare(input, doubleBits(low!, high!), doubleBitsOf(result));
  }
  expect(differences.found).toEqual([]);
});

/** The floor of a single times 2 ** point, by its bits: sign, exponent, fraction. */
function clampedFloor(bits: number, point: number, lowest: bigint, highest: bigint): bigint {
  const exponent = (bits >>> 23) & 0xff;
  const isNegative = bits >>> 31 === 1;
  if (exponent === 0) return 0n;
  if (exponent === 255) return isNegative ? lowest : highest;
  const fraction = BigInt((bits & 0x7f_ffff) | 0x80_0000) * (isNegative ? -1n : 1n);
  const shift = BigInt(exponent - 150 + point);
  const floor = shift >= 0n ? fraction << shift : fraction >> -shift;
  return floor < lowest ? lowest : floor > highest ? highest : floor;
}

/** The single nearest to integer * 2 ** -point, ties to even, by integer arithmetic. */
function roundedBits(integer: bigint, point: number): number {
  if (integer === 0n) return 0;
  const magnitude = integer < 0n ? -integer : integer;
  const cut = BigInt(Math.max(0, magnitude.toString(2).length - 24));
  const half = cut === 0n ? 0n : 1n << (cut - 1n);
  const rest = magnitude - ((magnitude >> cut) << cut);
  let mantissa = magnitude >> cut;
  if (cut > 0n && (rest > half || (rest === half && (mantissa & 1n) === 1n))) mantissa += 1n;
  return bitsOf((integer < 0n ? -1 : 1) * Number(mantissa) * 2 ** (Number(cut) - point));
}
