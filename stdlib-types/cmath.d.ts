/** Complex numbers. */

/** A complex number. */
export interface complex {
  readonly real: float;
  readonly imag: float;
}
/** e, 2.718... */
export const e: float;
/** pi, 3.141... */
export const pi: float;
/** Cosine. */
export function cos(z: complex | number): complex;
/** e to the power of `z`. */
export function exp(z: complex | number): complex;
/** Natural logarithm. */
export function log(z: complex | number): complex;
/** Logarithm to base 10. */
export function log10(z: complex | number): complex;
/** The angle in radians, -pi to pi. */
export function phase(z: complex | number): float;
/** Length and angle. */
export function polar(z: complex | number): readonly [r: float, phi: float];
/** The number of this length and angle. */
export function rect(r: number, phi: number): complex;
/** Sine. */
export function sin(z: complex | number): complex;
/** Square root. */
export function sqrt(z: complex | number): complex;
