import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { errorsOf, samplesIn } from "./support/programs.ts";

const samples = samplesIn("accepted");
const errors = errorsOf(samples, "pico_w");

describe("programs that must type-check and build", () => {
  test("are at least 200, each with its own name", () => {
    expect(samples.length).toBeGreaterThanOrEqual(200);
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
  });

  test.each(samples)("$name", ({ name, text }) => {
    expect(errors.get(name)).toEqual([]);
    const { diagnostics } = compile({ files: { "main.ts": text } });
    const found = diagnostics.filter(({ category }) => category === "error");
    expect(found.map(({ code, line, message }) => `${code} ${line}: ${message}`)).toEqual([]);
  });
});
