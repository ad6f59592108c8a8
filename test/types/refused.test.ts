import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { samplesIn } from "./support/programs.ts";

/** Whole programs that the build refuses or warns of: by their types, by the board, by a hazard. */

const samples = samplesIn("refused");

test("at least 75 programs that firmware authors write are not let through", () => {
  expect(samples.length).toBeGreaterThanOrEqual(75);
});

test.each(samples)("$name", ({ name, text }) => {
  const [, code, line] = /: (\w+) at (\d+)$/.exec(name)!;
  const [first] = compile({ files: { "main.ts": text } }).diagnostics;
  expect(`${first?.code} at ${first?.line}`).toBe(`${code} at ${line}`);
});
