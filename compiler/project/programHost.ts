import { join } from "node:path";
import { ts } from "ts-morph";
import { kindOfPath, readBytes } from "./observedDisk.ts";
import { stubFolder } from "./packageFolders.ts";

/** Where the stubs appear in the memory of a compilation. */
export const stubRoot = "/@tsmp/";

/**
 * Nobody here reads the comments of stubs, and the binder sets the parents: a cold start is 0.15 s
 * shorter without both.
 */
const parseOptions: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.ESNext,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

/** The stubs that this process has read, bound as soon as a program has used them. */
const stubs = new Map<string, ts.SourceFile | undefined>();

/** The program's files in memory, by absolute path; the stubs of the package behind `stubRoot`, read when first asked for. */
export function programHost(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const folders = foldersOf(files.keys());
  const isStub = (path: string) => `${path}/`.startsWith(stubRoot);
  const textOf = (path: string) => (isStub(path) ? stubFile(path)?.text : files.get(path));
  return {
    getSourceFile(path, ofProgram) {
      if (isStub(path)) return stubFile(path);
      const text = files.get(path);
      if (text === undefined) return undefined;
      // The program's own options say how a file becomes a module (`moduleDetection`).
      const detection = typeof ofProgram === "object" ? ofProgram : undefined;
      return ts.createSourceFile(path, text, { ...detection, ...parseOptions });
    },
    fileExists: (path) => textOf(path) !== undefined,
    readFile: textOf,
    directoryExists: (path) =>
      isStub(path) ? kindOf(path) === "folder" : folders.has(path.replace(/\/$/, "")),
    getDirectories: () => [],
    getDefaultLibFileName: () => `${stubRoot}lib.tsmp.d.ts`,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
  };
}

function stubFile(path: string): ts.SourceFile | undefined {
  if (!stubs.has(path)) {
    const text = kindOf(path) === "file" ? readBytes(realPath(path)).toString("utf8") : undefined;
    stubs.set(path, text === undefined ? undefined : ts.createSourceFile(path, text, parseOptions));
  }
  return stubs.get(path);
}

function realPath(path: string): string {
  return join(stubFolder, path.slice(stubRoot.length));
}

/** What lies where in the package, as far as anybody asked: it does not change while it runs. */
const kinds = new Map<string, "file" | "folder" | undefined>();

function kindOf(path: string): "file" | "folder" | undefined {
  if (!kinds.has(path)) {
    const kind = kindOfPath(realPath(path));
    kinds.set(path, kind === "other" ? undefined : kind);
  }
  return kinds.get(path);
}

/** All folders above the files, without a closing slash; the root is empty. */
function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>([""]);
  for (const path of paths) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      folders.add(path.slice(0, end));
    }
  }
  return folders;
}
