import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

/**
 * Algorithms as collections of them are written: a module, and behind a line `---` its test over one of
 * three small harnesses, in turn.
 */
const folder = new URL("algorithms", import.meta.url).pathname;
const harnesses = ["harnessOfClasses", "harnessOfAny", "harnessAtTheEnd"].map((name) => read(name));
const head = `import { describe, it, test, expect, beforeEach, summary } from "./harness";\n`;

let next = 0;
for (const file of ["sorting", "graphs", "structures"]) {
  describe(file, () => {
    const [, ...parts] = read(file).split(/^\/\/\/\/ (.*)$/m);
    for (let i = 0; i + 1 < parts.length; i += 2) {
      const [algorithm, tests] = parts[i + 1]!.split(/^---$/m) as [string, string];
      const harness = harnesses[next++ % harnesses.length]!;
      const main = `${head}${tests}\nsummary();\n`;
      test(parts[i]!, () =>
        sameAsNode({ "main.ts": main, "algo.ts": algorithm, "harness.ts": harness }),
      );
    }
  });
}

function read(name: string): string {
  return readFileSync(join(folder, `${name}.txt`), "utf8");
}
