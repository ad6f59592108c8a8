import fc from "fast-check";
import type { Case } from "./sameAsNode.ts";
import { py } from "./values.ts";

/** Numbers at which arithmetic and formatting change their ways. */
export const edgeNumbers: number[] = [
  ...[
    0, -0, 1, -1, 2, 3, 5, 7, 10, -7, 100, 25, 255, 256, 65535, 1e15, 1e16, 1e20, 1e21, 1.5e21,
    1e23,
  ],
  ...[
    0.1,
    0.2,
    0.1 + 0.2,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    1 / 3,
    2 / 3,
    8.7,
    1.005,
    1.45,
    8.345,
    21.5,
    123.456,
  ],
  ...[1e-5, 1e-6, 1.5e-6, 1e-7, 1.5e-7, 123e-20, 0.000001234, 35.5, 1.25, 0.125, 1e300, 1e-300],
  ...[
    2 ** 30,
    2 ** 30 - 1,
    -(2 ** 30),
    2 ** 31,
    2 ** 31 - 1,
    -(2 ** 31),
    2 ** 32,
    2 ** 32 - 1,
    2 ** -44,
  ],
  ...[
    2 ** 53,
    2 ** 53 - 1,
    -(2 ** 53),
    2 ** 53 + 2,
    2 ** 54 + 8,
    2 ** 60,
    2 ** 62,
    2 ** 63,
    2 ** 64,
  ],
  ...[
    123456789012345680000,
    4503599627370495.5,
    999999999999999.9,
    99.99999999999999,
    Math.PI,
    -Math.PI,
  ],
  ...[0.49999999999999994, 0.9999999999999999, 1.0000000000000002, Math.E, 5e-324, 1e-323],
  ...[2.2250738585072014e-308, 2.225073858507201e-308, Number.MAX_VALUE],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
];

/** Edges, doubles of all magnitudes, decimals as people write them and integers; the same at every run. */
export function someNumbers(count: number, seed = 1): number[] {
  const digits = fc.integer({ min: -999_999, max: 999_999 });
  const arbitrary = fc.oneof(
    fc.double(),
    fc.double({ min: -1e6, max: 1e6 }),
    fc
      .tuple(digits, fc.integer({ min: 0, max: 6 }))
      .map(([n, places]) => Number(`${n}e-${places}`)),
    fc.maxSafeInteger(),
    fc.integer(),
    fc.integer({ min: -1000, max: 1000 }),
  );
  return [...edgeNumbers, ...fc.sample(arbitrary, { numRuns: count, seed })];
}

/** The Python objects that a number can be: always a float, and an int if it is an integer. */
export function forms(x: number): string[] {
  const isInt = Number.isSafeInteger(x) && !Object.is(x, -0);
  return isInt ? [py(x, true), py(x)] : [py(x, true)];
}

/** `helper(x)` for each number in each of its forms. */
export function ofEach(helper: string, values: number[], node: (x: number) => unknown): Case[] {
  return values.flatMap((x) =>
    forms(x).map((form) => ({ python: `${helper}(${form})`, node: () => node(x) })),
  );
}

/** `helper(a, b)` for each pair of numbers in each of their forms. */
export function ofPairs(
  helper: string,
  values: number[],
  node: (a: number, b: number) => unknown,
): Case[] {
  return values.flatMap((a) =>
    values.flatMap((b) =>
      forms(a).flatMap((x) =>
        forms(b).map((y) => ({ python: `${helper}(${x}, ${y})`, node: () => node(a, b) })),
      ),
    ),
  );
}
