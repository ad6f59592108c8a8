import { inspect } from "node:util";
import fc from "fast-check";
import { type Case, sameAsNode } from "./sameAsNode.ts";
import { py } from "./values.ts";

/** A value in both languages. */
interface Value {
  readonly python: string;
  readonly node: unknown;
}

class Point {
  x: unknown;
  constructor(x: unknown) {
    this.x = x;
  }
}

const setup = `
from tsmp.Map import Map
from tsmp.Obj import Obj
from tsmp.Set import Set

class Point:
    __keys__ = ("x",)

    def __init__(self, x):
        self.x = x

def itself(value):
    value.append(value)
    return value

def named_itself(value):
    value.me = [value]
    return value
`;

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    "it's",
    'say "it\'s"',
    "`'\"",
    "a\nb",
    "\u0007\u009f\\",
    "é",
    "名前",
    "😀 ok",
    "$x",
    "x".repeat(70),
  ),
  fc.string({ minLength: 20, maxLength: 30 }).map((s) => `${s}\n${s}'`),
);
const leaf: fc.Arbitrary<Value> = fc
  .oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: -5, max: 5 }).map((n) => n / 4),
    fc.constantFrom(Number.NaN, -0, Number.POSITIVE_INFINITY, undefined, true, false),
    text,
  )
  .map((node) => ({ python: py(node), node }));

const key = fc.oneof(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.constantFrom("b-c", "10", "9", "a b", "_x", "$y", "it's", "class", ""),
);

function listOf(items: readonly Value[]): Value {
  return {
    python: `[${items.map((item) => item.python).join(", ")}]`,
    node: items.map((item) => item.node),
  };
}

function objectOf(entries: readonly (readonly [string, Value])[]): Value {
  const pairs = entries.map(([name, value]) => `(${py(name)}, ${value.python})`);
  return {
    python: `Obj([${pairs.join(", ")}])`,
    node: Object.fromEntries(entries.map(([name, value]) => [name, value.node])),
  };
}

function mapOf(entries: readonly (readonly [Value, Value])[]): Value {
  const pairs = entries.map(([name, value]) => `(${name.python}, ${value.python})`);
  return {
    python: `Map([${pairs.join(", ")}])`,
    node: new Map(entries.map(([name, value]) => [name.node, value.node])),
  };
}

const { value } = fc.letrec<{ value: Value }>((tie) => {
  const inner = tie("value");
  return {
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      fc.array(inner, { maxLength: 9 }).map(listOf),
      fc.array(fc.tuple(key, inner), { maxLength: 5 }).map(objectOf),
      fc.array(fc.tuple(leaf, inner), { maxLength: 3 }).map(mapOf),
      fc.array(leaf, { maxLength: 8 }).map((items) => {
        const list = listOf(items);
        return { python: `Set(${list.python})`, node: new Set(list.node as unknown[]) };
      }),
      inner.map((x) => ({ python: `Point(${x.python})`, node: new Point(x.node) })),
    ),
  };
});

function shown({ python, node }: Value): Case {
  return { python: `inspect(${python})`, node: () => inspect(node) };
}

sameAsNode("inspect of any value", {
  helpers: ["inspect"],
  setup,
  cases: fc.sample(value, { numRuns: 3000, seed: 1 }).map(shown),
});

const rows = fc.oneof(
  fc.array(leaf, { minLength: 5, maxLength: 130 }),
  fc.array(
    fc.integer().map((node) => ({ python: py(node), node })),
    { minLength: 6, maxLength: 130 },
  ),
  fc.array(
    fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((x) => {
      const node = Math.round(x * 100) / 100;
      return { python: py(node), node };
    }),
    { minLength: 6, maxLength: 60 },
  ),
  fc.array(
    text.map((node) => ({ python: py(node), node })),
    { minLength: 6, maxLength: 40 },
  ),
);

sameAsNode("inspect of long arrays", {
  helpers: ["inspect"],
  setup,
  cases: fc.sample(rows.map(listOf), { numRuns: 600, seed: 2 }).map(shown),
});

sameAsNode("inspect of long arrays inside objects", {
  helpers: ["inspect"],
  setup,
  cases: fc
    .sample(fc.tuple(rows.map(listOf), rows.map(listOf)), { numRuns: 200, seed: 3 })
    .map(([a, b]) =>
      shown(
        objectOf([
          ["first", listOf([a])],
          ["second", b],
        ]),
      ),
    ),
});

function circularList(): unknown[] {
  const list: unknown[] = [1];
  list.push(list);
  return list;
}

function circularObject(): unknown {
  const object: Record<string, unknown> = { a: 1 };
  object["me"] = [object];
  return object;
}

sameAsNode("inspect of what refers to itself", {
  helpers: ["inspect"],
  setup,
  cases: [
    { python: "inspect(itself([1]))", node: () => inspect(circularList()) },
    { python: "inspect([itself([1]), 2])", node: () => inspect([circularList(), 2]) },
    { python: 'inspect(named_itself(Obj([("a", 1)])))', node: () => inspect(circularObject()) },
    {
      python: "inspect(Map([(1, itself([1]))]))",
      node: () => inspect(new Map([[1, circularList()]])),
    },
  ],
});

sameAsNode("what None stands for", {
  helpers: ["inspect"],
  setup,
  cases: [
    { python: "inspect(None, 'null')", node: () => "null" },
    { python: "inspect([None, 5], ('undefined', 'null bigint'))", node: () => inspect([null, 5n]) },
    {
      python: "inspect(Map([(None, None)]), ('', ('null', '')))",
      node: () => inspect(new Map([[null, undefined]])),
    },
    { python: "inspect(Obj([('a', None)]), 'any')", node: () => inspect({ a: null }) },
    {
      python: "inspect(Obj([('a', None), ('b', None)]), {'a': 'null'})",
      node: () => inspect({ a: null, b: undefined }),
    },
  ],
});
