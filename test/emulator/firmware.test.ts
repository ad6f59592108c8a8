import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { withLock } from "../support/debian/withLock.mjs";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";

const folder = mkdtempSync(join(tmpdir(), "tsmp-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

await describeOnFirmware("firmware from Debian's sources", ({ bin, version }) => {
  const image = readFileSync(bin);

  test("is MicroPython for the Pico", () => {
    expect(version).toMatch(/^1\.2[56]\.\d+$/);
    expect(image.length).toBeGreaterThan(250_000);
    expect(image.length).toBeLessThan(640 * 1024);
    expect(image.includes(`MicroPython v${version} on`)).toBe(true);
    expect(image.includes("Raspberry Pi Pico with RP2040")).toBe(true);
  });

  test("starts with a second stage whose sum the boot ROM accepts, and a vector table", () => {
    expect(crcOfSecondStage(image.subarray(0, 252))).toBe(image.readUInt32LE(252));
    const [stack, reset] = [image.readUInt32LE(256), image.readUInt32LE(260)];
    expect(stack).toBe(0x2004_2000);
    expect(reset & 1).toBe(1);
    expect(reset).toBeGreaterThan(0x1000_0100);
    expect(reset).toBeLessThan(0x1000_0000 + image.length);
  });
});

test("a lock is held by one at a time, and that of a process that is gone is taken over", async () => {
  const path = join(folder, "lock");
  const order: string[] = [];
  const turn = (name: string) =>
    withLock(path, async () => {
      order.push(`${name} in`);
      await promisify(setTimeout)(30);
      order.push(`${name} out`);
    });
  await Promise.all([turn("a"), turn("b")]);
  expect(order.map((one) => one.slice(2))).toEqual(["in", "out", "in", "out"]);

  const dying = "require('fs').writeFileSync(process.argv[1], String(process.pid))";
  await promisify(execFile)(process.execPath, ["-e", dying, path]);
  expect(await withLock(path, async () => "taken over")).toBe("taken over");
});

/** RP2040 datasheet 2.8.1.3.1: polynomial 0x04c11db7, start at all ones, not reflected, no final inversion. */
function crcOfSecondStage(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1;
  }
  return crc >>> 0;
}
