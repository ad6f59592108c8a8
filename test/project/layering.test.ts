import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

/** Imports against the arrow of docs/architecture.md: from a file, of a path. */
const forbidden = [
  ["diagnostics/a.ts", "../project/settings.ts"],
  ["project/a.ts", "../facts/facts.ts"],
  ["facts/numbers/a.ts", "../../lower/lowering.ts"],
  ["checks/language/a.ts", "../../python/py.ts"],
  ["lower/statements/a.ts", "../../project/loadProject.ts"],
  ["lower/b.ts", "../bundle/writeBuild.ts"],
  ["python/a.ts", "ts-morph"],
  ["python/b.ts", "../lower/lowering.ts"],
  ["bundle/a.ts", "../lower/lowering.ts"],
  ["simulate/a.ts", "../compile.ts"],
  ["mpremote/a.ts", "../bundle/writeBuild.ts"],
  ["a.ts", "./cli/terminal.ts"],
] as const;

const allowed = [
  ["cli/commands/c.ts", "../../compileProject.ts"],
  ["lower/c.ts", "../facts/facts.ts"],
  ["lower/d.ts", "../python/py.ts"],
  ["bundle/c.ts", "../python/print.ts"],
  ["c.ts", "./lower/lowerProgram.ts"],
] as const;

/** The files that break `rule` in a tree with our biome.json. */
function brokenIn(
  files: readonly (readonly [path: string, text: string])[],
  rule: string,
): string[] {
  const settings = readFileSync(join(packageFolder, "biome.json"), "utf8");
  const folder = temporaryFolder({
    // There is no git in the temporary folder to ask for ignored files.
    "biome.json": settings.replace('"enabled": true', '"enabled": false'),
    ...Object.fromEntries(files.map(([path, text]) => [`compiler/${path}`, text])),
  });
  const biome = join(packageFolder, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--max-diagnostics=none", "--colors=off", "compiler"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const lines = (stdout + stderr).split("\n").filter((line) => line.includes(rule));
  return lines.map((line) => line.replace(/:.*/, "").replace(/^compiler\//, "")).sort();
}

test("imports run along the arrow", () => {
  const files = [...forbidden, ...allowed].map(
    ([path, imported]) => [path, `export * from "${imported}";\n`] as const,
  );
  expect(brokenIn(files, "noRestrictedImports")).toEqual(forbidden.map(([path]) => path).sort());
});

test("only the command line prints", () => {
  const text = `console.log("here");\n`;
  expect(brokenIn([["lower/a.ts", text]], "noConsole")).toEqual(["lower/a.ts"]);
});
