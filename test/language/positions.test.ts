import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "vitest";
import { type Case, sameCases } from "../support/differential/sameCases.ts";

/**
 * Short programs, each behind a line `//// name`: a feature in every position in which it may stand. The
 * programs of a file are functions of one program, since a process costs more than they do.
 */
const folder = new URL("positions", import.meta.url).pathname;

for (const file of readdirSync(folder)) {
  test(basename(file, ".txt"), () => sameCases(casesOf(readFileSync(join(folder, file), "utf8"))));
}

function casesOf(text: string): readonly Case[] {
  const [, ...parts] = text.split(/^\/\/\/\/ ?(.*)$/m);
  const cases: Case[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const name = parts[i]!;
    const isAsync = name.endsWith("(async)");
    const declarations = `${isAsync ? "async " : ""}function case${i}() {${parts[i + 1]}}`;
    cases.push({ name, declarations, call: `case${i}()`, isAsync });
  }
  return cases;
}
