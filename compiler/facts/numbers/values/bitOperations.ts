import type { NumberFact } from "../../numberFacts.ts";
import {
  exactly,
  hasRange,
  int32,
  intRange,
  isExactInt,
  isNone,
  join,
  noNumber,
  uint32,
} from "./lattice.ts";

/* What the bit operators give: ints of 32 bits, signed but for `>>>`. */

const signBit = 2 ** 31;

/** The int that a bit operator sees. */
export function toInt32(a: NumberFact): NumberFact {
  if (isNone(a)) return noNumber;
  if (isExactInt(a)) return exactly(a.lo | 0);
  const truncated = truncate(a);
  if (truncated.lo < -signBit || truncated.hi >= signBit) return int32;
  return truncated;
}

/** The int that `>>>` sees. */
export function toUint32(a: NumberFact): NumberFact {
  if (isNone(a)) return noNumber;
  if (isExactInt(a)) return exactly(a.lo >>> 0);
  const truncated = truncate(a);
  if (truncated.lo < 0 || truncated.hi >= 2 * signBit) return uint32;
  return truncated;
}

/** Towards 0, as an int; NaN and the infinities are 0. */
function truncate(a: NumberFact): NumberFact {
  if (!hasRange(a)) return exactly(0);
  const range = intRange(Math.trunc(a.lo), Math.trunc(a.hi));
  return a.nan || a.infinite ? join(range, exactly(0)) : range;
}

export function bitAnd(left: NumberFact, right: NumberFact): NumberFact {
  const a = toInt32(left);
  const b = toInt32(right);
  if (isNone(a) || isNone(b)) return noNumber;
  if (isExactInt(a) && isExactInt(b)) return exactly(a.lo & b.lo);
  if (a.lo >= 0 && b.lo >= 0) return intRange(0, Math.min(a.hi, b.hi));
  if (a.lo >= 0) return intRange(0, a.hi);
  if (b.lo >= 0) return intRange(0, b.hi);
  const least = -powerOfTwoFrom(Math.max(-a.lo, -b.lo));
  return intRange(Math.max(least, -signBit), Math.max(a.hi, b.hi));
}

export function bitOr(left: NumberFact, right: NumberFact): NumberFact {
  const a = toInt32(left);
  const b = toInt32(right);
  if (isNone(a) || isNone(b)) return noNumber;
  if (isExactInt(a) && isExactInt(b)) return exactly(a.lo | b.lo);
  if (a.lo >= 0 && b.lo >= 0) return intRange(Math.max(a.lo, b.lo), allOnes(Math.max(a.hi, b.hi)));
  return mixed(a, b);
}

export function bitXor(left: NumberFact, right: NumberFact): NumberFact {
  const a = toInt32(left);
  const b = toInt32(right);
  if (isNone(a) || isNone(b)) return noNumber;
  if (isExactInt(a) && isExactInt(b)) return exactly(a.lo ^ b.lo);
  if (a.lo >= 0 && b.lo >= 0) return intRange(0, allOnes(Math.max(a.hi, b.hi)));
  return mixed(a, b);
}

export function bitNot(operand: NumberFact): NumberFact {
  const a = toInt32(operand);
  return isNone(a) ? a : intRange(-a.hi - 1, -a.lo - 1);
}

export function shiftLeft(left: NumberFact, right: NumberFact): NumberFact {
  const a = toInt32(left);
  const count = shiftCount(right);
  if (isNone(a) || !count) return noNumber;
  if (isExactInt(a) && count.lo === count.hi) return exactly(a.lo << count.lo);
  const lo = a.lo < 0 ? a.lo * 2 ** count.hi : a.lo * 2 ** count.lo;
  const hi = a.hi < 0 ? a.hi * 2 ** count.lo : a.hi * 2 ** count.hi;
  return lo < -signBit || hi >= signBit ? int32 : intRange(lo, hi);
}

export function shiftRight(left: NumberFact, right: NumberFact): NumberFact {
  return shiftedDown(toInt32(left), shiftCount(right));
}

export function shiftRightUnsigned(left: NumberFact, right: NumberFact): NumberFact {
  return shiftedDown(toUint32(left), shiftCount(right));
}

function shiftedDown(a: NumberFact, count: { lo: number; hi: number } | undefined): NumberFact {
  if (isNone(a) || !count) return noNumber;
  const lo = Math.floor(a.lo / 2 ** (a.lo < 0 ? count.lo : count.hi));
  const hi = Math.floor(a.hi / 2 ** (a.hi < 0 ? count.hi : count.lo));
  return intRange(lo, hi);
}

/** Five bits of the count are used. */
function shiftCount(fact: NumberFact): { lo: number; hi: number } | undefined {
  const count = toInt32(fact);
  if (isNone(count)) return undefined;
  if (isExactInt(count)) return { lo: count.lo & 31, hi: count.lo & 31 };
  return count.lo >= 0 && count.hi <= 31 ? count : { lo: 0, hi: 31 };
}

/** Both may be negative: as many bits as the larger needs. */
function mixed(a: NumberFact, b: NumberFact): NumberFact {
  const size = Math.max(a.hi + 1, b.hi + 1, -a.lo, -b.lo);
  const limit = powerOfTwoFrom(size);
  return intRange(-limit, limit - 1);
}

/** The least power of two that is not below. */
function powerOfTwoFrom(value: number): number {
  let power = 1;
  while (power < value) power *= 2;
  return power;
}

/** The least 2 ** k - 1 that is not below. */
function allOnes(value: number): number {
  return powerOfTwoFrom(value + 1) - 1;
}
