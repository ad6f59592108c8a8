/**
 * A metadata block of littlefs 2: a revision, then commits of tags, each commit closed by a
 * checksum. Format: the file SPEC.md of littlefs.
 */

/** Types of tags, of eleven bits. */
export const REGULAR_FILE = 0x001;
export const FOLDER = 0x002;
export const FOLDER_PAIR = 0x200;
export const INLINE_DATA = 0x201;
export const BLOCK_LIST = 0x202;
const CREATE = 0x401;
const DELETE = 0x4ff;
const CHECKSUM = 0x500;
const CHECKSUM_MASK = 0x780;
const HARD_TAIL = 0x601;
const MOVE_STATE = 0x7ff;

const NO_DATA = 0x3ff;
const INVALID = 0x80000000;

/** One name in a folder: its type, and where its content is. */
export interface Entry {
  name: string;
  kind: number;
  struct: number;
  data: Uint8Array;
}

export interface Metadata {
  readonly revision: number;
  readonly entries: readonly Entry[];
  /** The blocks in which the same folder goes on. */
  readonly tail: readonly [number, number] | undefined;
  /** This block's share of the move that is under way in the file system. */
  readonly moveState: Uint8Array | undefined;
}

interface Tag {
  readonly type: number;
  readonly id: number;
  readonly data: Uint8Array;
}

/** Undefined for a block without one whole commit. */
export function readMetadata(block: Uint8Array): Metadata | undefined {
  const tags = committedTags(block);
  if (tags.length === 0) return undefined;
  const entries: Entry[] = [];
  let tail: readonly [number, number] | undefined;
  let moveState: Uint8Array | undefined;
  for (const { type, id, data } of tags) {
    if (type === CREATE) entries.splice(id, 0, emptyEntry());
    else if (type === DELETE) entries.splice(id, 1);
    else if (type === HARD_TAIL) tail = pairOf(data);
    else if (type === MOVE_STATE) moveState = data;
    else if (type < 0x100) Object.assign(entryAt(entries, id), { name: textOf(data), kind: type });
    else if (type >= 0x200 && type < 0x300) {
      Object.assign(entryAt(entries, id), { struct: type, data });
    }
  }
  return { revision: viewOf(block).getUint32(0, true), entries, tail, moveState };
}

/** The tags of all commits up to the first that is not whole. */
function committedTags(block: Uint8Array): Tag[] {
  const view = viewOf(block);
  const committed: Tag[] = [];
  let pending: Tag[] = [];
  let previous = 0xffffffff;
  let sum = updateSum(0xffffffff, block.subarray(0, 4));
  let at = 4;
  while (at + 4 <= block.length) {
    const tag = (view.getUint32(at, false) ^ previous) >>> 0;
    const size = tag & 0x3ff;
    const length = size === NO_DATA ? 0 : size;
    if ((tag & INVALID) !== 0 || at + 4 + length > block.length) break;
    const type = (tag >>> 20) & 0x7ff;
    sum = updateSum(sum, block.subarray(at, at + 4));
    previous = tag;
    if ((type & CHECKSUM_MASK) === CHECKSUM) {
      if (view.getUint32(at + 4, true) !== sum >>> 0) break;
      committed.push(...pending);
      pending = [];
      sum = 0xffffffff;
      // The checksum's tag says which value the next tag's first bit has while it is unwritten.
      previous = (tag ^ ((type & 1) << 31)) >>> 0;
    } else {
      const data = block.subarray(at + 4, at + 4 + length);
      sum = updateSum(sum, data);
      pending.push({ type, id: (tag >>> 10) & 0x3ff, data });
    }
    at += 4 + length;
  }
  return committed;
}

/** CRC-32 with the polynomial 0x04c11db7, reflected, without inversion at the end. */
function updateSum(sum: number, bytes: Uint8Array): number {
  let value = sum;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      value = (value & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
  }
  return value;
}

function entryAt(entries: Entry[], id: number): Entry {
  entries[id] ??= emptyEntry();
  return entries[id];
}

function emptyEntry(): Entry {
  return { name: "", kind: 0, struct: 0, data: new Uint8Array() };
}

export function pairOf(data: Uint8Array): readonly [number, number] {
  const view = viewOf(data);
  return [view.getUint32(0, true), view.getUint32(4, true)];
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textOf(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}
