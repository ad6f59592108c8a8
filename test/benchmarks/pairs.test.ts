import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, type OutputFile } from "../../compiler/compile.ts";
import { contradictions } from "../facts/numbers/support/observe.ts";
import { runInNode } from "../support/differential/runInNode.ts";
import { runOnUnix } from "../support/differential/runOnUnix.ts";

const pairs = join(import.meta.dirname, "../fixtures/pairs");
const turns = 3;

async function result(files: readonly OutputFile[], module: string): Promise<string> {
  const text = `import ${module}\nprint(${module}.bench(${turns}))\n`;
  const micropython = process.env["TSMP_MICROPYTHON"]!;
  const { stdout, error } = await runOnUnix(
    micropython,
    [...files, { path: "run.py", text }],
    "run.py",
  );
  expect(error).toBeUndefined();
  return stdout.trim();
}

test.each(readdirSync(pairs))("%s gives the same in Node, compiled, and by hand", async (name) => {
  const source = readFileSync(join(pairs, name, "main.ts"), "utf8");
  const { files, diagnostics } = compile({ files: { "main.ts": source } });
  expect(diagnostics.filter((d) => d.category === "error")).toEqual([]);
  const node = await runInNode(
    {
      "main.ts": source,
      "run.ts": `import { bench } from "./main";\nconsole.log(bench(${turns}));`,
    },
    "run.ts",
  );
  const hand = readFileSync(join(pairs, name, "hand.py"), "utf8");
  expect(await result(files, "main")).toBe(node.stdout.trim());
  expect(await result([{ path: "hand.py", text: hand }], "hand")).toBe(node.stdout.trim());
});

test.each(readdirSync(pairs))("%s: what is proven of its numbers holds", (name) => {
  const source = readFileSync(join(pairs, name, "main.ts"), "utf8");
  expect(contradictions(source, `\nexports.bench(${turns});`)).toEqual([]);
});
