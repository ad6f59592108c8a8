import {
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import {
  cannotWrite,
  changedByHand,
  fileUnreadable,
  outputsCollide,
  wouldOverwrite,
} from "../diagnostics/catalogue/project.ts";
import type { Diagnostic, Problem } from "../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../diagnostics/place.ts";
import { reasonOf } from "../project/disk.ts";
import {
  type BuildManifest,
  manifestName,
  manifestText,
  readManifest,
  sha256,
} from "./buildManifest.ts";
import { mapForDisk } from "./mapForDisk.ts";

/** A build in memory. Paths are below its folder, with `/`. */
export interface BuildOutput {
  readonly outDir: string;
  /** The path of the main program. */
  readonly entry?: string;
  readonly settings?: { readonly board?: string; readonly micropython?: string };
  readonly files: readonly {
    readonly path: string;
    readonly text: string;
    readonly map?: string;
  }[];
  readonly assets: readonly { readonly path: string; readonly source: string }[];
  /** The file on disk, absolute, that a path in a source map stands for. */
  sourceOf(path: string): string;
}

export interface BuildReport {
  /** Every file of the build. */
  readonly files: readonly string[];
  /** Those that were not there yet or have changed. */
  readonly written: readonly string[];
  /** Those of the last build that are no longer part of it. */
  readonly removed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

type Contents = ReadonlyMap<string, string | Uint8Array>;

/**
 * Writes a build to disk: each file whole or not at all, and only those that changed. What the last
 * build wrote and this one does not is removed; nothing else is ever removed or overwritten.
 */
export function writeBuild(output: BuildOutput): BuildReport {
  const { outDir } = output;
  const last = readManifest(outDir);
  const { contents, problems } = collectContents(output);
  const inTheWay = problems.length > 0 ? problems : conflicts(outDir, contents, last);
  if (inTheWay.length > 0) return failed(inTheWay);

  const now = Object.fromEntries([...contents].map(([path, content]) => [path, sha256(content)]));
  const folders = new Set(last.folders);
  const program = builtProgram(output);
  let at = manifestName;
  try {
    makeFolder(outDir, outDir, folders);
    // First a manifest of both builds: should this one break off, the next still knows its files.
    saveManifest(outDir, { ...program, files: { ...last.files, ...now }, folders: [...folders] });
    const written: string[] = [];
    for (const [path, content] of contents) {
      at = path;
      makeFolder(outDir, dirname(join(outDir, path)), folders);
      if (replaceFile(join(outDir, path), content)) written.push(path);
    }
    const { removed, kept } = removeStale(outDir, last, contents);
    removeEmptyFolders(outDir, folders);
    at = manifestName;
    saveManifest(outDir, { ...program, files: now, folders: [...folders].sort() });
    const diagnostics = kept.map((path) => inNoFile(changedByHand(shown(outDir, path))));
    return { files: [...contents.keys()], written, removed, diagnostics };
  } catch (error) {
    return failed([cannotWrite(shown(outDir, at), reasonOf(error))]);
  }
}

function builtProgram({ entry, settings }: BuildOutput): Pick<BuildManifest, "program"> {
  if (entry === undefined) return {};
  const { board, micropython } = settings ?? {};
  return {
    program: {
      entry,
      ...(board === undefined ? {} : { board }),
      ...(micropython === undefined ? {} : { micropython }),
    },
  };
}

function failed(problems: readonly Problem[]): BuildReport {
  return { files: [], written: [], removed: [], diagnostics: problems.map(inNoFile) };
}

function inNoFile(problem: Problem): Diagnostic {
  return diagnosticAt(nowhere, problem);
}

/** A path of the build as messages name it. */
function shown(outDir: string, path: string): string {
  return relative(process.cwd(), join(outDir, path));
}

function collectContents(output: BuildOutput): { contents: Contents; problems: Problem[] } {
  const contents = new Map<string, string | Uint8Array>();
  const problems: Problem[] = [];
  for (const { path, text, map } of output.files) {
    contents.set(path, text);
    if (map === undefined) continue;
    const folder = dirname(join(output.outDir, path));
    contents.set(`${path}.map`, mapForDisk(map, folder, output.sourceOf));
  }
  for (const { path, source } of output.assets) {
    const name = relative(process.cwd(), source);
    if (contents.has(path)) problems.push(outputsCollide(name, path));
    try {
      contents.set(path, readFileSync(source));
    } catch (error) {
      problems.push(fileUnreadable(name, reasonOf(error)));
    }
  }
  return { contents, problems };
}

/** What stands where the build wants to write and is not of an earlier build. */
function conflicts(outDir: string, contents: Contents, last: BuildManifest): Problem[] {
  return [...contents].flatMap(([path, content]) => {
    try {
      const target = join(outDir, path);
      const found = lstatSync(target, { throwIfNoEntry: false });
      if (found === undefined) return [];
      if (found.isDirectory()) return [cannotWrite(shown(outDir, path), "a folder is in the way")];
      if (Object.hasOwn(last.files, path) || hasContent(target, content)) return [];
      return [wouldOverwrite(shown(outDir, path))];
    } catch (error) {
      return [cannotWrite(shown(outDir, path), reasonOf(error))];
    }
  });
}

function hasContent(path: string, content: string | Uint8Array): boolean {
  try {
    return Buffer.from(content).equals(readFileSync(path));
  } catch {
    return false;
  }
}

/** Puts a file in place in one step; says whether it was not there already. */
function replaceFile(path: string, content: string | Uint8Array): boolean {
  if (hasContent(path, content)) return false;
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return true;
}

function saveManifest(outDir: string, manifest: BuildManifest): void {
  replaceFile(join(outDir, manifestName), manifestText(manifest));
}

/** Makes a folder and those above it, and notes in `made` which of them are new below `outDir`. */
function makeFolder(outDir: string, folder: string, made: Set<string>): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let at = folder; at !== outDir && at.startsWith(outDir + sep); at = dirname(at)) {
    made.add(relative(outDir, at).split(sep).join("/"));
    if (at === resolve(first)) return;
  }
}

/** Removes what only the last build wrote, unless somebody has changed it since. */
function removeStale(
  outDir: string,
  last: BuildManifest,
  contents: Contents,
): { removed: string[]; kept: string[] } {
  const removed: string[] = [];
  const kept: string[] = [];
  for (const [path, hash] of Object.entries(last.files)) {
    const target = join(outDir, path);
    if (contents.has(path) || !lstatSync(target, { throwIfNoEntry: false })?.isFile()) continue;
    if (sha256(readFileSync(target)) === hash) {
      rmSync(target);
      removed.push(path);
    } else {
      kept.push(path);
    }
  }
  return { removed, kept };
}

/** Removes the folders that earlier builds made and that hold nothing any more, the deepest first. */
function removeEmptyFolders(outDir: string, made: Set<string>): void {
  for (const folder of [...made].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(join(outDir, folder));
    } catch {
      continue; // Something is in it.
    }
    made.delete(folder);
  }
}
