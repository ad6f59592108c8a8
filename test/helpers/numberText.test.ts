import { someNumbers } from "./numbers.ts";
import { type Case, sameAsNode } from "./sameAsNode.ts";
import { py } from "./values.ts";

const digitCounts = [undefined, 0, 1, 2, 3, 6, 10, 15, 20, 21, 50, 100, 101, -1, 2.7];

/** Each number as a float object, and those that are integers as an int object too. */
function both(values: number[], call: (value: string) => string, node: (x: number) => unknown): Case[] {
  return values.flatMap((x) => {
    const forms = [py(x, true)];
    if (Number.isSafeInteger(x) && !Object.is(x, -0)) forms.push(py(x));
    return forms.map((form) => ({ python: call(form), node: () => node(x) }));
  });
}

sameAsNode("number_text", {
  helpers: ["number_text"],
  cases: both(someNumbers(3000), (x) => `number_text(${x})`, String),
});

const few = someNumbers(250, 2);

for (const [helper, node] of [
  ["number_to_fixed", (x, d) => x.toFixed(d)],
  ["number_to_precision", (x, d) => x.toPrecision(d)],
  ["number_to_exponential", (x, d) => x.toExponential(d)],
] as [string, (x: number, digits?: number) => string][]) {
  sameAsNode(helper, {
    helpers: [helper],
    cases: digitCounts.flatMap((digits) =>
      both(
        few,
        (x) => (digits === undefined ? `${helper}(${x})` : `${helper}(${x}, ${py(digits)})`),
        (x) => node(x, digits),
      ),
    ),
  });
}

sameAsNode("number_to_radix", {
  helpers: ["number_to_radix"],
  cases: [undefined, 2, 3, 7, 8, 10, 16, 32, 36, 1, 37].flatMap((radix) =>
    both(
      few,
      (x) => (radix === undefined ? `number_to_radix(${x})` : `number_to_radix(${x}, ${radix})`),
      (x) => x.toString(radix),
    ),
  ),
});
