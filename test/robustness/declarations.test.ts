import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";

/** `npm run fuzz:declarations` takes all files, a test run every so many-th. */
const step = process.env["TSMP_ALL_DECLARATIONS"] ? 1 : 40;

/** Every TypeScript file of the packages that are installed here. */
function installedFiles(): readonly string[] {
  const folder = join(packageFolder, "node_modules");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[cm]?ts$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Faults of tsmp in a program that is this text, or that this text declares types for. */
function faultsOf(text: string): readonly string[] {
  const programs = [
    { "main.ts": text },
    { "main.ts": 'import "./types";\nprint(1);\n', "types.d.ts": text },
  ];
  return programs.flatMap((files) =>
    compile({ files, entry: "main.ts" })
      .diagnostics.filter(({ code }) => code.startsWith("TSMP9"))
      .map(({ line, message }) => `${line}: ${message}`),
  );
}

test("what packages declare is compiled or refused, and never a fault", {
  timeout: 3_600_000,
}, () => {
  const files = installedFiles();
  const faults = files
    .filter((_, i) => i % step === 0)
    .flatMap((file) => faultsOf(readFileSync(file, "utf8")).map((fault) => `${file}:${fault}`));
  expect(files.length).toBeGreaterThan(300);
  expect(faults).toEqual([]);
});
