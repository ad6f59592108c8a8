import { createHash, randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deploy } from "../../../compiler/mpremote/deploy/deploy.ts";
import type { DeployFile } from "../../../compiler/mpremote/deploy/layout.ts";
import { Framer } from "../../../compiler/mpremote/transfer/frame.ts";
import { stuff } from "../../../compiler/mpremote/transfer/stuffing.ts";
import { describeOnUnix } from "../../support/micropython/onUnix.ts";
import { FlashBoard } from "./flashBoard.ts";
import { fiftyModules } from "./sourceText.ts";

const main: DeployFile = { path: "main.py", content: Buffer.from("print('here')\n") };

/** What the board has of the program that runs: SHA-256 by path. */
const listing = `
import os, hashlib
def show(folder):
    for entry in os.ilistdir(folder):
        path = folder + "/" + entry[0]
        if entry[1] == 0x4000:
            show(path)
        else:
            with open(path, "rb") as f:
                print(path[9:] + "\\t" + hashlib.sha256(f.read()).digest().hex())
show("/.tsmp/" + open("/.tsmp/active").read())`;

function digests(files: readonly DeployFile[]): string[] {
  return files
    .map(({ path, content }) => `${path}\t${createHash("sha256").update(content).digest("hex")}`)
    .sort();
}

test("neither 3 nor 4 is ever on the line", () => {
  const bytes = fc.uint8Array({ maxLength: 1000 });
  const manyReserved = fc.array(fc.constantFrom(2, 3, 4, 5, 200), { maxLength: 600 });
  const payload = fc.oneof(bytes, manyReserved);
  fc.assert(
    fc.property(payload, fc.boolean(), (content, inflates) => {
      const sent = new Framer(inflates).frame(Uint8Array.from(content));
      return !sent.includes(3) && !sent.includes(4);
    }),
  );
});

test("stuffing costs half a percent of what looks random", () => {
  const plain = randomBytes(1_000_000);
  expect(stuff(plain).length / plain.length).toBeLessThan(1.006);
});

describeOnUnix("a transfer", () => {
  test("brings every file as it is, whatever its name and content", async () => {
    const board = new FlashBoard(512);
    const files: DeployFile[] = [
      main,
      { path: "empty", content: Buffer.alloc(0) },
      { path: "300 kB.bin", content: randomBytes(300_000) },
      { path: "only threes", content: Buffer.alloc(20_000, 3) },
      { path: "only fours", content: Buffer.alloc(4_096, 4) },
      { path: "all bytes", content: Buffer.from(Array.from({ length: 4097 }, (_, n) => n % 256)) },
      { path: "Ordner mit Leerzeichen/größe \u{1f600} 'x\" $PATH.txt", content: Buffer.from("ä") },
      ...Array.from({ length: 80 }, (_, n) => ({
        path: `many/${n % 3}/${n}`,
        content: randomBytes(Math.floor(Math.random() ** 4 * 9000)),
      })),
    ];
    await board.with(async (attached) => {
      await deploy(attached, files, { entry: "main.py" });
      const { stdout } = await attached.exec(listing, { timeoutMs: 60_000 });
      expect(stdout.trimEnd().split("\n").sort()).toEqual(digests(files));
    });
    expect(board.boot()).toBe("here\n");
    board.remove();
  });

  test("costs at most 0.40 bytes per byte of text and two turnarounds per 4 KiB", async () => {
    const files = fiftyModules();
    const { sent, turnarounds } = await traffic([main, ...files]);
    expect(sent / (50 * 4096)).toBeLessThan(0.4);
    expect(turnarounds / 50).toBeLessThan(2);
  });

  test("costs at most 1.03 bytes per byte that cannot be compressed", async () => {
    const size = 100 * 1024;
    const { sent, turnarounds } = await traffic([
      main,
      { path: "noise", content: randomBytes(size) },
    ]);
    expect(sent / size).toBeLessThan(1.03);
    expect(turnarounds / (size / 4096)).toBeLessThan(2);
  });

  test("of a program that is there takes no exchange beyond attaching, and changes nothing", async () => {
    const files = [
      main,
      ...Array.from({ length: 50 }, (_, n) => ({
        path: `m${n}.py`,
        content: Buffer.from(`value = ${n}\n`.repeat(100)),
      })),
    ];
    const board = new FlashBoard(200);
    await board.with((attached) => deploy(attached, files, { entry: "main.py" }));
    await board.with(async (attached) => {
      const { sent, turnarounds } = attached.stream.traffic;
      const { changed } = await deploy(attached, files, { entry: "main.py" });
      expect(changed).toBe(false);
      expect(attached.stream.traffic).toMatchObject({ sent, turnarounds });
      expect((await attached.exec("print(flash.changes)")).stdout).toBe("0\n");
    });
    board.remove();
  });
});

/** What a first deploy of the files costs on the line, from the prompt to the end. */
async function traffic(files: readonly DeployFile[]) {
  const board = new FlashBoard(200);
  const counted = await board.with(async (attached) => {
    const before = { ...attached.stream.traffic };
    await deploy(attached, files, { entry: "main.py" });
    const { sent, turnarounds } = attached.stream.traffic;
    return { sent: sent - before.sent, turnarounds: turnarounds - before.turnarounds };
  });
  board.remove();
  return counted;
}
