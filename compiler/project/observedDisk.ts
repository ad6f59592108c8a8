import { createHash } from "node:crypto";
import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { runtimeFolder, stubFolder } from "./packageFolders.ts";

/**
 * Every question that a compilation has asked of the disk, with the answer. As long as the disk
 * answers the same, the same compilation gives the same result: a file that is new and would be
 * found before another is noticed as one that changed is.
 */
export interface DiskAnswers {
  /** What is at a path. */
  readonly kinds: Record<string, string>;
  /** The names in a folder, with their kinds. */
  readonly names: Record<string, string>;
  /** The digest of a file, and what the system said of it when it had that: then it is not read again. */
  readonly contents: Record<string, readonly [digest: string, stamp: string]>;
}

/** What is at a path: a symbolic link counts as what it leads to, and a broken one as nothing. */
export function kindOfPath(path: string): "file" | "folder" | "other" | undefined {
  const kind = kindOf(statOf(path));
  for (const { kinds } of observersOf(path)) kinds[path] ??= kind ?? "";
  return kind;
}

/** The entries of a folder; none of a folder that is missing or may not be read. */
export function listFolder(folder: string): Dirent[] {
  const entries = entriesOf(folder);
  for (const { names } of observersOf(folder)) names[folder] ??= namesOf(entries);
  return entries;
}

/** The bytes of a file. Throws what the system says. */
export function readBytes(path: string): Buffer {
  const observers = observersOf(path);
  if (observers.length === 0) return readFileSync(path);
  // Asked before it is read: should it change in between, the stamp is of what was there before.
  const stamp = stampOf(statOf(path));
  const bytes = readFileSync(path);
  for (const { contents } of observers) contents[path] ??= [digestOf(bytes), stamp];
  return bytes;
}

/** Does the work, and gives with its result what it has asked of the disk. */
export function observingDisk<T>(work: () => T): { result: T; answers: DiskAnswers } {
  const answers = noAnswers();
  current.push(answers);
  try {
    const result = work();
    for (const part of ["kinds", "names", "contents"] as const) {
      Object.assign(answers[part], ofPackage[part]);
    }
    return { result, answers };
  } finally {
    current.pop();
  }
}

function noAnswers(): DiskAnswers {
  return { kinds: {}, names: {}, contents: {} };
}

const current: DiskAnswers[] = [];

/** What a process reads of the package it keeps, and does not ask again. */
const ofPackage = noAnswers();

function observersOf(path: string): readonly DiskAnswers[] {
  return path.startsWith(stubFolder) || path.startsWith(runtimeFolder) ? [ofPackage] : current;
}

/**
 * Whether the disk still answers so; undefined if not, else the answers with the stamps of today.
 * What lies at `ignored` is none of the program's business.
 */
export function sameAnswers(
  { kinds, names, contents }: DiskAnswers,
  ignored: string,
): DiskAnswers | undefined {
  const stats = new Map<string, Stats | undefined>();
  const stat = (path: string) => {
    if (!stats.has(path)) stats.set(path, statOf(path));
    return stats.get(path);
  };
  const today: DiskAnswers["contents"] = {};
  for (const [path, [digest, stamp]] of Object.entries(contents)) {
    const now = stampOf(stat(path));
    if ((now === "" || now !== stamp) && digestAt(path) !== digest) return undefined;
    today[path] = [digest, now];
  }
  for (const [path, kind] of Object.entries(kinds)) {
    if ((kindOf(stat(path)) ?? "") !== kind) return undefined;
  }
  for (const [folder, then] of Object.entries(names)) {
    const without = dirname(ignored) === folder ? basename(ignored) : "";
    const now = namesOf(entriesOf(folder));
    if (now !== then && namesWithout(now, without) !== namesWithout(then, without))
      return undefined;
  }
  return { kinds, names, contents: today };
}

/** A file that was written a moment ago may be written again within the tick of the system's clock. */
const tickMs = 100;

/** What the system says of a file: the same stamp stands for the same content. Empty if that is not sure. */
function stampOf(stat: Stats | undefined): string {
  if (stat === undefined) return "";
  const { size, mtimeMs, ctimeMs, ino } = stat;
  const settled = Math.max(mtimeMs, ctimeMs) < Date.now() - tickMs;
  return settled ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : "";
}

function digestAt(path: string): string | undefined {
  try {
    return digestOf(readFileSync(path));
  } catch {
    return undefined;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function kindOf(stat: Stats | undefined): "file" | "folder" | "other" | undefined {
  if (stat === undefined) return undefined;
  if (stat.isFile()) return "file";
  return stat.isDirectory() ? "folder" : "other";
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** `/` ends a folder's name, `@` a link's; a name cannot hold the separator. */
function namesOf(entries: readonly Dirent[]): string {
  const mark = (entry: Dirent) => (entry.isDirectory() ? "/" : entry.isFile() ? "" : "@");
  return entries
    .map((entry) => entry.name + mark(entry))
    .sort()
    .join("\0");
}

function namesWithout(names: string, name: string): string {
  return names
    .split("\0")
    .filter((entry) => entry !== name && entry !== `${name}/`)
    .join("\0");
}
