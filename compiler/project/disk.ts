import { isUtf8 } from "node:buffer";
import type { Dirent } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileNotText, fileUnreadable } from "../diagnostics/catalogue/project.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import { kindOfPath, listFolder, readBytes } from "./observedDisk.ts";

/**
 * Which files exist, asked of folder listings and not of the file system: a name in the wrong case
 * is missing everywhere, as it will be on the board, and not only on Linux.
 */
export class ExistingFiles {
  readonly #folders = new Map<string, ReadonlyMap<string, Dirent>>();

  has(path: string): boolean {
    const folder = dirname(path);
    const entry = this.#list(folder).get(path.slice(folder.length).replace(/^[\\/]/, ""));
    if (entry === undefined) return false;
    return entry.isFile() || (entry.isSymbolicLink() && kindOfPath(path) === "file");
  }

  #list(folder: string): ReadonlyMap<string, Dirent> {
    let entries = this.#folders.get(folder);
    if (entries === undefined) {
      entries = new Map(listFolder(folder).map((entry) => [entry.name, entry]));
      this.#folders.set(folder, entries);
    }
    return entries;
  }
}

/** The text of a file (UTF-8, or UTF-16 with a byte order mark), or why there is none. `shown` is its name in messages. */
export function readText(path: string, shown: string): { text: string } | { problem: Problem } {
  let bytes: Buffer;
  try {
    bytes = readBytes(path);
  } catch (error) {
    return { problem: fileUnreadable(shown, reasonOf(error)) };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString("utf16le", 2) };
  if (!isUtf8(bytes)) return { problem: fileNotText(shown) };
  const text = bytes.toString("utf8");
  return { text: text.startsWith("\uFEFF") ? text.slice(1) : text };
}

/** Why a file operation failed, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  if (code !== undefined && code in reasons) return reasons[code]!;
  return error instanceof Error ? error.message : String(error);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "it does not exist",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is not a folder",
  EEXIST: "a file is in the way",
  ELOOP: "symbolic links lead in a circle",
  ENAMETOOLONG: "the name is too long",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  EMFILE: "too many files are open",
};

/** `path` below `folder` with `/` between the parts; `""` for the folder itself. */
export function below(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

export function isInside(folder: string, path: string): boolean {
  const way = below(folder, path);
  return way !== ".." && !way.startsWith("../") && resolve(folder, way) === resolve(path);
}

/** The deepest folder that holds all `folders`. */
export function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let shared = common;
    while (!isInside(shared, folder)) shared = join(shared, "..");
    return shared;
  });
}
