import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import type { Program } from "../support/differential/runInNode.ts";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

/**
 * Algorithms as collections of them are written: a module, and behind a line `---` its test over one of
 * several small harnesses, in turn. The modules that share a harness are one program, since a process
 * costs more than they do.
 */
const folder = new URL("algorithms", import.meta.url).pathname;
const collections = [
  "sorting",
  "graphs",
  "structures",
  "backtracking",
  "ciphers",
  "containers",
  "dynamicProgramming",
  "maths",
  "texts",
  "searching",
];
const harnesses = [
  "harnessOfClasses",
  "harnessOfAny",
  "harnessAtTheEnd",
  "harnessOfGenerics",
  "harnessByKeys",
  "harnessOfSuites",
  "harnessOfRegistry",
];
const head = `import { describe, it, test, expect, beforeEach } from "./harness";\n`;

const modules = collections.flatMap(modulesOf);

for (const [turn, harness] of harnesses.entries()) {
  const chosen = modules.filter((_, index) => index % harnesses.length === turn);
  test(`${chosen.length} modules over ${harness}`, () => sameAsNode(programOf(chosen, harness)));
}

test("a template as the table of a test", () =>
  sameAsNode(programOf(modulesOf("tables"), "harnessOfSuites")));

interface Module {
  readonly algorithm: string;
  readonly tests: string;
}

function modulesOf(collection: string): readonly Module[] {
  const [, ...parts] = read(collection).split(/^\/\/\/\/ .*$/m);
  return parts.map((part) => {
    const [algorithm, tests] = part.split(/^---$/m) as [string, string];
    return { algorithm, tests };
  });
}

function programOf(chosen: readonly Module[], harness: string): Program {
  const files: Record<string, string> = { "harness.ts": read(harness) };
  for (const [index, { algorithm, tests }] of chosen.entries()) {
    files[`algo${index}.ts`] = algorithm;
    files[`test${index}.ts`] = head + tests.replaceAll(`"./algo"`, `"./algo${index}"`);
  }
  const imports = chosen.map((_, index) => `import "./test${index}";\n`).join("");
  return { "main.ts": `${imports}import { summary } from "./harness";\nsummary();\n`, ...files };
}

function read(name: string): string {
  return readFileSync(join(folder, `${name}.txt`), "utf8");
}
