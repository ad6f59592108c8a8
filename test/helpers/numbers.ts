import fc from "fast-check";

/** Numbers at which arithmetic and formatting change their ways. */
export const edgeNumbers: number[] = [
  0, -0, 1, -1, 2, 3, 5, 7, 10, -7, 100, 0.1, 0.2, 0.1 + 0.2, 0.5, -0.5, 1.5, 2.5, -2.5, 1 / 3, 2 / 3, 8.7,
  1.005, 1.45, 8.345, 21.5, 123.456, 1e-5, 1e-6, 1.5e-6, 1e-7, 1.5e-7, 123e-20, 1e20, 1e21, 1.5e21, 1e23,
  123456789012345680000, 2 ** 31, 2 ** 31 - 1, -(2 ** 31), 2 ** 30, 2 ** 30 - 1, -(2 ** 30), 2 ** 32, 2 ** 32 - 1,
  2 ** 53, 2 ** 53 - 1, -(2 ** 53), 2 ** 53 + 2, 2 ** 54 + 8, 2 ** 60, 2 ** 62, 2 ** 63, 2 ** 64, 2 ** -44,
  0.49999999999999994, 4503599627370495.5, 5e-324, 1e-323, 2.2250738585072014e-308, 2.225073858507201e-308,
  1.7976931348623157e308, 1e300, 1e-300, 255, 256, 65535, 0.000001234, Math.PI, Math.E, -Math.PI, 1e15, 1e16,
  999999999999999.9, 99.99999999999999, 0.9999999999999999, 1.0000000000000002, 25, 35.5, 1.25, 0.125,
  Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY,
];

/** Edges, doubles of all magnitudes, decimals as people write them and integers; the same at every run. */
export function someNumbers(count: number, seed = 1): number[] {
  const decimal = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 6 }));
  const arbitrary = fc.oneof(
    fc.double(),
    fc.double({ min: -1e6, max: 1e6 }),
    decimal.map(([digits, places]) => Number(`${digits}e-${places}`)),
    fc.maxSafeInteger(),
    fc.integer(),
    fc.integer({ min: -1000, max: 1000 }),
  );
  return [...edgeNumbers, ...fc.sample(arbitrary, { numRuns: count, seed })];
}
