import * as py from "../../python/py.ts";

/** Powers of ten up to this one are doubles without rounding. */
const exactPowerOfTen = 22;
/** A power of two up to this one is written out. */
const shortPower = 62;
/** The largest power of two that is a double. */
const largestPower = 1023;

/**
 * A positive number that is no int, as Python. MicroPython's parser rounds more than once where the
 * digits are many, and may be off by one step; such a number is a quotient, which is exact:
 *
 *     0.5                                    0.5
 *     123456789.12345679                     8284978437398519 / 67108864
 */
export function floatLiteral(value: number): py.Expression {
  const shortest = String(value);
  const text = /[.e]/.test(shortest) ? shortest : `${shortest}.0`;
  return isParsedExactly(shortest) ? py.floatText(text) : (asQuotient(value) ?? py.floatText(text));
}

/** Digits that are exact as a double, and one multiplication or division by another exact double. */
function isParsedExactly(text: string): boolean {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const power = Number(exponent) - fraction.length;
  const digits = (whole + fraction).replace(/^0+/, "");
  if (digits === "1" && power > 0) return true;
  return Number.isSafeInteger(Number(digits)) && Math.abs(power) <= exactPowerOfTen;
}

/** `whole / 2 ** bits` or `whole * 2.0 ** bits`; undefined for what is too small. */
function asQuotient(value: number): py.Expression | undefined {
  let whole = value;
  let bits = 0;
  for (; !Number.isInteger(whole); whole *= 2) bits += 1;
  for (; !Number.isSafeInteger(whole); whole /= 2) bits -= 1;
  if (bits > largestPower) return undefined;
  return py.binary(py.int(whole), bits > 0 ? "/" : "*", powerOfTwo(Math.abs(bits), bits > 0));
}

function powerOfTwo(bits: number, isDivisor: boolean): py.Expression {
  if (isDivisor && bits <= shortPower) return py.int(1n << BigInt(bits));
  return py.binary(py.floatText("2.0"), "**", py.int(bits));
}
