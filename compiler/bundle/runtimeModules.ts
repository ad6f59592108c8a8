import { join } from "node:path";
import { kindOfPath, readBytes } from "../project/observedDisk.ts";
import { runtimeFolder } from "../project/packageFolders.ts";

/** A file for the board that was not lowered from TypeScript. */
export interface RuntimeFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The module of the runtime library that really defines an exported name, so that a program ships
 * only what it uses: `ThreadSafeQueue` of `threadsafe` is in `threadsafe.core`.
 */
export function runtimeModuleOf(module: string, name: string): string {
  return runtimeExports()[module]?.[name] ?? module;
}

let exportTable: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;

function runtimeExports(): NonNullable<typeof exportTable> {
  exportTable ??= JSON.parse(readBytes(join(runtimeFolder, "exports.json")).toString("utf8"));
  return exportTable!;
}

const importPattern =
  /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+([^#\n]+)|import[ \t]+([\w., ]+))/gm;

/** The modules that the Python text of a file imports: `a.b`, and for `from a import b` both `a` and `a.b`. */
export function importedModules(path: string, text: string): readonly string[] {
  const modules: string[] = [];
  for (const match of text.matchAll(importPattern)) {
    const [, from, names, plain] = match;
    if (from !== undefined) {
      const module = absoluteModule(path, from);
      modules.push(module);
      for (const name of names!.replace(/[()]/g, "").split(",")) {
        modules.push(`${module}.${name.trim().split(/\s+/)[0]}`);
      }
    }
    for (const module of plain?.split(",") ?? []) modules.push(module.trim().split(/\s+/)[0]!);
  }
  return modules;
}

/** `.core` in `threadsafe/job.py` is `threadsafe.core`. */
function absoluteModule(path: string, module: string): string {
  const dots = /^\.*/.exec(module)![0].length;
  if (dots === 0) return module;
  const folder = path.split("/").slice(0, -dots);
  const rest = module.slice(dots);
  return [...folder, ...(rest ? [rest] : [])].join(".");
}

/**
 * The modules that a file imports, and behind a package of the runtime the ones that have its names:
 * of `from pyb import LED` the module `pyb.led`, of `import pyb` all.
 */
function neededModules(path: string, text: string): readonly string[] {
  const modules = importedModules(path, text);
  const whole = new Set(
    [...text.matchAll(plainImport)].flatMap(([, names]) => names!.split(/[, ]+/)),
  );
  return modules.flatMap((module) => {
    const dot = module.lastIndexOf(".");
    const homes = whole.has(module) ? Object.values(runtimeExports()[module] ?? {}) : [];
    const home = runtimeExports()[module.slice(0, dot)]?.[module.slice(dot + 1)];
    return [module, ...homes, ...(home === undefined ? [] : [home])];
  });
}

const plainImport = /^[ \t]*import[ \t]+([\w., ]+)/gm;

/** The runtime files that the given Python files need, and what those need in turn; no others. */
export function runtimeFilesFor(files: readonly RuntimeFile[]): readonly RuntimeFile[] {
  const found = new Map<string, RuntimeFile>();
  const own = new Set(files.map((file) => file.path));
  const queue = files.flatMap((file) => neededModules(file.path, file.text));
  for (let module = queue.pop(); module !== undefined; module = queue.pop()) {
    const base = module.replaceAll(".", "/");
    for (const path of [`${base}.py`, `${base}/__init__.py`]) {
      if (found.has(path) || own.has(path)) continue;
      const text = readRuntime(path);
      if (text === undefined) continue;
      found.set(path, { path, text });
      queue.push(...neededModules(path, text));
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The comment at the top of a file is for whoever reads it here; on a board it only takes room. */
function withoutHeading(text: string): string {
  return text.replace(/^(#.*\n)+\n*/, "");
}

const cache = new Map<string, string | undefined>();

/** The text of a file of the runtime, as it goes to a board. */
export function readRuntime(path: string): string | undefined {
  if (/^(simulate|deploy)\//.test(path)) return undefined;
  if (!cache.has(path)) {
    const file = join(runtimeFolder, path);
    const text = kindOfPath(file) === "file" ? readBytes(file).toString("utf8") : undefined;
    cache.set(path, text === undefined ? undefined : withoutHeading(text));
  }
  return cache.get(path);
}
