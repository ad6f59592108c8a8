import type { Plan } from "./plan.ts";
import type { BoardState } from "./probe.ts";

/** In flash blocks: what littlefs will need at most, and what it will have. */
export interface SpaceNeeds {
  readonly needed: number;
  readonly available: number;
  /** Files that change must make room before their successors are written. */
  readonly tight: boolean;
}

/** Files up to this size lie in their folder's metadata (littlefs: an eighth of a block). */
const inlineSize = 512;
/** Tags of a name and of what it stands for, with checksums of their commits. */
const entryOverhead = 24;
/** For the pointer, main.py, and the copies that littlefs makes of metadata while it changes it. */
const reserveBlocks = 6;

export function spaceNeeds(state: BoardState, plan: Plan): SpaceNeeds {
  const { blockSize } = state;
  const staged = state.slots[plan.target];
  const active = state.active && state.slots[state.active];
  const written = new Map<string, number>();
  for (const { path, content } of plan.upload) written.set(path, content.length);
  for (const path of plan.copy) written.set(path, plan.manifest.files.get(path)!.size);
  for (const path of plan.carry) written.set(path, active?.files.get(path) ?? 0);
  const manifestSize = [...plan.manifest.files.keys()].reduce(
    (sum, path) => sum + path.length + 76,
    40,
  );
  const needed =
    sum(written.values(), (size) => dataBlocks(size, blockSize)) +
    metadataBlocks(written, blockSize) +
    plan.addFolders.length * 2 +
    dataBlocks(manifestSize, blockSize) +
    reserveBlocks;
  const blocksOf = (path: string) => dataBlocks(staged.files.get(path) ?? 0, blockSize);
  const afterRemoval = state.freeBlocks + sum(plan.remove, blocksOf);
  const overwritten = sum(written.keys(), blocksOf);
  const tight = needed > afterRemoval && overwritten > 0;
  return { needed, available: afterRemoval + (tight ? overwritten : 0), tight };
}

/**
 * Blocks of a file's contents. littlefs links each block to earlier ones: block n begins with as
 * many 4-byte pointers as n has trailing zero bits, and one more.
 */
export function dataBlocks(size: number, blockSize: number): number {
  if (size <= inlineSize) return 0;
  let left = size - blockSize;
  let count = 1;
  for (; left > 0; count++) left -= blockSize - 4 * (trailingZeros(count) + 1);
  return count;
}

function trailingZeros(n: number): number {
  return 31 - Math.clz32(n & -n);
}

/** A folder's metadata is a pair of blocks; more of it than half a block is split over further pairs. */
function metadataBlocks(written: ReadonlyMap<string, number>, blockSize: number): number {
  const bytes = new Map<string, number>();
  for (const [path, size] of written) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const entry = path.length - folder.length + entryOverhead + (size <= inlineSize ? size : 0);
    bytes.set(folder, (bytes.get(folder) ?? 0) + entry);
  }
  return sum(bytes.values(), (total) => 2 * Math.floor(total / (blockSize / 4)));
}

function sum<T>(items: Iterable<T>, weight: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += weight(item);
  return total;
}
