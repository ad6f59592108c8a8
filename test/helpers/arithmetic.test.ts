import { edgeNumbers, forms, ofEach, ofPairs, someNumbers } from "./numbers.ts";
import { sameAsNode } from "./sameAsNode.ts";

const operands = someNumbers(40, 6);
const many = someNumbers(600, 7);

/** Ints beyond 2^53 stay exact (a documented deviation), so products that large are left to floats. */
const isExact = (x: number) => !Number.isFinite(x) || Math.abs(x) < 2 ** 53;

sameAsNode("divide", { helpers: ["divide"], cases: ofPairs("divide", operands, (a, b) => a / b) });
sameAsNode("modulo", { helpers: ["modulo"], cases: ofPairs("modulo", operands, (a, b) => a % b) });
sameAsNode("power", {
  helpers: ["power"],
  ulps: 2,
  cases: ofPairs(
    "power",
    operands.filter((x) => Math.abs(x) < 1000 || !Number.isInteger(x)),
    (a, b) => a ** b,
  ).filter(({ node }) => isExact(node() as number)),
});

for (const [helper, node] of [
  ["to_int32", (x) => x | 0],
  ["to_uint32", (x) => x >>> 0],
  ["floor", Math.floor],
  ["ceil", Math.ceil],
  ["trunc", Math.trunc],
  ["round_half_up", Math.round],
  ["sign", Math.sign],
  ["fround", Math.fround],
  ["clz32", Math.clz32],
  ["is_integer", Number.isInteger],
  ["is_safe_integer", Number.isSafeInteger],
  ["is_finite", Number.isFinite],
  ["is_negative_zero", (x) => Object.is(x, -0)],
] as [string, (x: number) => unknown][]) {
  sameAsNode(helper, { helpers: [helper], cases: ofEach(helper, many, node) });
}

sameAsNode("imul", { helpers: ["imul"], cases: ofPairs("imul", operands, Math.imul) });
sameAsNode("cbrt", {
  helpers: ["cbrt"],
  ulps: 2,
  cases: ofEach("cbrt", [...many, 8, 27, -64, 1e9], Math.cbrt),
});
sameAsNode("log1p", { helpers: ["log1p"], ulps: 2, cases: ofEach("log1p", many, Math.log1p) });
sameAsNode("log2", {
  helpers: ["log2"],
  ulps: 2,
  cases: ofEach(
    "log2",
    [...many, ...Array.from({ length: 80 }, (_, i) => 2 ** (i * 25 - 1000))],
    Math.log2,
  ),
});

sameAsNode("math_or_nan", {
  helpers: ["math_or_nan"],
  setup: "import math",
  ulps: 4,
  cases: (
    "acos acosh asin atanh cosh exp expm1 log log2 log10 sinh sqrt atan asinh tanh sin cos tan".split(
      " ",
    ) as "acos"[]
  ).flatMap((name) =>
    [...edgeNumbers, 1.1, -1, 0.3, 0.99, 700, 710, -710, 720, -1e-9]
      // how far sin, cos and tan of huge angles are reduced is up to the C library
      .filter((x) => !/^(sin|cos|tan)$/.test(name) || !(Math.abs(x) > 1e9) || !Number.isFinite(x))
      .flatMap((x) =>
        forms(x).map((form) => ({
          python: `math_or_nan(math.${name}, ${form})`,
          node: () => Math[name](x),
        })),
      ),
  ),
});

for (const [helper, node, ulps] of [
  ["math_max", Math.max, 0],
  ["math_min", Math.min, 0],
  ["hypot", Math.hypot, 0],
] as [string, (...values: number[]) => number, number][]) {
  const lists = [
    ...[
      [],
      [Number.NaN],
      [1, Number.NaN, 2],
      [0, -0],
      [-0, 0],
      [-0, -0],
      [3, 4],
      [Number.NaN, Infinity],
    ],
    ...[
      [1e200, 1e200],
      [1e-200, 1e-200],
      [-Infinity, Number.NaN],
      [-1, -2, -3],
      [0.1, 0.2, 0.3, 0.4],
    ],
    ...Array.from({ length: 60 }, (_, i) => operands.slice(i, i + 2 + (i % 3))),
  ];
  sameAsNode(helper, {
    helpers: [helper],
    ulps,
    cases: lists.flatMap((list) =>
      [0, 1].map((form) => ({
        python: `${helper}(${list.map((x) => forms(x).at(form) ?? forms(x)[0]).join(", ")})`,
        node: () => node(...list),
      })),
    ),
  });
}
