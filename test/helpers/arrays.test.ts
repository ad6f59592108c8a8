import fc from "fast-check";
import { type Case, sameAsNode } from "./sameAsNode.ts";
import { py } from "./values.ts";

/** Values of which some are equal in Python but not in JavaScript; lists are told apart by identity. */
const one = [1];
const pool: [string, unknown][] = [
  ...(["1", "1.0", "0", "-0.0", "True", "False", "None", "''", "'1'", "'a'", "2.5"].map(
    (text, i) => [text, [1, 1, 0, -0, true, false, undefined, "", "1", "a", 2.5][i]],
  ) as [string, unknown][]),
  ["nan", Number.NaN],
  ["A", one],
  ["B", [1]],
  ["1 << 40", 2 ** 40],
];
const setup = `
A = [1]
B = [1]
nan = float("nan")


def both(values, f):
    return [f(values), values]


def each(iterator):
    return [value for value in iterator]


def written(values, i, value):
    set_item(values, i, value)
    return values


def resized(values, n):
    set_length(values, n)
    return values
`;

const picks = [
  ...[[], [0], [11], [6], [12, 13, 12], [0, 4, 1, 5, 8]],
  ...fc.sample(fc.array(fc.nat(pool.length - 1), { maxLength: 8 }), { numRuns: 25, seed: 1 }),
];
const lists = picks.map((list) => ({
  python: `[${list.map((i) => pool[i]![0]).join(", ")}]`,
  node: () => list.map((i) => pool[i]![1]),
}));
const positions = [
  undefined,
  0,
  1,
  2,
  7,
  99,
  -1,
  -3,
  -99,
  1.9,
  -0.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 40,
];
const pairs = positions.flatMap((a) =>
  [undefined, 0, 1, 3, -1, NaN, Infinity, 2.5].map((b) => [a, b] as const),
);

type List = unknown[];

/** `helper(list, ...args)` for every list; `result` says whether the call or the list afterwards counts, too. */
function ofLists(
  helper: string,
  argumentLists: readonly (readonly unknown[])[],
  node: (list: List, ...args: never[]) => unknown,
): Case[] {
  return lists.flatMap(({ python, node: make }) =>
    argumentLists.map((args) => {
      const given = args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1);
      const rest = given.map((arg) => `, ${py(arg)}`).join("");
      return {
        python: `both(${python}, lambda values: ${helper}(values${rest}))`,
        node: () => {
          const list = make();
          return [node(list, ...(given as never[])), list];
        },
      };
    }),
  );
}

function check(
  helper: string,
  argumentLists: readonly (readonly unknown[])[],
  node: (list: List, ...args: never[]) => unknown,
): void {
  sameAsNode(helper, { helpers: [helper], setup, cases: ofLists(helper, argumentLists, node) });
}

const onePosition = positions.map((i) => [i]);

check("array_at", onePosition.slice(1), (list, i: number) => list.at(i));
check("array_slice", pairs, (list, a: number, b: number) => list.slice(a, b));
check(
  "array_fill",
  pairs.map(([a, b]) => ["x", a, b]),
  (list, value: string, a: number, b: number) => list.fill(value, a, b),
);
check(
  "array_copy_within",
  pairs
    .filter(([a]) => a !== undefined)
    .flatMap(([a, b]) => [
      [a, b],
      [a, b, 2],
      [a, b, -1],
    ]),
  (list, a: number, b: number, c: number) => list.copyWithin(a, b, c),
);
check(
  "array_splice",
  pairs
    .filter(([a]) => a !== undefined)
    .flatMap(([a, b]) => [[a, b], ...(b === undefined ? [] : [[a, b, "x", "y"]])]),
  (list, ...args: never[]) => list.splice(...(args as unknown as [number])),
);
check("to_spliced", [[1], [0, 1], [-1, 1, "x"], [NaN, 0, 1, 2]], (list, ...args: never[]) =>
  list.toSpliced(...(args as unknown as [number])),
);
check(
  "array_with",
  onePosition.slice(1).map(([i]) => [i, "x"]),
  (list, i: number, value: string) => list.with(i, value),
);
check("array_join", [[], [","], [""], [" - "]], (list, by: string) => list.join(by));
check("array_flat", [[], [1], [0], [2], [Infinity]], (list, depth: number) =>
  list.flat(depth as 1),
);
check("array_concat", [[], [1], [[1, 2]], [[[3]], "x"]], (list, ...items: never[]) =>
  list.concat(...(items as never[])),
);
check("array_pop", [[]], (list) => list.pop());
check("array_pop", [[0]], (list) => list.shift());

