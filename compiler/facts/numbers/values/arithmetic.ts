import { anyNumber, type NumberFact } from "../../numberFacts.ts";
import { anyInt, exactly, hasRange, isNone, mayBeZero, noNumber, normalized } from "./lattice.ts";

/*
 * What `+ - * / % **` and unary minus give. Bounds are computed on doubles: rounding is monotonic,
 * so the rounded bounds of the exact result bound the rounded result.
 */

/** Beyond this size a sum of two finite doubles might overflow. */
const safeSize = 1e290;

export function add(a: NumberFact, b: NumberFact): NumberFact {
  if (isNone(a) || isNone(b)) return noNumber;
  const { int, float } = kinds(a, b);
  return normalized({
    int,
    float,
    nan:
      a.nan ||
      b.nan ||
      (mayBePlusInf(a) && mayBeMinusInf(b)) ||
      (mayBeMinusInf(a) && mayBePlusInf(b)),
    infinite: float && (a.infinite || b.infinite || !(isBounded(a) || isBounded(b))),
    negativeZero: a.negativeZero && b.negativeZero,
    lo: orElse(a.lo + b.lo, Number.NEGATIVE_INFINITY),
    hi: orElse(a.hi + b.hi, Number.POSITIVE_INFINITY),
  });
}

export function subtract(a: NumberFact, b: NumberFact): NumberFact {
  if (isNone(a) || isNone(b)) return noNumber;
  const { int, float } = kinds(a, b);
  return normalized({
    int,
    float,
    nan:
      a.nan ||
      b.nan ||
      (mayBePlusInf(a) && mayBePlusInf(b)) ||
      (mayBeMinusInf(a) && mayBeMinusInf(b)),
    infinite: float && (a.infinite || b.infinite || !(isBounded(a) || isBounded(b))),
    negativeZero: a.negativeZero && mayBeZero(b),
    lo: orElse(a.lo - b.hi, Number.NEGATIVE_INFINITY),
    hi: orElse(a.hi - b.lo, Number.POSITIVE_INFINITY),
  });
}

export function multiply(a: NumberFact, b: NumberFact): NumberFact {
  if (isNone(a) || isNone(b)) return noNumber;
  const { int, float } = kinds(a, b);
  const products = ends(a, b, (x, y) => (x === 0 || y === 0 ? 0 : x * y));
  const shrinks = isWithinOne(a) || isWithinOne(b);
  return normalized({
    int,
    float,
    nan: a.nan || b.nan || (a.infinite && mayBeZero(b)) || (b.infinite && mayBeZero(a)),
    infinite: float && (a.infinite || b.infinite || (!products.finite && !shrinks)),
    negativeZero: productMayBeNegativeZero(a, b) || (float && mayUnderflow(a, b)),
    ...products,
  });
}

/** The square of one value: never negative. */
export function square(a: NumberFact): NumberFact {
  const product = multiply(a, a);
  if (!hasRange(product)) return product;
  const least = mayBeZero(a) ? 0 : Math.min(a.lo * a.lo, a.hi * a.hi);
  return normalized({ ...product, negativeZero: false, lo: Math.max(product.lo, least) });
}

/**
 * A float object, but for known ints of which one divides the other, as in `128 * 64 / 8`; a divisor
 * of 0 gives Infinity or NaN.
 */
export function divide(a: NumberFact, b: NumberFact): NumberFact {
  const whole = wholeQuotient(a, b);
  if (whole !== undefined) return exactly(whole);
  if (isNone(a) || isNone(b)) return noNumber;
  const byZero = mayBeZero(b);
  const quotients = byZero ? quotientsByZero(a, b) : ends(a, b, (x, y) => quotient(x, y));
  const grows = b.float && !(b.lo >= 1 || b.hi <= -1);
  const overflows = grows && !quotients.finite;
  return normalized({
    int: false,
    float: true,
    nan: a.nan || b.nan || (byZero && mayBeZero(a)) || (a.infinite && b.infinite),
    infinite: byZero || a.infinite || overflows,
    negativeZero: quotientMayBeNegativeZero(a, b),
    lo: quotients.lo,
    hi: quotients.hi,
  });
}

function wholeQuotient(a: NumberFact, b: NumberFact): number | undefined {
  if (a.float || b.float || a.lo !== a.hi || b.lo !== b.hi || a.lo === 0) return undefined;
  const quotient = a.lo / b.lo;
  return Number.isSafeInteger(quotient) ? quotient : undefined;
}

/** `%` has the sign of the dividend; of ints by an int that is not 0 it is an int. */
export function remainder(a: NumberFact, b: NumberFact): NumberFact {
  if (isNone(a) || isNone(b)) return noNumber;
  const bothInt = a.int && b.int;
  const byZero = mayBeZero(b);
  const nan = a.nan || b.nan || byZero || a.infinite;
  const largest = Math.max(Math.abs(b.lo), Math.abs(b.hi));
  const limit = a.float || b.float ? largest : largest - 1;
  const smallest = byZero ? 0 : Math.min(Math.abs(b.lo), Math.abs(b.hi));
  const unchanged = a.lo > -smallest && a.hi < smallest;
  return normalized({
    int: bothInt,
    // A remainder of -0 comes back as a float, the only object that has its sign.
    float: a.float || b.float || nan || a.lo < 0,
    nan,
    infinite: false,
    negativeZero: a.negativeZero || a.lo < 0,
    lo: unchanged ? a.lo : a.lo < 0 ? Math.max(a.lo, -limit) : 0,
    hi: unchanged ? a.hi : a.hi > 0 ? Math.min(a.hi, limit) : 0,
  });
}

