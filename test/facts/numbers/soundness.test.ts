import fc from "fast-check";
import { test } from "vitest";
import { generatedProgram } from "./support/generate.ts";
import { contradictions } from "./support/observe.ts";

/** As many programs as `FACTS_PROGRAMS` says; seeded, so that a failure comes again. */
const numRuns = Number(process.env["FACTS_PROGRAMS"] ?? 120);
const seed = Number(process.env["FACTS_SEED"] ?? 1);

test("what generated programs compute lies inside of the facts", () => {
  const choices = fc.array(fc.nat(1 << 20), { minLength: 20, maxLength: 400, size: "max" });
  fc.assert(
    fc.property(choices, (list) => {
      const text = generatedProgram(list);
      const found = contradictions(text);
      if (found.length > 0) throw new Error(`${found.join("\n")}\n\n${text}`);
    }),
    { numRuns, seed, endOnFailure: process.env["FACTS_RAW"] !== undefined },
  );
}, 180_000);
