import { FirmwareError } from "./firmwareError.ts";

/**
 * What a program made with the Pico's SDK says of itself: a list of entries that a short header in its first bytes
 * points to. Formats and numbers are those of the SDK's `pico/binary_info`.
 */
const FIRST_MAGIC = 0x7188_ebf2;
const LAST_MAGIC = 0xe71a_a390;
const SECOND_STAGE_BYTES = 256;
const SEARCHED_BYTES = 256;

/** "RP", of what the SDK itself says. */
const RASPBERRY_PI = 0x5052;
const ID_AND_NUMBER = 5;
const ID_AND_STRING = 6;

const NUMBERS = new Map([[0x68f4_65de, "binaryEnd" as const]]);
const STRINGS = new Map([
  [0x0203_1c86, "name" as const],
  [0x11a9_bc3a, "version" as const],
  [0xb63c_ffbb, "board" as const],
  [0x9da2_2254, "buildDate" as const],
]);

export interface BinaryInfo {
  /** As in `MicroPython`. */
  readonly name?: string;
  /** As in `v1.26.1`. */
  readonly version?: string;
  /** The SDK's name of the board: `pico`, `pico_w`. */
  readonly board?: string;
  readonly buildDate?: string;
  /** The address after the last byte of the image. */
  readonly binaryEnd?: number;
}

/** Undefined where there is no such list. Throws `FirmwareError` where it is beyond the image's end. */
export function readBinaryInfo(image: Uint8Array, base: number): BinaryInfo | undefined {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const word = (address: number) => view.getUint32(address - base, true);
  try {
    const header = findHeader(view, base);
    if (header === undefined) return undefined;
    const info: { -readonly [K in keyof BinaryInfo]: BinaryInfo[K] } = {};
    for (let at = word(header + 4); at < word(header + 8); at += 4) {
      const entry = word(at);
      const [type, tag] = [word(entry) & 0xffff, word(entry) >>> 16];
      if (tag !== RASPBERRY_PI) continue;
      const number = type === ID_AND_NUMBER ? NUMBERS.get(word(entry + 4)) : undefined;
      if (number !== undefined) info[number] = word(entry + 8);
      const text = type === ID_AND_STRING ? STRINGS.get(word(entry + 4)) : undefined;
      if (text !== undefined) info[text] = textAt(image, word(entry + 8) - base);
    }
    return info;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new FirmwareError("cut-off", `${image.length} bytes are there, too few for its own list`);
  }
}

function findHeader(view: DataView, base: number): number | undefined {
  for (let at = SECOND_STAGE_BYTES; at < SECOND_STAGE_BYTES + SEARCHED_BYTES; at += 4) {
    if (view.getUint32(at, true) !== FIRST_MAGIC) continue;
    if (view.getUint32(at + 16, true) === LAST_MAGIC) return base + at;
  }
  return undefined;
}

function textAt(image: Uint8Array, offset: number): string {
  const end = image.indexOf(0, offset);
  if (offset < 0 || end < 0) throw new RangeError("a text outside of the image");
  return Buffer.from(image.subarray(offset, end)).toString("utf8");
}
