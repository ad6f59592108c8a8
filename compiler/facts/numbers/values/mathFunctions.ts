import { anyNumber, type NumberFact } from "../../numberFacts.ts";
import { power } from "./arithmetic.ts";
import {
  anyFloat,
  exactly,
  floatRange,
  hasRange,
  int32,
  intRange,
  isNone,
  join,
  mayBeZero,
  noNumber,
  normalized,
  onlyNaN,
} from "./lattice.ts";

type Transfer = (...operands: NumberFact[]) => NumberFact;

/** What a function of `Math` gives, by its name. `max`, `min` and `hypot` take any number of operands. */
export const mathFunctions: ReadonlyMap<string, Transfer> = new Map<string, Transfer>([
  ["floor", (x) => rounded(x, Math.floor, () => false)],
  ["ceil", (x) => rounded(x, Math.ceil, (lo, hi) => lo < 0 && hi > -1)],
  ["round", (x) => rounded(x, Math.round, (lo, hi) => lo < 0 && hi >= -0.5)],
  ["trunc", (x) => rounded(x, Math.trunc, (lo, hi) => lo < 0 && hi > -1)],
  ["abs", absolute],
  ["sign", sign],
  ["max", (...all) => extreme(all, Math.max, Number.NEGATIVE_INFINITY)],
  ["min", (...all) => extreme(all, Math.min, Number.POSITIVE_INFINITY)],
  ["sqrt", squareRoot],
  ["cbrt", (x) => monotonic(x, Math.cbrt)],
  ["pow", power],
  ["hypot", hypotenuse],
  ["random", () => floatRange(0, 1 - 2 ** -53)],
  ["sin", wave],
  ["cos", wave],
  ["tan", () => anyFloat],
  ["asin", (x) => arc(x, Math.PI / 2, -Math.PI / 2)],
  ["acos", (x) => arc(x, Math.PI, 0)],
  ["atan", (x) => ({ ...bounded(x, -Math.PI / 2, Math.PI / 2), nan: x?.nan ?? true })],
  ["atan2", arcOfPoint],
  ["exp", (x) => ({ ...anyFloat, nan: x?.nan ?? true, negativeZero: false, lo: 0 })],
  ["fround", roundToSingle],
  ["clz32", () => intRange(0, 32)],
  ["imul", () => int32],
]);

const floatOnly = new Set([
  "acosh",
  "asinh",
  "atanh",
  "cosh",
  "expm1",
  "log",
  "log1p",
  "log10",
  "log2",
  "sinh",
  "tanh",
]);

/** The fact of `Math.name(operands)`. */
export function mathCall(name: string, operands: readonly NumberFact[]): NumberFact {
  if (operands.some(isNone)) return noNumber;
  const transfer = mathFunctions.get(name);
  if (transfer) return transfer(...operands);
  return floatOnly.has(name) ? anyFloat : anyNumber;
}

/** A rounding gives an int object unless the value may be NaN or infinite. */
function rounded(
  x: NumberFact | undefined,
  round: (x: number) => number,
  reachesNegativeZero: (lo: number, hi: number) => boolean,
): NumberFact {
  if (!x) return onlyNaN;
  if (!x.float) return x;
  return normalized({
    int: hasRange(x),
    float: x.nan || x.infinite,
    nan: x.nan,
    infinite: x.infinite,
    negativeZero: x.negativeZero || reachesNegativeZero(x.lo, x.hi),
    lo: round(x.lo),
    hi: round(x.hi),
  });
}

function absolute(x?: NumberFact): NumberFact {
  if (!x) return onlyNaN;
  if (!hasRange(x)) return x;
  const least = mayBeZero(x) ? 0 : Math.min(Math.abs(x.lo), Math.abs(x.hi));
  const most = Math.max(Math.abs(x.lo), Math.abs(x.hi));
  return normalized({ ...x, negativeZero: false, lo: least, hi: most });
}

function sign(x?: NumberFact): NumberFact {
  if (!x) return onlyNaN;
  const signs = hasRange(x) ? intRange(Math.sign(x.lo), Math.sign(x.hi)) : noNumber;
  const result = x.nan ? join(signs, onlyNaN) : signs;
  return { ...result, negativeZero: x.negativeZero };
}

/** `Math.max` and `Math.min`: one of the operands, or NaN if any is. */
function extreme(
  all: readonly NumberFact[],
  choose: (...values: number[]) => number,
  ofNothing: number,
): NumberFact {
  if (all.length === 0) return exactly(ofNothing);
  const any = all.reduce(join);
  const ranged = all.filter(hasRange);
  if (ranged.length < all.length) return onlyNaN;
  return normalized({
    ...any,
    lo: choose(...ranged.map((fact) => fact.lo)),
    hi: choose(...ranged.map((fact) => fact.hi)),
  });
}

function squareRoot(x?: NumberFact): NumberFact {
  if (!x) return onlyNaN;
  const nan = x.nan || x.lo < 0;
  if (!(x.hi >= 0)) return nan ? onlyNaN : noNumber;
  return normalized({
    int: false,
    float: true,
    nan,
    infinite: x.infinite,
    negativeZero: x.negativeZero,
    lo: Math.sqrt(Math.max(x.lo, 0)),
    hi: Math.sqrt(x.hi),
  });
}

function monotonic(x: NumberFact | undefined, operation: (x: number) => number): NumberFact {
  if (!x) return onlyNaN;
  const lo = operation(x.lo);
  const hi = operation(x.hi);
  const overflows = x.float && !(Number.isFinite(lo) && Number.isFinite(hi));
  return normalized({ ...x, int: false, float: true, infinite: x.infinite || overflows, lo, hi });
}

/** An int may be given back as it is. */
function roundToSingle(x?: NumberFact): NumberFact {
  if (!x) return onlyNaN;
  const single = monotonic(x, Math.fround);
  return { ...single, int: x.int, negativeZero: x.negativeZero || x.lo < 0 };
}

function arcOfPoint(y?: NumberFact, x?: NumberFact): NumberFact {
  if (!x || !y) return onlyNaN;
  const negativeZero = y.negativeZero || y.lo < 0;
  return { ...bounded(y, -Math.PI, Math.PI), negativeZero, nan: x.nan || y.nan };
}

function hypotenuse(...all: NumberFact[]): NumberFact {
  const nan = all.some((fact) => fact.nan);
  return { ...anyFloat, nan, negativeZero: false, lo: 0 };
}

function wave(x?: NumberFact): NumberFact {
  return { ...bounded(x, -1, 1), nan: !x || x.nan || x.infinite };
}

function arc(x: NumberFact | undefined, hi: number, lo: number): NumberFact {
  const nan = !x || x.nan || x.lo < -1 || x.hi > 1;
  return { ...bounded(x, lo, hi), nan };
}

function bounded(x: NumberFact | undefined, lo: number, hi: number): NumberFact {
  return { ...floatRange(lo, hi), negativeZero: x?.negativeZero ?? true };
}
