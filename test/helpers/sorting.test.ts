import fc from "fast-check";
import { type Case, sameAsNode } from "./sameAsNode.ts";
import { py } from "./values.ts";

/** Pairs of a key that is often equal and a place, so that an unstable order shows. */
const pairs = (length: number, keys: number, seed: number): [number, number][] =>
  fc
    .sample(fc.integer({ min: 0, max: keys }), { numRuns: length, seed })
    .map((key, i): [number, number] => [key, i]);

const shapes: [string, (length: number) => [number, number][]][] = [
  ["random", (n) => pairs(n, n * 2, n + 1)],
  ["few keys", (n) => pairs(n, 3, n + 2)],
  ["in order", (n) => Array.from({ length: n }, (_, i) => [i, i])],
  ["backwards", (n) => Array.from({ length: n }, (_, i) => [n - i, i])],
  ["backwards in twos", (n) => Array.from({ length: n }, (_, i) => [n - (i >> 1), i])],
  ["all equal", (n) => Array.from({ length: n }, (_, i) => [7, i])],
  [
    "appended to",
    (n) => [...pairs(n, 9 * n, 3).toSorted((a, b) => a[0] - b[0]), ...pairs(5, 9 * n, 4)],
  ],
  ["saw", (n) => Array.from({ length: n }, (_, i) => [i % 10, i])],
];

const setup = `
def logged(values, compare):
    log = []

    def comparing(a, b):
        log.append([a, b])
        return compare(a, b)

    return [array_sort(values, comparing), log]


def by_key(a, b):
    return a[0] - b[0]


def first(pair):
    return pair[0]
`;

function logged(values: [number, number][]): unknown {
  const log: unknown[] = [];
  const sorted = values.slice().sort((a, b) => {
    log.push([a, b]);
    return a[0] - b[0];
  });
  return [sorted, log];
}

const ofShapes = (
  lengths: number[],
  python: (values: string) => string,
  node: (values: [number, number][]) => unknown,
): Case[] =>
  lengths.flatMap((length) =>
    shapes.map(([, make]) => {
      const values = make(length);
      return { python: python(py(values)), node: () => node(values) };
    }),
  );

const up = (a: [number, number], b: [number, number]) => a[0] - b[0];
const down = (a: [number, number], b: [number, number]) => b[0] - a[0];
const floats = (text: string) => text.replace(/\[(\d+), (\d+)\]/g, "[$1 + 0.5, $2]");

sameAsNode("array_sort compares the same pairs as V8", {
  helpers: ["array_sort"],
  setup,
  cases: ofShapes(
    [0, 1, 2, 3, 4, 5, 8, 13, 31, 32, 58],
    (values) => `logged(${values}, by_key)`,
    logged,
  ),
});

sameAsNode("sorts are stable", {
  helpers: ["array_sort", "sort_by"],
  setup,
  cases: [
    ...ofShapes(
      [64, 65, 100, 500],
      (list) => `array_sort(${list}, by_key)`,
      (list) => list.toSorted(up),
    ),
    ...ofShapes(
      [0, 1, 2, 5, 17, 100, 500],
      (list) => `sort_by(${list}, first)`,
      (list) => list.toSorted(up),
    ),
    ...ofShapes(
      [0, 1, 2, 5, 17, 100, 500],
      (list) => `sort_by(${list}, first, True)`,
      (list) => list.toSorted(down),
    ),
    ...ofShapes(
      [2, 17, 100],
      (list) => `[p[1] for p in sort_by(${floats(list)}, first)]`,
      (list) => list.toSorted(up).map((pair) => pair[1]),
    ),
    ...ofShapes(
      [2, 17, 100],
      (list) => `[p[1] for p in sort_by(${floats(list)}, first, True)]`,
      (list) => list.toSorted(down).map((pair) => pair[1]),
    ),
    ...ofShapes(
      [17, 100],
      (list) => `sort_by(${list}, lambda p: "k" + str(p[0]))`,
      (list) =>
        list.toSorted((a, b) => (`k${a[0]}` < `k${b[0]}` ? -1 : `k${a[0]}` > `k${b[0]}` ? 1 : 0)),
    ),
  ],
});

const numbers = fc.sample(
  fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true }))),
  {
    numRuns: 100,
    seed: 5,
  },
);
const texts = fc.sample(fc.array(fc.string({ maxLength: 4 })), { numRuns: 60, seed: 6 });
const mixed = [
  [3, 20, 100, 1, -1, -20, 0.5],
  ["b", undefined, "a", undefined, "C", ""],
  [true, false, "x", 10, 9, undefined],
  [[2, 1], [1, 10], [], [1, 9]],
  [undefined, undefined],
  [],
];

sameAsNode("sort without a comparison, and of plain values", {
  helpers: ["array_sort", "sort_texts", "sort_values"],
  cases: [
    ...[...mixed, ...numbers.slice(0, 40), ...texts].map((list) => ({
      python: `sort_texts(${py(list)})`,
      node: () => (list as unknown[]).slice().sort(),
    })),
    ...numbers
      // 0 and -0 are equal: either may come first
      .map((list) => list.filter((x) => !Object.is(x, -0)))
      .flatMap((list) => [
        { python: `sort_values(${py(list)})`, node: () => list.toSorted((a, b) => a - b) },
        { python: `sort_values(${py(list)}, True)`, node: () => list.toSorted((a, b) => b - a) },
      ]),
    ...texts.map((list) => ({ python: `sort_values(${py(list)})`, node: () => list.toSorted() })),
    {
      python: "array_sort([3, None, 1, None, 2], lambda a, b: b - a)",
      node: () => [3, undefined, 1, undefined, 2].sort((a, b) => b! - a!),
    },
    {
      python: "array_sort([3, None, 1], lambda a, b: (a or 0) - (b or 0), False)",
      node: () => [3, null, 1].sort((a, b) => (a ?? 0) - (b ?? 0)),
    },
    {
      python: 'array_sort([3, 1, 2], lambda a, b: float("nan"))',
      node: () => [3, 1, 2].sort(() => Number.NaN),
    },
  ],
});
