/** Files and folders, random bytes, the console. */
import type { DirectoryEntry, Stat, StatVfs } from "vfs";
/** File systems; new programs take them from the module `vfs`. */
export { mount, umount, VfsFat, VfsLfs2 } from "vfs";

/** What stands between the names of a path: "/". */
export const sep: "/";
/** Changes the folder. OSError ENOENT. */
export function chdir(path: string): void;
/** The folder. */
export function getcwd(): string;
/** The entries of a folder, one by one. */
export function ilistdir(path?: string): Iterable<DirectoryEntry>;
/** The names in a folder. OSError ENOENT. */
export function listdir(path?: string): string[];
/** Makes a folder. OSError EEXIST. */
export function mkdir(path: string): void;
/** Removes a file. OSError ENOENT. */
export function remove(path: string): void;
/** Removes a file: another name of `remove`. */
export function unlink(path: string): void;
/** Renames a file or folder; on littlefs a file in its place is replaced. */
export function rename(from: string, to: string): void;
/** Removes an empty folder. */
export function rmdir(path: string): void;
/** Facts about a file or folder; OSError ENOENT. Index 6 is the size in bytes. */
export function stat(path: string): Stat;
/** Facts about a file system: `statvfs("/")[0] * statvfs("/")[3]` is the room that is left, in bytes. */
export function statvfs(path: string): StatVfs;
/** Writes what is in memory to the file systems. */
export function sync(): void;
/**
 * So many random bytes.
 *
 * @range n 0 1073741823
 */
export function urandom(n: int): bytes;
/** Board and firmware. */
export function uname(): readonly [sysname: string, nodename: string, release: string, version: string, machine: string] & {
  readonly sysname: string;
  readonly nodename: string;
  readonly release: string;
  readonly version: string;
  readonly machine: string;
};
/** Lets a stream carry the console too; null ends it. Gives the stream that did before. */
export function dupterm(stream: unknown, index?: int): unknown;
/** Says that a stream of `dupterm` has input. */
export function dupterm_notify(stream?: unknown): void;
