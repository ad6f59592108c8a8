import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { kindOfPath, listFolder } from "../../project/observedDisk.ts";

/** The test files among the paths and in their folders, absolute and in order; hidden folders are left out. */
export function findTests(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => testsAt(resolve(path))))];
}

function testsAt(path: string): readonly string[] {
  return kindOfPath(path) === "folder" ? testsIn(path) : [path];
}

function testsIn(folder: string): readonly string[] {
  return listFolder(folder)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isSearched(entry.name) ? testsIn(path) : [];
      return entry.name.endsWith(".test.ts") && isForBoard(path) ? [path] : [];
    });
}

function isSearched(name: string): boolean {
  return name !== "node_modules" && !name.startsWith(".");
}

/** A project may have tests of its tools too, for Node: those import another library. */
function isForBoard(path: string): boolean {
  return /\bfrom\s*["']testing["']/.test(readFileSync(path, "utf8"));
}
