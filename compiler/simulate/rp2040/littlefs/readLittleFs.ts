import {
  BLOCK_LIST,
  type Entry,
  FOLDER,
  FOLDER_PAIR,
  INLINE_DATA,
  type Metadata,
  pairOf,
  REGULAR_FILE,
  readMetadata,
  viewOf,
} from "./metadata.ts";

const BLOCK_SIZE = 4096;
const MAGIC = "littlefs";
/** The magic of a superblock comes after its revision and its first tag. */
const MAGIC_AT = 8;

/**
 * The files in the littlefs of a flash, by their paths. It reads what is there and changes
 * nothing; a change that was cut off by power is not seen, as the board does not see it either.
 * Undefined where there is no file system.
 */
export function readLittleFs(flash: Uint8Array): Map<string, Uint8Array> | undefined {
  const start = findFileSystem(flash);
  if (start === undefined) return undefined;
  return new FileSystem(flash.subarray(start)).readAll();
}

/** MicroPython places it behind the firmware, at a distance that the board's definition says. */
function findFileSystem(flash: Uint8Array): number | undefined {
  const magic = Buffer.from(MAGIC);
  for (let start = 0; start < flash.length; start += BLOCK_SIZE) {
    const found = flash.subarray(start + MAGIC_AT, start + MAGIC_AT + magic.length);
    if (magic.equals(found)) return firstOfPair(flash, start);
  }
  return undefined;
}

/** The superblock is in blocks 0 and 1; of these block 0 may be without it after a power cut. */
function firstOfPair(flash: Uint8Array, start: number): number {
  const block = readMetadata(flash.subarray(start, start + BLOCK_SIZE));
  return block === undefined ? start - BLOCK_SIZE : start;
}

interface FoundEntry {
  readonly path: string;
  readonly entry: Entry;
  readonly pair: readonly [number, number];
  readonly id: number;
}

class FileSystem {
  private readonly bytes: Uint8Array;
  private readonly moveState = new Uint8Array(12);

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  readAll(): Map<string, Uint8Array> {
    const found = this.list([0, 1], "");
    const files = new Map<string, Uint8Array>();
    for (const each of found) {
      if (!this.isMovedAway(each)) files.set(each.path, this.content(each.entry));
    }
    return files;
  }

  private list(first: readonly [number, number], folder: string): FoundEntry[] {
    const found: FoundEntry[] = [];
    for (let pair: readonly [number, number] | undefined = first; pair !== undefined; ) {
      const metadata = this.newest(pair);
      if (metadata === undefined) break;
      this.noteMove(metadata);
      metadata.entries.forEach((entry, id) => {
        const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
        if (entry.kind === REGULAR_FILE) found.push({ path, entry, pair: pair!, id });
        else if (entry.kind === FOLDER && entry.struct === FOLDER_PAIR) {
          found.push(...this.list(pairOf(entry.data), path));
        }
      });
      pair = metadata.tail;
    }
    return found;
  }

  /** Of the two blocks of a pair the one with the later revision, which may have wrapped around. */
  private newest([first, second]: readonly [number, number]): Metadata | undefined {
    const [a, b] = [readMetadata(this.block(first)), readMetadata(this.block(second))];
    if (a === undefined || b === undefined) return a ?? b;
    return ((a.revision - b.revision) | 0) > 0 ? a : b;
  }

  private block(index: number): Uint8Array {
    return this.bytes.subarray(index * BLOCK_SIZE, (index + 1) * BLOCK_SIZE);
  }

  private content({ struct, data }: Entry): Uint8Array {
    if (struct === INLINE_DATA) return data.slice();
    if (struct !== BLOCK_LIST) return new Uint8Array();
    const [head, size] = pairOf(data);
    return this.readBlocks(head, size);
  }

  /**
   * A file's blocks, of which each points back: block i begins with as many pointers as i can be
   * halved, and one more; the first of them is to block i - 1.
   */
  private readBlocks(head: number, size: number): Uint8Array {
    const lengths: number[] = [];
    for (let total = 0, index = 0; total < size; index++) {
      const length = BLOCK_SIZE - pointerBytes(index);
      lengths.push(Math.min(length, size - total));
      total += length;
    }
    const content = new Uint8Array(size);
    let end = size;
    let block = head;
    for (let index = lengths.length - 1; index >= 0; index--) {
      const length = lengths[index]!;
      const from = pointerBytes(index);
      content.set(this.block(block).subarray(from, from + length), end - length);
      end -= length;
      if (index > 0) block = viewOf(this.block(block)).getUint32(0, true);
    }
    return content;
  }

  /** The state of a move is spread over all folders, by exclusive or. */
  private noteMove({ moveState }: Metadata): void {
    moveState?.forEach((byte, index) => {
      this.moveState[index]! ^= byte;
    });
  }

  /** A rename that power cut off has written the new name and not yet removed the old. */
  private isMovedAway({ pair, id }: FoundEntry): boolean {
    const view = viewOf(this.moveState);
    const tag = view.getUint32(0, true);
    if ((tag & 0x70000000) === 0 || ((tag >>> 10) & 0x3ff) !== id) return false;
    return view.getUint32(4, true) === pair[0] || view.getUint32(4, true) === pair[1];
  }
}

function pointerBytes(index: number): number {
  return index === 0 ? 0 : 4 * (32 - Math.clz32(index & -index));
}
