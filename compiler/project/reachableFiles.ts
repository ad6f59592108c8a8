import { dirname, join, resolve } from "node:path";
import { ts } from "ts-morph";
import { fileOutsideProject } from "../diagnostics/catalogue/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../diagnostics/locate.ts";
import { diagnosticAt, wholeFile } from "../diagnostics/place.ts";
import { below, ExistingFiles, isInside, readText } from "./disk.ts";
import { listFolder } from "./observedDisk.ts";

/** Texts by absolute path that take the place of what is on disk: an editor has not saved them yet. */
export type UnsavedFiles = ReadonlyMap<string, string>;

/** The texts of a program's files by absolute path, and what kept a file from being read. */
export interface ReadFiles {
  readonly texts: ReadonlyMap<string, string>;
  /** The files whose place in the tree matters: modules, and whatever is imported by path. */
  readonly modules: readonly string[];
  /** Where a file goes on the board if not where it lies: Python that is imported by name. */
  readonly places: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `start` and all that these files reach by relative imports and references, and the Python
 * modules beside declaration files. An import that leads nowhere is left to the type checker, which
 * says so at its place.
 */
export function readReachableFiles(
  root: string,
  start: Iterable<string>,
  unsaved: UnsavedFiles = new Map(),
): ReadFiles {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const existing = new ExistingFiles();
  const modules = new Set<string>();
  const places = new Map<string, string>();
  // A set is walked in the order of insertion, and reaches what is added on the way.
  const wanted = new Set(start);
  for (const path of wanted) {
    const shown = below(root, path);
    const edited = unsaved.get(path);
    const read = edited === undefined ? readText(path, shown) : { text: edited };
    if ("problem" in read) {
      diagnostics.push(diagnosticAt(wholeFile(shown), read.problem));
      continue;
    }
    texts.set(path, read.text);
    if (!isTypeScript(path)) continue;
    if (!isDeclaration(path)) modules.add(path);
    for (const { found, reference } of followImports(path, read.text, existing)) {
      if (!isInside(root, found)) {
        diagnostics.push(outside(root, shown, read.text, found, reference));
        continue;
      }
      modules.add(found);
      wanted.add(found);
    }
    if (isDeclaration(path)) {
      for (const { found, place } of pythonBeside(path, read.text, existing)) {
        if (place !== undefined) places.set(found, place);
        wanted.add(found);
      }
    }
  }
  return { texts, modules: [...modules], places, diagnostics };
}

export function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}

export function isDeclaration(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}

/** The files that the relative imports and references of `text` lead to. */
function* followImports(
  path: string,
  text: string,
  existing: ExistingFiles,
): Generator<{ found: string; reference: ts.FileReference }> {
  const { importedFiles, referencedFiles } = ts.preProcessFile(text, true, false);
  for (const reference of importedFiles) {
    if (!/^\.\.?(\/|$)/.test(reference.fileName)) continue;
    const target = resolve(dirname(path), reference.fileName);
    const found = candidates(target).find((candidate) => existing.has(candidate));
    if (found !== undefined) yield { found, reference };
  }
  for (const reference of referencedFiles) {
    const found = resolve(dirname(path), reference.fileName);
    if (existing.has(found)) yield { found, reference };
  }
}

/** Where TypeScript looks for an import, in its order. */
function candidates(target: string): string[] {
  const withoutJs = target.replace(/\.js$/, "");
  const bases = withoutJs === target ? [target, join(target, "index")] : [withoutJs];
  return [
    ...(/\.([cm]?tsx?|json)$/.test(target) ? [target] : []),
    ...bases.flatMap((base) => [`${base}.ts`, `${base}.tsx`, `${base}.d.ts`]),
  ];
}

/**
 * The Python that a declaration file describes: the module of its own name, which programs import
 * by its path, and those that it declares (`declare module "lib.sub"`), which they import by name.
 * Each is beside it, as a file or as a package.
 */
function* pythonBeside(
  path: string,
  text: string,
  existing: ExistingFiles,
): Generator<{ found: string; place?: string }> {
  const folder = dirname(path);
  const { ambientExternalModules = [] } = ts.preProcessFile(text, true, false);
  for (const name of ambientExternalModules) {
    for (const found of pythonModule(join(folder, ...name.split(".")), existing)) {
      if (isInside(folder, found)) yield { found, place: below(folder, found) };
    }
  }
  for (const found of pythonModule(path.replace(/\.d\.[cm]?ts$/, ""), existing)) yield { found };
}

function pythonModule(module: string, existing: ExistingFiles): string[] {
  if (existing.has(`${module}.py`)) return [`${module}.py`];
  return existing.has(join(module, "__init__.py")) ? pythonPackage(module) : [];
}

function pythonPackage(folder: string): string[] {
  return listFolder(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pythonPackage(path);
    return entry.name.endsWith(".py") ? [path] : [];
  });
}

function outside(
  root: string,
  file: string,
  text: string,
  found: string,
  reference: ts.FileReference,
): Diagnostic {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const problem = fileOutsideProject(below(root, found), root);
  // The scanner's end leaves out the quotes.
  const length = reference.fileName.length + '""'.length;
  return locate(problem, file, source, reference.pos, length);
}
