import { expect, test } from "vitest";
import { makeProgram, textOf } from "./support/program.ts";
import { runPrograms } from "./support/runPrograms.ts";
import { shrink } from "./support/shrink.ts";

/** `npm run fuzz -- --programs N --seed S` tries more. */
const count = Number(process.env["TSMP_FUZZ_PROGRAMS"] ?? 300);
const seed = Number(process.env["TSMP_FUZZ_SEED"] ?? 1);
/** Programs that share a process, whose start costs more than they do. */
const batch = 150;

test(`${count} generated programs of seed ${seed} do what they do in Node`, {
  timeout: 36_000_000,
}, async () => {
  const wrong: string[] = [];
  const refusals = new Map<string, number>();
  for (let from = 0; from < count; from += batch) {
    const programs = Array.from({ length: Math.min(batch, count - from) }, (_, i) =>
      makeProgram(seed, from + i),
    );
    const verdicts = await runPrograms(programs);
    for (const [program, verdict] of verdicts) {
      if (verdict.kind === "refused") {
        refusals.set(verdict.what, (refusals.get(verdict.what) ?? 0) + 1);
      } else if (verdict.kind !== "same") {
        const small = wrong.length < 5 ? await shrink(program, verdict) : program;
        wrong.push(`program ${program.id}: ${verdict.what}\n${textOf(small)}`);
      }
    }
  }
  const refused = [...refusals.values()].reduce((sum, n) => sum + n, 0);
  if (process.env["TSMP_FUZZ_PROGRAMS"]) {
    console.log(`${count} programs, ${wrong.length} wrong, ${refused} refused`, refusals);
  }
  expect(wrong).toEqual([]);
  // More would mean that the generator makes programs that say little about the compiler.
  expect(refused).toBeLessThan(count / 10);
});
