import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBoard } from "../../compiler/mpremote/board.ts";
import { examineBoard } from "../../compiler/mpremote/examineBoard.ts";
import { chipOfFirmware, copyFirmware } from "../../compiler/mpremote/firmware.ts";
import { VirtualBoard, type VirtualBoardOptions } from "../support/board/virtualBoard.ts";
import { tsmp } from "./tsmp.ts";

/** MicroPython's clock as it starts on a Pico. */
const setClock = "import machine\nmachine.RTC().datetime((2021, 1, 1, 4, 0, 0, 0, 0))\n";

describe("tsmp doctor", () => {
  test("says what is fine, and where a fault is", async () => {
    await using device = await VirtualBoard.start({ heap: "8m" });
    const well = await tsmp(["doctor", "--device", device.path, "--json"], { apart: true });
    expect(well.code).toBe(0);
    expect(JSON.parse(well.stdout)).toMatchObject({
      ok: true,
      checks: [expect.any(String), expect.any(String), expect.stringMatching(/are fine$/)],
      diagnostics: [],
    });
    const gone = await tsmp(["doctor", "--device", "/dev/nope"]);
    const failing = await tsmp(["ls", "--device", "/dev/nope"]);
    expect(gone).toMatchObject({ code: 3, stdout: expect.stringContaining(failing.stderr) });
  });

  test.each([
    ["a nearly full file system", { blocks: 16, files: { "/a": "x".repeat(52_000) } }, "TSMP6029"],
    ["nothing at all", { heap: "8m" }, undefined],
    ["a clock that is not set", { files: { "/boot.py": setClock } }, "TSMP6031"],
    ["little memory", { heap: "80k" }, "TSMP6032"],
    [
      "a watchdog that reset the board",
      { files: { "/boot.py": "import machine\nmachine.reset_cause = lambda: 3\n" } },
      "TSMP6033",
    ],
  ] as readonly [string, VirtualBoardOptions, string | undefined][])(
    "%s",
    async (_, options, code) => {
      await using device = await VirtualBoard.start(options);
      const board = await openBoard(device.path);
      const findings = await examineBoard(board);
      expect(findings.map((finding) => finding.code)).toEqual(code === undefined ? [] : [code]);
      await board.close();
    },
  );
});

describe("tsmp firmware", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tsmp-uf2-"));
    writeFileSync(join(folder, "INFO_UF2.TXT"), "UF2 Bootloader v3.0\nBoard-ID: RPI-RP2\n");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const rp2040 = 0xe48bff56;

  test("copies a whole .uf2 for the board's chip", async () => {
    const file = join(folder, "new.uf2");
    writeFileSync(file, uf2(rp2040, 3));
    const drive = mkdtempSync(join(folder, "drive"));
    writeFileSync(join(drive, "INFO_UF2.TXT"), readFileSync(join(folder, "INFO_UF2.TXT")));
    const ended = await tsmp(["firmware", file, "--drive", drive, "--json"]);
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: true, chip: "RP2040", drive });
    expect(readFileSync(join(drive, "new.uf2")).equals(uf2(rp2040, 3))).toBe(true);
  });

  test.each([
    ["another chip", uf2(0xada52840, 2), /for another chip/],
    ["a newer Pico", uf2(0xe48bff59, 2), /for the RP2350, the board has an RP2040/],
    ["a file cut off", uf2(rp2040, 3).subarray(0, 1024), /1 of its blocks are missing/],
    [
      "a block that is missing in the middle",
      without(uf2(rp2040, 4), 1),
      /1 of its blocks are missing/,
    ],
    [
      "a block that is there twice",
      twice(uf2(rp2040, 3), 1),
      /its block 2 says it is number 1 of 3/,
    ],
    ["half a block", uf2(rp2040, 3).subarray(0, 700), /no whole/],
    ["a text", Buffer.alloc(512, "x"), /its block 0 is not/],
    ["nothing", Buffer.alloc(0), /no whole/],
  ])("refuses %s, and writes nothing", (_, content, why) => {
    const file = join(folder, "new.uf2");
    writeFileSync(file, content);
    const drive = mkdtempSync(join(folder, "drive"));
    writeFileSync(join(drive, "INFO_UF2.TXT"), readFileSync(join(folder, "INFO_UF2.TXT")));
    const refused = expect.objectContaining({
      code: "TSMP6025",
      message: expect.stringMatching(why),
    });
    expect(() => copyFirmware(file, drive)).toThrow(refused);
    expect(readdirSync(drive)).toEqual(["INFO_UF2.TXT"]);
  });

  test("takes what files for the RP2350 begin with, a block of no whole", () => {
    const file = join(folder, "new.uf2");
    const first = uf2(0xe48bff57, 2).subarray(0, 512);
    writeFileSync(file, Buffer.concat([first, uf2(0xe48bff59, 3)]));
    expect(chipOfFirmware(file)).toBe("RP2350");
  });

  test("a folder instead of a file, and a drive that cannot be written, are named", async () => {
    const drive = mkdtempSync(join(folder, "drive"));
    writeFileSync(join(drive, "INFO_UF2.TXT"), readFileSync(join(folder, "INFO_UF2.TXT")));
    expect((await tsmp(["firmware", folder, "--drive", drive])).stderr).toContain("TSMP6034");
    const file = join(folder, "new.uf2");
    writeFileSync(file, uf2(rp2040, 1));
    mkdirSync(join(drive, "new.uf2"));
    const ended = await tsmp(["firmware", file, "--drive", drive]);
    expect([ended.code, ended.stderr.includes("TSMP6034")]).toEqual([1, true]);
  });

  test("a folder that is no boot drive", () => {
    const file = join(folder, "new.uf2");
    writeFileSync(file, uf2(rp2040, 1));
    const other = mkdtempSync(join(folder, "other"));
    expect(() => copyFirmware(file, other)).toThrow(expect.objectContaining({ code: "TSMP6026" }));
  });

  test("restarts the board as a drive", async () => {
    await using device = await VirtualBoard.start();
    const board = await openBoard(device.path);
    const restart = "import machine,time\ntime.sleep_ms(200)\nmachine.bootloader()";
    await board.repl.start(restart);
    await device.whenOff;
    expect(device.inBootloader).toBe(true);
    await board.transport.close();
  });
});

function without(file: Buffer, block: number): Buffer {
  return Buffer.concat([file.subarray(0, 512 * block), file.subarray(512 * (block + 1))]);
}

/** The block instead of the one after it. */
function twice(file: Buffer, block: number): Buffer {
  const one = file.subarray(512 * block, 512 * (block + 1));
  return Buffer.concat([
    file.subarray(0, 512 * (block + 1)),
    one,
    file.subarray(512 * (block + 2)),
  ]);
}

/** A file in the form of microsoft/uf2. */
function uf2(family: number, blocks: number): Buffer {
  return Buffer.concat(
    Array.from({ length: blocks }, (_, at) => {
      const block = Buffer.alloc(512);
      const words = [
        0x0a324655,
        0x9e5d5157,
        0x2000,
        0x10000000 + at * 256,
        256,
        at,
        blocks,
        family,
      ];
      words.forEach((word, index) => {
        block.writeUInt32LE(word >>> 0, index * 4);
      });
      block.writeUInt32LE(0x0ab16f30, 508);
      return block;
    }),
  );
}
