/** Python's mathematics. TypeScript's own `Math` does most of it too; here a value outside of the range raises ValueError. */

/** e, 2.718... */
export const e: float;
/** Infinity */
export const inf: float;
/** Not a number */
export const nan: float;
/** pi, 3.141... */
export const pi: float;
/** 2 pi, 6.283... */
export const tau: float;

/** Angle in radians, 0 to pi. */
export function acos(x: number): float;
/** Inverse hyperbolic cosine. */
export function acosh(x: number): float;
/** Angle in radians, -pi/2 to pi/2. */
export function asin(x: number): float;
/** Inverse hyperbolic sine. */
export function asinh(x: number): float;
/** Angle in radians, -pi/2 to pi/2. */
export function atan(x: number): float;
/** Angle of the point (x, y) in radians, -pi to pi. */
export function atan2(y: number, x: number): float;
/** Inverse hyperbolic tangent. */
export function atanh(x: number): float;
/** The smallest integer not below `x`. */
export function ceil(x: number): int;
/** `x` with the sign of `y`. */
export function copysign(x: number, y: number): float;
/** Cosine of an angle in radians. */
export function cos(x: number): float;
/** Hyperbolic cosine. */
export function cosh(x: number): float;
/** Radians as degrees. */
export function degrees(x: number): float;
/** The error function. */
export function erf(x: number): float;
/** 1 less the error function. */
export function erfc(x: number): float;
/** e to the power of `x`. */
export function exp(x: number): float;
/** exp(x) - 1, exact for small `x`. */
export function expm1(x: number): float;
/** The size of a number, without its sign. */
export function fabs(x: number): float;
/** 1 * 2 * ... * x; ValueError for negative `x`. */
export function factorial(x: int): int;
/** The largest integer not above `x`. */
export function floor(x: number): int;
/** The rest of a division, with the sign of `x`. */
export function fmod(x: number, y: number): float;
/** Mantissa (0.5 to 1) and exponent of 2. */
export function frexp(x: number): readonly [mantissa: float, exponent: int];
/** The gamma function. */
export function gamma(x: number): float;
/** True when two numbers differ by little: relative 1e-9 unless told otherwise. */
export function isclose(a: number, b: number, options?: Keywords<{ rel_tol?: number; abs_tol?: number }>): boolean;
/** True unless it is NaN or infinite. */
export function isfinite(x: number): boolean;
/** True for an infinite number. */
export function isinf(x: number): boolean;
/** True for NaN. */
export function isnan(x: number): boolean;
/** `x` times 2 to the power of `exponent`. */
export function ldexp(x: number, exponent: int): float;
/** The logarithm of the gamma function. */
export function lgamma(x: number): float;
/** Logarithm, natural unless a base is given; ValueError unless above 0. */
export function log(x: number, base?: number): float;
/** Logarithm to base 10. */
export function log10(x: number): float;
/** Logarithm to base 2. */
export function log2(x: number): float;
/** Fraction and whole part. */
export function modf(x: number): readonly [fraction: float, whole: float];
/** `x` to the power of `y`. */
export function pow(x: number, y: number): float;
/** Degrees as radians. */
export function radians(x: number): float;
/** Sine of an angle in radians. */
export function sin(x: number): float;
/** Hyperbolic sine. */
export function sinh(x: number): float;
/** Square root; ValueError for negative `x`. */
export function sqrt(x: number): float;
/** Tangent of an angle in radians. */
export function tan(x: number): float;
/** Hyperbolic tangent. */
export function tanh(x: number): float;
/** The integer part. */
export function trunc(x: number): int;
