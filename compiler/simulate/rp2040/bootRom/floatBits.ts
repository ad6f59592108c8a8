/**
 * Floating point numbers in the registers of a core.
 *
 * The ROM's functions know no denormals: an operand that is one counts as a zero of its sign, and so
 * does a result (RP2040 datasheet, 2.8.3.2). The original has no NaN either: it takes one for an
 * infinity, and the SDK's wrappers keep NaN from it. Here a NaN stays one, as IEEE 754 has it, with
 * the bits of the default NaN.
 */

const single = new Float32Array(1);
const singleBits = new Uint32Array(single.buffer);
const double = new Float64Array(1);
const doubleBits = new Uint32Array(double.buffer);

const SIGN = 0x8000_0000;
const SINGLE_EXPONENT = 0x7f80_0000;
const DOUBLE_EXPONENT = 0x7ff0_0000;
const SINGLE_NAN = 0x7fc0_0000;
const DOUBLE_NAN_HIGH = 0x7ff8_0000;

export function singleFromBits(bits: number): number {
  singleBits[0] = (bits & SINGLE_EXPONENT) === 0 ? bits & SIGN : bits;
  return single[0]!;
}

/** Rounds to the nearest single, ties to even. */
export function bitsOfSingle(value: number): number {
  if (Number.isNaN(value)) return SINGLE_NAN;
  single[0] = value;
  const bits = singleBits[0]!;
  return (bits & SINGLE_EXPONENT) === 0 ? (bits & SIGN) >>> 0 : bits;
}

export function doubleFromBits(low: number, high: number): number {
  const isTiny = (high & DOUBLE_EXPONENT) === 0;
  doubleBits[0] = isTiny ? 0 : low;
  doubleBits[1] = isTiny ? high & SIGN : high;
  return double[0]!;
}

/** Writes a double into two registers, the low half first. */
export function storeDouble(registers: Uint32Array, index: number, value: number): void {
  double[0] = value;
  let low = doubleBits[0]!;
  let high = doubleBits[1]!;
  if (Number.isNaN(value)) [low, high] = [0, DOUBLE_NAN_HIGH];
  else if ((high & DOUBLE_EXPONENT) === 0) [low, high] = [0, high & SIGN];
  registers[index] = low;
  registers[index + 1] = high;
}

/** -1, 0 or 1; a NaN counts as the infinity of its sign. */
export function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
