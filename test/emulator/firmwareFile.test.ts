import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sumOf } from "../../compiler/simulate/rp2040/bootRom/start.ts";
import { FirmwareError } from "../../compiler/simulate/rp2040/firmware/firmwareError.ts";
import { readFirmware } from "../../compiler/simulate/rp2040/firmware/readFirmware.ts";
import { readUf2, writeUf2 } from "../../compiler/simulate/rp2040/firmware/uf2.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";

const FLASH_BYTES = 2 * 1024 * 1024;
const FLASH = 0x1000_0000;

function problemOf(file: Uint8Array): string {
  try {
    readFirmware(file, FLASH_BYTES);
  } catch (error) {
    if (error instanceof FirmwareError) return error.message;
    throw error;
  }
  return "none";
}

function withWord(file: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = file.slice();
  new DataView(copy.buffer).setUint32(offset, value, true);
  return copy;
}

describe("UF2", () => {
  const image = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
  const file = writeUf2(image, FLASH);

  test("blocks as the format has them", () => {
    expect(file.length).toBe(4 * 512);
    const words = new DataView(file.buffer);
    const header = (block: number) =>
      Array.from({ length: 8 }, (_, index) => words.getUint32(block * 512 + index * 4, true));
    expect(header(3)).toEqual([0x0a324655, 0x9e5d5157, 0x2000, 0x1000_0300, 256, 3, 4, 0xe48bff56]);
    expect(words.getUint32(3 * 512 + 508, true)).toBe(0x0ab16f30);
  });

  test("what was written is read", () => {
    const bytes = new Uint8Array(1024);
    for (const { address, data } of readUf2(file)) bytes.set(data, address - FLASH);
    expect(bytes.subarray(0, 1000)).toEqual(image);
    expect([...bytes.subarray(1000)]).toEqual(Array(24).fill(0));
  });

  test("comments and blocks for other chips are left out", () => {
    const comment = withWord(withWord(file, 8, 0x2001), 12, 0xdead_beef).subarray(0, 512);
    const rp2350 = withWord(file, 28, 0xe48bff57).subarray(0, 512);
    const mixed = new Uint8Array([...rp2350, ...comment, ...file]);
    expect(readUf2(mixed)).toEqual(readUf2(file));
  });

  test.each([
    ["the chip after", 0xe48bff59, "other-chip: RP2350"],
    ["another maker's", 0xada52840, "other-chip: nRF52840"],
    ["an unknown one", 0x0000_1234, "other-chip: family 0x00001234"],
  ])("for %s", (_, family, problem) => {
    expect(problemOf(withWord(file.subarray(0, 512), 28, family))).toBe(problem);
  });

  test("with a part missing", () => {
    expect(problemOf(file.subarray(0, 3 * 512))).toBe("cut-off: 3 of 4 blocks are there");
    expect(problemOf(file.subarray(0, 3 * 512 + 100))).toBe(
      "cut-off: the last block has 100 of 512 bytes",
    );
    expect(problemOf(withWord(file, 512, 0))).toBe("damaged: byte 512 begins no block");
    expect(problemOf(withWord(file, 512 + 508, 0))).toBe("damaged: byte 512 begins no block");
    expect(problemOf(withWord(file, 16, 4096))).toBe("damaged: byte 0 begins no block");
  });

  test("for an address outside of the flash", () => {
    expect(problemOf(writeUf2(image, FLASH + FLASH_BYTES - 512))).toBe(
      "too-large: 0x10200000 is outside of the flash",
    );
    expect(problemOf(writeUf2(image, 0x2000_0000))).toBe(
      "too-large: 0x20000000 is outside of the flash",
    );
  });
});

describe("what is no firmware", () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text.padEnd(512, " "), "latin1"));

  test.each<[string, Uint8Array]>([
    ["empty: the file has no bytes", new Uint8Array()],
    ["not-firmware: an ELF file", bytes("\x7fELF")],
    ["not-firmware: a ZIP archive", bytes("PK\x03\x04")],
    ["not-firmware: a gzip archive", bytes("\x1f\x8b")],
    ["not-firmware: an image for an ESP32", bytes("\xe9")],
    ["not-firmware: an .mpy file", bytes("M\x06\x00\x1f")],
    ["not-firmware: an Intel HEX file", bytes(":10000000")],
    ["not-firmware: a text", bytes("print('hello')\n")],
    ["not-firmware: an empty flash", new Uint8Array(4096).fill(0xff)],
    ["not-firmware: no second stage at its start", new Uint8Array(4096)],
    [
      `too-large: 3145728 bytes for a flash of ${FLASH_BYTES}`,
      withWord(new Uint8Array(3 << 20), 252, sumOf(new Uint8Array(252))),
    ],
    ["not-firmware: an ELF file", Buffer.concat([bytes("\x7fELF"), new Uint8Array(3 << 20)])],
  ])("%s", (problem, file) => {
    expect(problemOf(file)).toBe(problem);
  });
});

await describeOnFirmware("MicroPython's own image", ({ bin, version }) => {
  const image = new Uint8Array(readFileSync(bin));

  test("says what it is, as image and as UF2", () => {
    const firmware = readFirmware(image, FLASH_BYTES);
    expect(firmware.info).toMatchObject({
      name: "MicroPython",
      version: `v${version}`,
      board: "pico",
      binaryEnd: FLASH + image.length,
    });
    const packed = readFirmware(writeUf2(image, FLASH), FLASH_BYTES);
    expect(packed.info).toEqual(firmware.info);
    expect(Buffer.compare(packed.image.subarray(0, image.length), image)).toBe(0);
  });

  test("with its end missing", () => {
    expect(problemOf(image.subarray(0, -1))).toBe(
      `cut-off: ${image.length - 1} of ${image.length} bytes are there`,
    );
    // So short that the list which tells its length is gone too.
    expect(problemOf(image.subarray(0, 600))).toBe(
      "cut-off: 600 bytes are there, too few for its own list",
    );
    expect(problemOf(withWord(image, 260, 0x1008_0001))).toBe(
      "cut-off: its first instruction would be at byte 524288",
    );
  });

  test("with a byte of the second stage changed", () => {
    const changed = image.slice();
    changed[100] = changed[100]! ^ 1;
    expect(problemOf(changed)).toBe("not-firmware: no second stage at its start");
  });

  test("with vectors that lead nowhere", () => {
    expect(problemOf(withWord(image, 256, 0x1000_0000))).toBe("damaged: a stack at 0x10000000");
    expect(problemOf(withWord(image, 260, 0x4000_0001))).toBe(
      "damaged: a first instruction at 0x40000001",
    );
    expect(problemOf(withWord(image, 260, 0x1000_0200))).toBe(
      "damaged: a first instruction at 0x10000200",
    );
  });
});
