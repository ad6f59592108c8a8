import { FirmwareError } from "./firmwareError.ts";

/**
 * UF2: blocks of 512 bytes, each with up to 476 bytes for an address, and the family of chips it is for.
 * https://github.com/microsoft/uf2
 */
const BLOCK_BYTES = 512;
const FIRST_MAGIC = 0x0a32_4655;
const SECOND_MAGIC = 0x9e5d_5157;
const LAST_MAGIC = 0x0ab1_6f30;
const MAXIMUM_PAYLOAD = 476;
/** What the RP2040's boot loader takes: whole pages of its flash. */
const PAGE_BYTES = 256;

const NOT_FOR_FLASH = 0x0000_0001;
const HAS_FAMILY = 0x0000_2000;

export const RP2040_FAMILY = 0xe48b_ff56;
/** Of the registry of families, those that MicroPython is published for. */
const FAMILIES = new Map([
  [RP2040_FAMILY, "RP2040"],
  [0xe48b_ff57, "RP2350"],
  [0xe48b_ff59, "RP2350"],
  [0xe48b_ff5a, "RP2350 (RISC-V)"],
  [0xe48b_ff5b, "RP2350"],
  [0xada5_2840, "nRF52840"],
  [0x55114460, "SAMD51"],
  [0x68ed_2b88, "SAMD21"],
  [0xc47e_5767, "ESP32-S3"],
  [0xbfdd_4eee, "ESP32-S2"],
  [0x5775_5a57, "STM32F4"],
]);

export interface Chunk {
  readonly address: number;
  readonly data: Uint8Array;
}

export function isUf2(file: Uint8Array): boolean {
  return file.length >= 8 && viewOf(file).getUint32(0, true) === FIRST_MAGIC;
}

/** What a UF2 file has for the RP2040's flash, in the order of the file. Throws `FirmwareError`. */
export function readUf2(file: Uint8Array): Chunk[] {
  const blocks = readBlocks(file);
  const others = blocks.filter(({ family }) => family !== undefined && family !== RP2040_FAMILY);
  const own = blocks.filter(({ family }) => family === undefined || family === RP2040_FAMILY);
  if (own.length === 0) throw new FirmwareError("other-chip", familyName(others[0]?.family ?? 0));
  const expected = own[0]?.count ?? 0;
  const present = new Set(own.map(({ index }) => index));
  if (present.size < expected) {
    throw new FirmwareError("cut-off", `${present.size} of ${expected} blocks are there`);
  }
  return own.map(({ address, data }) => ({ address, data }));
}

/** The file that the RP2040's boot loader takes: `image` from `address` on, in pages. */
export function writeUf2(image: Uint8Array, address: number): Uint8Array {
  const count = Math.ceil(image.length / PAGE_BYTES);
  const file = new Uint8Array(count * BLOCK_BYTES);
  const view = viewOf(file);
  for (let index = 0; index < count; index++) {
    const start = index * BLOCK_BYTES;
    const fields = [
      FIRST_MAGIC,
      SECOND_MAGIC,
      HAS_FAMILY,
      address + index * PAGE_BYTES,
      PAGE_BYTES,
      index,
      count,
      RP2040_FAMILY,
    ];
    fields.forEach((field, position) => {
      view.setUint32(start + position * 4, field, true);
    });
    file.set(image.subarray(index * PAGE_BYTES, (index + 1) * PAGE_BYTES), start + 32);
    view.setUint32(start + BLOCK_BYTES - 4, LAST_MAGIC, true);
  }
  return file;
}

interface Block extends Chunk {
  readonly family: number | undefined;
  readonly index: number;
  readonly count: number;
}

/** Blocks that are for no flash, such as comments, are left out. */
function readBlocks(file: Uint8Array): Block[] {
  const rest = file.length % BLOCK_BYTES;
  const blocks: Block[] = [];
  for (let start = 0; start + BLOCK_BYTES <= file.length; start += BLOCK_BYTES) {
    const bytes = file.subarray(start, start + BLOCK_BYTES);
    const view = viewOf(bytes);
    const word = (index: number) => view.getUint32(index * 4, true);
    const isBlock =
      word(0) === FIRST_MAGIC &&
      word(1) === SECOND_MAGIC &&
      view.getUint32(BLOCK_BYTES - 4, true) === LAST_MAGIC &&
      word(4) <= MAXIMUM_PAYLOAD;
    if (!isBlock) throw new FirmwareError("damaged", `byte ${start} begins no block`);
    if ((word(2) & NOT_FOR_FLASH) !== 0) continue;
    const family = (word(2) & HAS_FAMILY) === 0 ? undefined : word(7);
    const data = bytes.subarray(32, 32 + word(4));
    blocks.push({ address: word(3), data, index: word(5), count: word(6), family });
  }
  if (rest !== 0) {
    throw new FirmwareError("cut-off", `the last block has ${rest} of ${BLOCK_BYTES} bytes`);
  }
  return blocks;
}

function familyName(family: number): string {
  return FAMILIES.get(family) ?? `family 0x${family.toString(16).padStart(8, "0")}`;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
