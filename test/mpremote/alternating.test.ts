import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openBoard } from "../../compiler/mpremote/board.ts";
import { readFile, writeFile } from "../../compiler/mpremote/boardFiles.ts";
import { apart } from "../support/board/apart.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { provisionMpremote } from "../support/mpremote/provision.mjs";

const run = promisify(execFile);

test("the real mpremote and tsmp work on one board in turn", async () => {
  const { command } = await provisionMpremote();
  const folder = mkdtempSync(join(tmpdir(), "tsmp-turns-"));
  await using device = await VirtualBoard.start({
    files: { "/main.py": "import time\nwhile True: time.sleep(0.1)\n" },
  });
  const mpremote = async (...args: string[]) =>
    (await run(...apart(command, ["connect", device.path, ...args]))).stdout;
  for (let turn = 0; turn < 3; turn++) {
    const text = `turn ${turn}\n`.repeat(100);
    writeFileSync(join(folder, "theirs.txt"), text);
    await mpremote("fs", "cp", join(folder, "theirs.txt"), ":theirs.txt");
    const board = await openBoard(device.path);
    expect(`${await readFile(board, "/theirs.txt")}`).toBe(text);
    await writeFile(board, "/ours.txt", Buffer.from(`ours ${text}`));
    await board.close();
    await mpremote("fs", "cp", ":ours.txt", join(folder, "ours.txt"));
    expect(readFileSync(join(folder, "ours.txt"), "utf8")).toBe(`ours ${text}`);
    expect(await mpremote("exec", "print(6*7)")).toBe("42\r\n");
  }
  expect(device.crashes).toBe(0);
  rmSync(folder, { recursive: true });
});
