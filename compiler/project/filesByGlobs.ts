import { realpathSync } from "node:fs";
import { join } from "node:path";
import { ts } from "ts-morph";
import { kindOfPath, listFolder } from "./observedDisk.ts";

type Entries = { readonly files: readonly string[]; readonly directories: readonly string[] };

/** TypeScript has this for hosts such as ours, and leaves it out of its types. */
const { matchFiles } = ts as unknown as {
  matchFiles(
    root: string,
    extensions: readonly string[] | undefined,
    excludes: readonly string[] | undefined,
    includes: readonly string[] | undefined,
    caseSensitive: boolean,
    currentFolder: string,
    depth: number | undefined,
    entriesOf: (folder: string) => Entries,
    realPath: (path: string) => string,
  ): string[];
};

/** What `ts.sys.readDirectory` does, of folders that are seen to be asked for. */
export function filesByGlobs(
  root: string,
  extensions?: readonly string[],
  excludes?: readonly string[],
  includes?: readonly string[],
  depth?: number,
): string[] {
  const caseSensitive = ts.sys.useCaseSensitiveFileNames;
  const here = process.cwd();
  return matchFiles(
    ...([root, extensions, excludes, includes, caseSensitive, here, depth] as const),
    entriesOf,
    realPath,
  );
}

function entriesOf(folder: string): Entries {
  const files: string[] = [];
  const directories: string[] = [];
  for (const entry of listFolder(folder || ".")) {
    const isLink = entry.isSymbolicLink();
    const kind = isLink ? kindOfPath(join(folder, entry.name)) : undefined;
    if (entry.isFile() || kind === "file") files.push(entry.name);
    else if (entry.isDirectory() || kind === "folder") directories.push(entry.name);
  }
  return { files: files.sort(), directories: directories.sort() };
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
