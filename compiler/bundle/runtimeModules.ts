import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runtimeFolder } from "../project/packageFolders.ts";

/** A file for the board that was not lowered from TypeScript. */
export interface RuntimeFile {
  readonly path: string;
  readonly text: string;
}

const importPattern = /^\s*(?:from\s+([\w.]+)\s+import\s+([^#\n]+)|import\s+([\w., ]+))/gm;

/** The modules that a Python text imports: `a.b`, and for `from a import b` both `a` and `a.b`. */
export function importedModules(text: string): readonly string[] {
  const modules: string[] = [];
  for (const match of text.matchAll(importPattern)) {
    const [, from, names, plain] = match;
    if (from !== undefined) {
      modules.push(from);
      for (const name of names!.replace(/[()]/g, "").split(",")) {
        modules.push(`${from}.${name.trim().split(/\s+/)[0]}`);
      }
    }
    for (const module of plain?.split(",") ?? []) modules.push(module.trim().split(/\s+/)[0]!);
  }
  return modules;
}

/** The runtime files that the given Python texts need, and what those need in turn; no others. */
export function runtimeFilesFor(texts: readonly string[]): readonly RuntimeFile[] {
  const found = new Map<string, RuntimeFile>();
  const queue = texts.flatMap(importedModules);
  for (let module = queue.pop(); module !== undefined; module = queue.pop()) {
    for (const path of candidatePaths(module)) {
      if (found.has(path)) continue;
      const text = readRuntime(path);
      if (text === undefined) continue;
      found.set(path, { path, text });
      queue.push(...importedModules(text));
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `a.b.c` may be a file of that name; the packages around it come along if they have an `__init__`. */
function candidatePaths(module: string): readonly string[] {
  const parts = module.split(".");
  const paths = [`${parts.join("/")}.py`, `${parts.join("/")}/__init__.py`];
  for (let n = parts.length - 1; n > 0; n--)
    paths.push(`${parts.slice(0, n).join("/")}/__init__.py`);
  return paths;
}

const cache = new Map<string, string | undefined>();

function readRuntime(path: string): string | undefined {
  if (path.startsWith("simulate/")) return undefined;
  if (!cache.has(path)) {
    const file = join(runtimeFolder, path);
    cache.set(path, existsSync(file) ? readFileSync(file, "utf8") : undefined);
  }
  return cache.get(path);
}
