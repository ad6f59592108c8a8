import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OutputFile } from "../../../compiler/compile.ts";
import { type Outcome, pythonError } from "./outcome.ts";
import { execute } from "./runInNode.ts";

/** Runs compiled files on the unix port of MicroPython. */
export async function runOnUnix(
  micropython: string,
  files: readonly OutputFile[],
  entry: string,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-unix-"));
  try {
    for (const file of files) {
      const path = join(folder, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    const { stdout, stderr, code } = await execute(micropython, ["-X", "heapsize=16M", entry], {
      cwd: folder,
      env: { ...process.env, MICROPYPATH: `${folder}:.frozen` },
    });
    return code === 0
      ? { stdout }
      : { stdout, error: pythonError(stderr) ?? { name: "", message: "" } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
