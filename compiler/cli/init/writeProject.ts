import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cannotWrite } from "../../diagnostics/catalogue/project.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { reasonOf } from "../../project/disk.ts";
import { fromHere } from "../terminal.ts";

export interface WrittenProject {
  readonly created: readonly string[];
  /** Files that were there already and stay as they are. */
  readonly kept: readonly string[];
  readonly problem?: Problem;
}

/** Writes those files of a new project that do not exist yet. */
export function writeProject(
  folder: string,
  files: Readonly<Record<string, string>>,
): WrittenProject {
  const created: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, path);
    try {
      mkdirSync(dirname(target), { recursive: true });
      (createFile(target, text) ? created : kept).push(path);
    } catch (error) {
      return { created, kept, problem: cannotWrite(fromHere(target), reasonOf(error)) };
    }
  }
  return { created, kept };
}

/** Asks "does it exist?" and creates it in one step; says whether it did. */
function createFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
