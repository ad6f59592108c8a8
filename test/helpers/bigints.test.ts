import { type Case, sameAsNode } from "./sameAsNode.ts";
import { py } from "./values.ts";

const ints = [
  ...[
    0n,
    1n,
    -1n,
    2n,
    7n,
    -7n,
    10n,
    2n ** 30n,
    -(2n ** 30n),
    2n ** 31n - 1n,
    2n ** 31n,
    2n ** 32n + 5n,
    2n ** 53n,
  ],
  ...[
    2n ** 53n + 1n,
    2n ** 53n + 3n,
    -(2n ** 53n) - 3n,
    2n ** 63n,
    -(2n ** 63n),
    2n ** 64n - 1n,
    10n ** 30n,
    -(3n ** 90n),
  ],
];
/** A bigint comes back as text, because a number of more than 53 bits would be rounded on the way. */
const asText = (cases: Case[]): Case[] =>
  cases.map(({ python, node }) => ({ python: `str(${python})`, node: () => String(node()) }));

const ofPairs = (
  helper: string,
  left: bigint[],
  right: bigint[],
  node: (a: bigint, b: bigint) => bigint,
): Case[] =>
  asText(
    left.flatMap((a) =>
      right.map((b) => ({ python: `${helper}(${a}, ${b})`, node: () => node(a, b) })),
    ),
  );

const counts = [0n, 1n, 5n, 31n, 32n, 64n, 100n, -1n, -5n, -64n];

sameAsNode("bigint arithmetic", {
  helpers: ["bigint_divide", "bigint_modulo", "bigint_power", "bigint_shift_left"],
  wasmEvery: 2,
  cases: [
    ...ofPairs("bigint_divide", ints, ints, (a, b) => a / b),
    ...ofPairs("bigint_modulo", ints, ints, (a, b) => a % b),
    ...ofPairs("bigint_power", ints, [0n, 1n, 5n, -1n], (a, b) => a ** b),
    ...ofPairs("bigint_shift_left", ints, counts, (a, b) => a << b),
  ],
});

sameAsNode("bigint conversions", {
  helpers: ["bigint_as_int_n", "bigint_as_uint_n", "bigint_to_number", "to_bigint"],
  wasmEvery: 1,
  cases: [
    ...[0, 1, 8, 31, 32, 64, 100].flatMap((bits) =>
      ints.flatMap((x) =>
        asText([
          { python: `bigint_as_int_n(${bits}, ${x})`, node: () => BigInt.asIntN(bits, x) },
          { python: `bigint_as_uint_n(${bits}, ${x})`, node: () => BigInt.asUintN(bits, x) },
        ]),
      ),
    ),
    ...[...ints, 10n ** 308n, 10n ** 309n].map((x) => ({
      python: `bigint_to_number(${x})`,
      node: () => Number(x),
    })),
    ...asText(
      [
        ...[
          0,
          -0,
          5,
          -5,
          2 ** 53,
          1e21,
          1.5,
          NaN,
          Infinity,
          true,
          false,
          "",
          " ",
          "12",
          " -12\n",
          "+5",
          "0x1F",
          "0b11",
        ],
        ...[
          "0o17",
          "-0x1",
          "0x",
          "1n",
          "1.5",
          "1_0",
          "abc",
          "-",
          "12345678901234567890123",
          "0xg",
          "١",
        ],
      ].map((x) => ({ python: `to_bigint(${py(x)})`, node: () => BigInt(x) })),
    ),
  ],
});
