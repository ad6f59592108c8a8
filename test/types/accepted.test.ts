import { describe, expect, test } from "vitest";
import { errorsOf, samplesIn } from "./support/programs.ts";

const samples = samplesIn("accepted");
const errors = errorsOf(samples, "pico_w");

describe("programs that must type-check", () => {
  test("are at least 200, each with its own name", () => {
    expect(samples.length).toBeGreaterThanOrEqual(200);
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
  });

  test.each(samples)("$name", ({ name }) => {
    expect(errors.get(name)).toEqual([]);
  });
});
