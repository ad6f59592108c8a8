import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { mutate, seededRandom } from "./mutate.ts";
import { programTexts } from "./programs.ts";

/** `npm run fuzz:mutations` tries many more. */
const count = Number(process.env["TSMP_MUTANTS"] ?? 400);
const seed = Number(process.env["TSMP_SEED"] ?? 1);

test(`${count} broken programs are compiled or refused, and never a fault`, {
  timeout: 3_600_000,
}, () => {
  const texts = programTexts();
  const random = seededRandom(seed);
  const faults: string[] = [];
  for (let i = 0; i < count; i++) {
    const program = mutate(texts[Math.floor(random() * texts.length)]!, random);
    const { diagnostics } = compile({ files: { "main.ts": program } });
    const fault = diagnostics.find(({ code }) => code.startsWith("TSMP9"));
    if (fault) {
      const line = program.split("\n")[fault.line - 1]?.trim();
      faults.push(`${fault.line}:${fault.column} ${fault.message}\n    ${line}`);
    }
  }
  expect(texts.length).toBeGreaterThan(100);
  expect([...new Set(faults)]).toEqual([]);
});
