/** File systems. */

/** What a block device must offer; with `offset` it fits littlefs. */
export interface BlockDevice {
  /** Reads blocks, or from an offset in a block, into the buffer. */
  readblocks(block: int, buffer: WritableBuffer, offset?: int): unknown;
  /** Writes blocks, or at an offset in a block, from the buffer. */
  writeblocks(block: int, buffer: ReadableBuffer, offset?: int): unknown;
  /** Questions and commands: 4 asks for the number of blocks, 5 for their size, 6 erases one. */
  ioctl(op: int, arg: int): int | null | undefined | void;
}
/** A file system, or something that acts like one. */
export interface FileSystem {
  /** Called when it is mounted. */
  mount(readonly: boolean, mkfs: boolean): void;
  /** Called when it is unmounted. */
  umount(): void;
  /** Opens a file. */
  open(path: string, mode: string): TextFile | BinaryFile;
  /** Changes the folder. */
  chdir(path: string): void;
  /** The folder. */
  getcwd(): string;
  /** The entries of a folder. */
  ilistdir(path?: string): Iterable<DirectoryEntry>;
  /** Makes a folder. */
  mkdir(path: string): void;
  /** Removes a file. */
  remove(path: string): void;
  /** Renames a file or folder. */
  rename(from: string, to: string): void;
  /** Removes an empty folder. */
  rmdir(path: string): void;
  /** Facts about a file or folder. */
  stat(path: string): Stat;
  /** Facts about the file system. */
  statvfs(path: string): StatVfs;
}
/** Name, kind (0x4000 a folder, 0x8000 a file), 0, and for files the size in bytes. */
export type DirectoryEntry = readonly [name: string, type: int, inode: int, size: int];
/** Kind, 0, 0, 0, 0, 0, size in bytes, and times in seconds. */
export type Stat = readonly [
  mode: int, ino: int, dev: int, nlink: int, uid: int, gid: int, size: int, atime: int, mtime: int, ctime: int,
];
/** Block size, fragment size, blocks, free blocks, free for programs, and counts of files; `namemax` is last. */
export type StatVfs = readonly [
  bsize: int, frsize: int, blocks: int, bfree: int, bavail: int, files: int, ffree: int, favail: int, flag: int, namemax: int,
];

/**
 * The FAT file system: cards that computers read.
 *
 * @since 1.23
 */
export class VfsFat {
  constructor(device: BlockDevice);
  /** Makes an empty file system. */
  static mkfs(device: BlockDevice): void;
}
export interface VfsFat extends FileSystem {}
/**
 * The littlefs file system: it stands a loss of power.
 *
 * @since 1.23
 */
export class VfsLfs2 {
  /** @param options Sizes for reading, writing and searching; whether files have times. */
  constructor(
    device: BlockDevice,
    options?: Keywords<{ readsize?: int; progsize?: int; lookahead?: int; mtime?: boolean }>,
  );
  /** Makes an empty file system. */
  static mkfs(device: BlockDevice, options?: Keywords<{ readsize?: int; progsize?: int; lookahead?: int }>): void;
}
export interface VfsLfs2 extends FileSystem {}
/**
 * Mounts a file system at a folder, or lists what is mounted. OSError EPERM when something is mounted there.
 *
 * @since 1.23
 */
export function mount(): [FileSystem, string][];
export function mount(system: FileSystem | BlockDevice, mount_point: string, options?: Keywords<{ readonly?: boolean }>): void;
/**
 * Unmounts a file system. OSError EINVAL when it is not mounted.
 *
 * @since 1.23
 */
export function umount(mount_point: string | FileSystem): void;