export function power(a: NumberFact, b: NumberFact): NumberFact {
  if (isNone(a) || isNone(b)) return noNumber;
  const bothInt = a.int && b.int && !a.float && !b.float;
  if (bothInt && b.lo >= 0) return intPower(a, b);
  const positive = a.lo > 0 && !a.nan && !a.infinite && !b.nan && !b.infinite;
  if (!positive) return anyNumber;
  return { ...anyNumber, int: a.int && b.int, nan: false, negativeZero: false, lo: 0 };
}

function intPower(a: NumberFact, b: NumberFact): NumberFact {
  const negativeZero = a.negativeZero;
  if (a.lo >= 1) {
    return normalized({ ...anyInt, negativeZero, lo: a.lo ** b.lo, hi: a.hi ** b.hi });
  }
  const size = Math.max(Math.abs(a.lo), Math.abs(a.hi), 1) ** b.hi;
  const isEven = b.lo === b.hi && b.lo % 2 === 0;
  const lo = a.lo >= 0 || isEven ? 0 : -size;
  return normalized({ ...anyInt, negativeZero, lo, hi: size });
}

/** `-x`: an int 0 gives the int 0, although JavaScript has -0. */
export function negate(a: NumberFact): NumberFact {
  if (!hasRange(a)) return a;
  return normalized({ ...a, negativeZero: mayBeZero(a), lo: -a.hi, hi: -a.lo });
}

function kinds(a: NumberFact, b: NumberFact): { int: boolean; float: boolean } {
  return { int: a.int && b.int, float: a.float || b.float };
}

function mayBePlusInf(a: NumberFact): boolean {
  return a.infinite && a.hi === Number.POSITIVE_INFINITY;
}

function mayBeMinusInf(a: NumberFact): boolean {
  return a.infinite && a.lo === Number.NEGATIVE_INFINITY;
}

function isBounded(a: NumberFact): boolean {
  return a.lo >= -safeSize && a.hi <= safeSize;
}

function isWithinOne(a: NumberFact): boolean {
  return a.lo >= -1 && a.hi <= 1;
}

function orElse(value: number, fallback: number): number {
  return Number.isNaN(value) ? fallback : value;
}

/** Least and greatest of an operation that is monotonic in each operand. */
function ends(
  a: NumberFact,
  b: NumberFact,
  operation: (x: number, y: number) => number,
): { lo: number; hi: number; finite: boolean } {
  if (!hasRange(a) || !hasRange(b)) {
    return { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY, finite: true };
  }
  const all = [
    operation(a.lo, b.lo),
    operation(a.lo, b.hi),
    operation(a.hi, b.lo),
    operation(a.hi, b.hi),
  ];
  const lo = Math.min(...all);
  const hi = Math.max(...all);
  return { lo, hi, finite: Number.isFinite(lo) && Number.isFinite(hi) };
}

/** An infinite bound over an infinite bound can be anything from 0 on; the other ends show how far. */
function quotient(x: number, y: number): number {
  return Number.isFinite(y) ? x / y : 0;
}

function quotientsByZero(
  a: NumberFact,
  b: NumberFact,
): { lo: number; hi: number; finite: boolean } {
  const isPositive = a.lo >= 0 && !a.negativeZero && b.lo >= 0 && !b.negativeZero;
  const lo = isPositive ? 0 : Number.NEGATIVE_INFINITY;
  return { lo, hi: Number.POSITIVE_INFINITY, finite: false };
}

function productMayBeNegativeZero(a: NumberFact, b: NumberFact): boolean {
  return (
    (mayBeZero(a) && mayBeNegative(b)) ||
    (mayBeZero(b) && mayBeNegative(a)) ||
    (a.negativeZero && b.hi >= 0) ||
    (b.negativeZero && a.hi >= 0)
  );
}

function quotientMayBeNegativeZero(a: NumberFact, b: NumberFact): boolean {
  return (
    (mayBeZero(a) && mayBeNegative(b)) ||
    (a.negativeZero && b.hi >= 0) ||
    (b.infinite && (mayBeNegative(a) || mayBeNegative(b))) ||
    ((a.float || b.float) && mayUnderflow(a, b))
  );
}

function mayBeNegative(a: NumberFact): boolean {
  return a.lo < 0 || a.negativeZero;
}

/** May a result that is not 0 be rounded to -0? */
function mayUnderflow(a: NumberFact, b: NumberFact): boolean {
  return (a.lo < 0 && b.hi > 0) || (a.hi > 0 && b.lo < 0);
}
