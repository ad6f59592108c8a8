import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { temporaryFolder, writeFiles } from "../project/temporaryFolder.ts";

const execute = promisify(execFile);

/** Runs npm or a program of the installed package, as a person would in a shell. */
async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  const { NODE_OPTIONS, FORCE_COLOR, ...env } = process.env;
  const shell = process.platform === "win32";
  return (await execute(command, args, { cwd, env, shell })).stdout;
}

/** The tarball as `npm publish` would send it; `dist` is there already (test/support/buildDist.ts). */
async function pack(folder: string): Promise<{ path: string; files: string[] }> {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [packed] = JSON.parse(await run(packageFolder, "npm", ...args));
  const files: { path: string }[] = packed.files;
  return { path: join(folder, packed.filename), files: files.map(({ path }) => path) };
}

test("the tarball works when installed into an empty folder", async () => {
  const tarball = await pack(temporaryFolder());
  expect(tarball.files).toContain("dist/cli/main.js");
  expect(tarball.files).toContain("docs/diagnostics/TSMP1001.md");
  expect(tarball.files.filter((path) => /^(test|compiler|examples|\.)/.test(path))).toEqual([]);

  const folder = temporaryFolder({ "package.json": "{}" });
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
  await run(folder, "npm", "install", ...quiet, tarball.path);
  const tsmp = join(folder, "node_modules/.bin/tsmp");

  await run(folder, tsmp, "init", "lamp");
  expect(await run(join(folder, "lamp"), tsmp, "build")).toBe("build: 2 files, 2 written\n");
  expect(readFileSync(join(folder, "lamp/build/main.py"), "utf8")).toContain("from machine import");
  expect(await run(folder, tsmp, "explain", "TSMP1001")).toMatch(/^TSMP1001: /);

  // What the editor sees: the base configuration and the types come from node_modules.
  const tsc = join(packageFolder, "node_modules/typescript/bin/tsc");
  await run(folder, process.execPath, tsc, "-p", join(folder, "lamp"));

  writeFiles(folder, {
    "hello/main.ts": `print("hello");\n`,
    "api.mjs": `import { compile, compileProject } from "tsmp";
      const { files, entry } = compile({ files: { "main.ts": "export const x = 1;" } });
      console.log(entry, files[0].text.trim(), compileProject("hello").diagnostics.length);`,
    "api.mts": `import { compile, type Diagnostic } from "tsmp";
      const diagnostics: readonly Diagnostic[] = compile({ files: { "main.ts": "" } }).diagnostics;
      export default diagnostics;`,
  });
  expect(await run(folder, tsmp, "run", "hello", "--host", "embedded")).toBe("hello\n");
  expect(await run(folder, process.execPath, "api.mjs")).toBe("main.py x = 1 0\n");
  const options = ["--strict", "--noEmit", "--module", "nodenext"];
  await run(folder, process.execPath, tsc, ...options, "api.mts");
}, 180_000);
