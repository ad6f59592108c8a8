import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";

test("names and methods of Python get a hint that says what to write here", () => {
  const text = `print(round(2.5), None, "x".encode(), [1].append(2), any([1]));
class Own { n = 1; }
print(new Own().items, fs);
`;
  const { diagnostics } = compile({ files: { "main.ts": text } });
  expect(diagnostics.map(({ line, hint }) => `${line} ${hint?.slice(0, 25)}`)).toEqual([
    "1 Write `Math.round(x)`, or",
    "1 Write `null` or `undefine",
    '1 Write `bytes(text, "utf-8',
    "1 Write `push()`.",
    "1 Write `xs.some((x) => ...",
    "3 undefined",
    "3 undefined",
  ]);
});
