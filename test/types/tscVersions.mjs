#!/usr/bin/env node
// `npm run types:versions`: plain `tsc --noEmit`, of the TypeScripts below, over every example and over the stubs
// of every board, these with their own declarations checked as well. Each TypeScript is installed once, into the
// cache folder; `npm test` does the same with the one that the project develops with.

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cacheFolder } from "../support/debian/cacheFolder.mjs";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const stubs = join(root, "stdlib-types");
const versions = ["5.9.3", "6.0.3", "7.0.2"];

/** The `tsc` of a version. */
async function compilerOf(version) {
  const folder = join(await cacheFolder(), `typescript-${version}`);
  const bin = join(folder, "node_modules", ".bin", "tsc");
  if (!existsSync(bin)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), "{}\n");
    await run("npm", ["install", "--no-save", "--no-audit", `typescript@${version}`], {
      cwd: folder,
    });
  }
  return bin;
}

/** A project for a board that imports all modules, with `skipLibCheck` off. */
function stubProject(board, parent) {
  const folder = join(parent, board);
  mkdirSync(folder);
  writeFileSync(join(folder, "main.ts"), 'import { sleep } from "time";\nsleep(1);\n');
  const settings = {
    extends: join(stubs, "boards", `${board}.json`),
    compilerOptions: { skipLibCheck: false },
    include: ["main.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  return folder;
}

const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join(root, "examples", name));
const boards = readdirSync(join(stubs, "boards"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(/\.json$/, ""));
const scratch = mkdtempSync(join(tmpdir(), "tsmp-types-"));
try {
  const projects = [...examples, ...boards.map((board) => stubProject(board, scratch))];
  for (const version of versions) {
    const tsc = await compilerOf(version);
    let failed = 0;
    for (const project of projects) {
      try {
        await run(tsc, ["--noEmit", "--incremental", "false", "-p", project]);
      } catch (error) {
        failed += 1;
        console.log(`${version}: ${project}\n${error.stdout || error.message}`);
      }
    }
    console.log(`TypeScript ${version}: ${projects.length} projects, ${failed} with errors`);
    if (failed > 0) process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
