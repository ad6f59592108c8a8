import { anyNumber, type NumberFact } from "../../numberFacts.ts";

/** No number at all: the fact of code that has not been reached, the start of the fixpoint. */
export const noNumber: NumberFact = {
  int: false,
  float: false,
  nan: false,
  infinite: false,
  negativeZero: false,
  lo: Number.POSITIVE_INFINITY,
  hi: Number.NEGATIVE_INFINITY,
};

export const onlyNaN: NumberFact = { ...noNumber, float: true, nan: true };

/**
 * Arrays and strings on a microcontroller are shorter than 2 ** 30, so that lengths and indices are
 * small ints there (31 bits signed).
 */
export const maxLength = 2 ** 30 - 1;

/** Above 2 ** 53 a double no longer tells neighbours apart; bounds beyond it are given up. */
const exactLimit = 2 ** 53;

export function intRange(lo: number, hi: number): NumberFact {
  return normalized({ ...noNumber, int: true, lo, hi });
}

export function floatRange(lo: number, hi: number): NumberFact {
  return normalized({ ...noNumber, float: true, lo, hi });
}

export const anyInt: NumberFact = intRange(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
export const anyFloat: NumberFact = { ...anyNumber, int: false };
export const anyIndex: NumberFact = intRange(0, maxLength - 1);
export const anyLength: NumberFact = intRange(0, maxLength);
export const int32: NumberFact = intRange(-(2 ** 31), 2 ** 31 - 1);
export const uint32: NumberFact = intRange(0, 2 ** 32 - 1);

/** A number as it is written in Python: an int object where it is whole and exact. */
export function exactly(value: number): NumberFact {
  if (Number.isNaN(value)) return onlyNaN;
  const isInt = Number.isSafeInteger(value) && !Object.is(value, -0);
  return normalized({
    ...noNumber,
    int: isInt,
    float: !isInt,
    infinite: !Number.isFinite(value),
    negativeZero: Object.is(value, -0),
    lo: value,
    hi: value,
  });
}

export function isNone(fact: NumberFact): boolean {
  return !fact.int && !fact.float;
}

/** Has the fact a value other than NaN? */
export function hasRange(fact: NumberFact): boolean {
  return fact.lo <= fact.hi;
}

export function mayBeZero(fact: NumberFact): boolean {
  return fact.lo <= 0 && fact.hi >= 0;
}

/** Is it one int object whose value is known? */
export function isExactInt(fact: NumberFact): boolean {
  return fact.int && !fact.float && fact.lo === fact.hi;
}

/** Takes away what contradicts itself: fractions of ints, a NaN of ints, a zero outside of the range. */
export function normalized(fact: NumberFact): NumberFact {
  let { lo, hi, infinite, negativeZero, nan } = fact;
  if (!fact.float) {
    lo = Math.ceil(lo);
    hi = Math.floor(hi);
    nan = false;
    infinite = false;
    if (lo <= -exactLimit) lo = Number.NEGATIVE_INFINITY;
    else if (lo > exactLimit) lo = exactLimit;
    if (hi >= exactLimit) hi = Number.POSITIVE_INFINITY;
    else if (hi < -exactLimit) hi = -exactLimit;
  }
  if (!(lo <= hi)) return nan ? onlyNaN : noNumber;
  if (Number.isFinite(lo) && Number.isFinite(hi)) infinite = false;
  if (lo > 0 || hi < 0) negativeZero = false;
  return {
    int: fact.int,
    float: fact.float,
    nan,
    infinite,
    negativeZero,
    lo: lo === 0 ? 0 : lo,
    hi: hi === 0 ? 0 : hi,
  };
}

export function join(a: NumberFact, b: NumberFact): NumberFact {
  if (a === b || isNone(b)) return a;
  if (isNone(a)) return b;
  return {
    int: a.int || b.int,
    float: a.float || b.float,
    nan: a.nan || b.nan,
    infinite: a.infinite || b.infinite,
    negativeZero: a.negativeZero || b.negativeZero,
    lo: Math.min(a.lo, b.lo),
    hi: Math.max(a.hi, b.hi),
  };
}

export function joinAll(facts: Iterable<NumberFact>): NumberFact {
  let result = noNumber;
  for (const fact of facts) result = join(result, fact);
  return result;
}

/** What both facts allow. */
export function meet(a: NumberFact, b: NumberFact): NumberFact {
  return normalized({
    int: a.int && b.int,
    float: a.float && b.float,
    nan: a.nan && b.nan,
    infinite: a.infinite && b.infinite,
    negativeZero: a.negativeZero && b.negativeZero,
    lo: Math.max(a.lo, b.lo),
    hi: Math.min(a.hi, b.hi),
  });
}

/** The values of a fact inside a range; NaN stays possible. */
export function within(fact: NumberFact, lo: number, hi: number): NumberFact {
  if (fact.lo >= lo && fact.hi <= hi) return fact;
  return normalized({ ...fact, lo: Math.max(fact.lo, lo), hi: Math.min(fact.hi, hi) });
}

export function withoutNaN(fact: NumberFact): NumberFact {
  if (!fact.nan) return fact;
  return hasRange(fact) ? { ...fact, nan: false } : noNumber;
}

export function sameFact(a: NumberFact, b: NumberFact): boolean {
  return (
    a === b ||
    (a.int === b.int &&
      a.float === b.float &&
      a.nan === b.nan &&
      a.infinite === b.infinite &&
      a.negativeZero === b.negativeZero &&
      a.lo === b.lo &&
      a.hi === b.hi)
  );
}

/** Does `b` allow everything that `a` does? */
export function isInside(a: NumberFact, b: NumberFact): boolean {
  return sameFact(join(a, b), b) || isNone(a);
}

/** Where a bound may come to rest while it grows, in rising order. */
export type Ladder = readonly number[];

const coarse = [0, 1, 2 ** 7, 2 ** 8, 2 ** 15, 2 ** 16, 2 ** 30, 2 ** 31, 2 ** 32, 2 ** 53];

/** The steps of a bound: sizes of machine words, and the constants of the program at hand. */
export function ladderOf(constants: Iterable<number>): Ladder {
  const steps = new Set<number>([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  for (const step of coarse) {
    for (const near of [step - 1, step]) steps.add(near).add(-near);
  }
  for (const constant of constants) {
    for (const near of [constant - 1, constant, constant + 1]) steps.add(near);
  }
  return [...steps].sort((a, b) => a - b);
}

/** Joins `next` to `before`; a bound that grew goes to the next step of the ladder. */
export function widen(before: NumberFact, next: NumberFact, ladder: Ladder): NumberFact {
  const joined = join(before, next);
  if (isNone(before)) return joined;
  return {
    ...joined,
    lo: joined.lo < before.lo ? stepDown(joined.lo, ladder) : joined.lo,
    hi: joined.hi > before.hi ? stepUp(joined.hi, ladder) : joined.hi,
  };
}

function stepUp(value: number, ladder: Ladder): number {
  return ladder.find((step) => step >= value) ?? Number.POSITIVE_INFINITY;
}

function stepDown(value: number, ladder: Ladder): number {
  return ladder.findLast((step) => step <= value) ?? Number.NEGATIVE_INFINITY;
}
