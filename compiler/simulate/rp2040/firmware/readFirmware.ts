import { sumOf } from "../bootRom/start.ts";
import { type BinaryInfo, readBinaryInfo } from "./binaryInfo.ts";
import { FirmwareError } from "./firmwareError.ts";
import { isUf2, readUf2 } from "./uf2.ts";

const FLASH_BASE = 0x1000_0000;
const SECOND_STAGE_BYTES = 256;
const VECTORS = SECOND_STAGE_BYTES;
const SRAM_START = 0x2000_0000;
const SRAM_END = 0x2004_2000;
const ERASED = 0xff;

export interface Firmware {
  /** From the first byte of the flash on. */
  readonly image: Uint8Array;
  /** What it says of itself; `board` is `pico_w` where it expects a radio. */
  readonly info: BinaryInfo;
}

/**
 * Firmware for the RP2040 from a `.uf2` or `.bin` file; which of the two is seen from its bytes. Throws
 * `FirmwareError` for a file with which no board would start.
 */
export function readFirmware(file: Uint8Array, flashBytes: number): Firmware {
  if (file.length === 0) throw new FirmwareError("empty", "the file has no bytes");
  const image = isUf2(file) ? imageOfUf2(file, flashBytes) : file.slice();
  if (!startsWithSecondStage(image)) throw new FirmwareError("not-firmware", kindOf(image));
  if (image.length > flashBytes) {
    throw new FirmwareError("too-large", `${image.length} bytes for a flash of ${flashBytes}`);
  }
  const info = readBinaryInfo(image, FLASH_BASE);
  const end = info?.binaryEnd ?? 0;
  if (end > FLASH_BASE + image.length) {
    const [there, wanted] = [image.length, end - FLASH_BASE];
    throw new FirmwareError("cut-off", `${there} of ${wanted} bytes are there`);
  }
  checkVectors(image);
  return { image, info: info ?? {} };
}

function imageOfUf2(file: Uint8Array, flashBytes: number): Uint8Array {
  const chunks = readUf2(file);
  let end = 0;
  for (const { address, data } of chunks) {
    const offset = address - FLASH_BASE;
    if (offset < 0 || offset + data.length > flashBytes) {
      throw new FirmwareError("too-large", `0x${address.toString(16)} is outside of the flash`);
    }
    end = Math.max(end, offset + data.length);
  }
  const image = new Uint8Array(end).fill(ERASED);
  for (const { address, data } of chunks) image.set(data, address - FLASH_BASE);
  return image;
}

/** The boot ROM starts nothing whose first 252 bytes have not the sum in the next four. */
function startsWithSecondStage(image: Uint8Array): boolean {
  if (image.length < SECOND_STAGE_BYTES + 8) return false;
  const sum = sumOf(image.subarray(0, SECOND_STAGE_BYTES - 4));
  return sum === wordAt(image, SECOND_STAGE_BYTES - 4);
}

/** A stack in SRAM and a first instruction within the image. */
function checkVectors(image: Uint8Array): void {
  const [stack, entry] = [wordAt(image, VECTORS), wordAt(image, VECTORS + 4)];
  const hasStack = stack > SRAM_START && stack <= SRAM_END && stack % 4 === 0;
  if (!hasStack) throw new FirmwareError("damaged", `a stack at 0x${stack.toString(16)}`);
  const offset = (entry & ~1) - FLASH_BASE;
  if (offset >= SECOND_STAGE_BYTES && offset < image.length && entry % 2 === 1) return;
  const isLaterInFlash = offset >= image.length && offset < 0x100_0000;
  throw isLaterInFlash
    ? new FirmwareError("cut-off", `its first instruction would be at byte ${offset}`)
    : new FirmwareError("damaged", `a first instruction at 0x${entry.toString(16)}`);
}

/** What people have at hand instead of firmware. */
function kindOf(image: Uint8Array): string {
  const first = image.subarray(0, 4);
  const starts = (...bytes: number[]) => bytes.every((byte, index) => first[index] === byte);
  if (starts(0x7f, 0x45, 0x4c, 0x46)) return "an ELF file";
  if (starts(0x50, 0x4b)) return "a ZIP archive";
  if (starts(0x1f, 0x8b)) return "a gzip archive";
  if (starts(0x3a, 0x30) || starts(0x3a, 0x31)) return "an Intel HEX file";
  if (starts(0xe9)) return "an image for an ESP32";
  if (starts(0x4d, 0x06)) return "an .mpy file";
  if (image.every((byte) => byte === ERASED)) return "an empty flash";
  const isText = image
    .subarray(0, 256)
    .every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13);
  return isText ? "a text" : "no second stage at its start";
}

function wordAt(image: Uint8Array, offset: number): number {
  return new DataView(image.buffer, image.byteOffset).getUint32(offset, true);
}
