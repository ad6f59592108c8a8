import { forms, ofEach, someNumbers } from "./numbers.ts";
import { type Case, sameAsNode } from "./sameAsNode.ts";
import { py } from "./values.ts";

const few = someNumbers(250, 2);

/** `helper(x, argument)` for each number and argument; no argument where it is undefined. */
function withArgument(
  helper: string,
  args: (number | undefined)[],
  node: (x: number, argument?: number) => string,
): Case[] {
  return args.flatMap((argument) =>
    few.flatMap((x) =>
      forms(x).map((form) => ({
        python:
          argument === undefined ? `${helper}(${form})` : `${helper}(${form}, ${py(argument)})`,
        node: () => node(x, argument),
      })),
    ),
  );
}

sameAsNode("number_text", {
  helpers: ["number_text"],
  cases: ofEach("number_text", someNumbers(3000), String),
});

const digits = [undefined, 0, 1, 2, 3, 6, 10, 15, 20, 21, 50, 100, 101, -1, 2.7];

sameAsNode("number_to_fixed", {
  helpers: ["number_to_fixed"],
  cases: withArgument("number_to_fixed", digits, (x, d) => x.toFixed(d)),
});

sameAsNode("number_to_precision", {
  helpers: ["number_to_precision"],
  cases: withArgument("number_to_precision", digits, (x, d) => x.toPrecision(d)),
});

sameAsNode("number_to_exponential", {
  helpers: ["number_to_exponential"],
  cases: withArgument("number_to_exponential", digits, (x, d) => x.toExponential(d)),
});

sameAsNode("number_to_radix", {
  helpers: ["number_to_radix"],
  cases: withArgument(
    "number_to_radix",
    [undefined, 2, 3, 7, 8, 10, 16, 32, 36, 1, 37],
    (x, radix) => x.toString(radix),
  ),
});
