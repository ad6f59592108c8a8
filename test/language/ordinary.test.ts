import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, test } from "vitest";
import { sameAsNode } from "../support/differential/sameAsNode.ts";

/** Files of programs, each behind a line `//// name`. */
const folder = new URL("ordinary", import.meta.url).pathname;

for (const file of readdirSync(folder)) {
  describe(basename(file, ".txt"), () => {
    const [, ...parts] = readFileSync(join(folder, file), "utf8").split(/^\/\/\/\/ ?(.*)$/m);
    for (let i = 0; i + 1 < parts.length; i += 2) {
      test(parts[i]!, () => sameAsNode(parts[i + 1]!));
    }
  });
}