sameAsNode("array_flat of nested lists", {
  helpers: ["array_flat"],
  cases: [0, 1, 2, 3, 1.9, -1, NaN, Infinity].map((depth) => ({
    python: `array_flat([1, [2, [3, [4, []]]], [], [[]]], ${py(depth)})`,
    node: () => [1, [2, [3, [4, []]]], [], [[]]].flat(depth as 1),
  })),
});

for (const [helper, node] of [
  [
    "array_index_of",
    (list, value, start) =>
      start === undefined ? list.indexOf(value) : list.indexOf(value, start),
  ],
  [
    "array_last_index_of",
    (list, value, start) =>
      start === undefined ? list.lastIndexOf(value) : list.lastIndexOf(value, start),
  ],
  ["array_includes", (list, value, start) => list.includes(value, start)],
] as [string, (list: List, value: unknown, start?: number) => unknown][]) {
  sameAsNode(helper, {
    helpers: [helper],
    setup,
    cases: lists.flatMap(({ python, node: make }) =>
      pool.flatMap(([text, value]) =>
        [undefined, 0, 2, -2, 99, -99, 1.5, NaN].map((start) => ({
          python: `${helper}(${python}, ${text}${start === undefined ? "" : `, ${py(start)}`})`,
          node: () => node(make(), value, start),
        })),
      ),
    ),
  });
}

sameAsNode("list_index", {
  helpers: ["list_index"],
  cases: [["a", "b", "a"], [1, 2, 1], [], [0.5, 3]].flatMap((list) =>
    ["a", "b", "x", 1, 3, 0.5].flatMap((value) =>
      [undefined, 0, 1, 2, 5].map((start) => ({
        python: `list_index(${py(list)}, ${py(value)}${start === undefined ? "" : `, ${start}`})`,
        node: () => (list as unknown[]).indexOf(value, start),
      })),
    ),
  ),
});

/** A read or write that JavaScript answers with undefined, or with a property that is no element, is refused. */
const refused = () => {
  throw new RangeError();
};
const isIndex = (i: number) => Number.isInteger(i) && i >= 0;
/** Nothing that would have to be allocated. */
const isModest = (i: number) => !(i >= 100 && i < Infinity);
const indices = [0, 1, 2, 3, 7, -0, -1, 1.5, NaN, Infinity, -Infinity, 2 ** 40];

sameAsNode("item, item_or_none, set_item, set_length", {
  helpers: [
    "item",
    "item_or_none",
    "set_item",
    "set_length",
    "array_length",
    "array_of",
    "array_entries",
    "array_keys",
  ],
  setup,
  wasmEvery: 1,
  cases: [
    ...indices.flatMap((i) =>
      [py(i), py(i, true)].flatMap((index) => [
        { python: `item_or_none([5, 6, 7], ${index})`, node: () => [5, 6, 7][i] },
        {
          python: `item([5, 6, 7], ${index})`,
          node: () => (isIndex(i) && i < 3 ? [5, 6, 7][i] : refused()),
        },
        ...(isModest(i)
          ? [
              {
                python: `written([5, 6, 7], ${index}, 9)`,
                node: () =>
                  isIndex(i) ? Array.from(Object.assign([5, 6, 7], { [i]: 9 })) : refused(),
              },
              {
                python: `resized([5, 6, 7], ${index})`,
                node: () => {
                  const list = [5, 6, 7];
                  list.length = i;
                  return Array.from(list);
                },
              },
            ]
          : []),
        ...(isModest(i)
          ? [{ python: `array_of(${index})`, node: () => Array.from(new Array(i)) }]
          : []),
      ]),
    ),
    { python: "array_of('3')", node: () => ["3"] },
    { python: "array_of(True)", node: () => [true] },
    { python: "each(array_entries(['a', 'b']))", node: () => [...["a", "b"].entries()] },
    { python: "each(array_keys(['a', 'b']))", node: () => [...["a", "b"].keys()] },
  ],
});
