import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWith } from "../support/debian/describeWith.ts";
import { provisionFirmware } from "../support/firmware/provision.mjs";
import { provisionMpremote } from "../support/mpremote/provision.mjs";

const cli = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

const provision = async () => ({
  firmware: await provisionFirmware(),
  mpremote: await provisionMpremote(),
});

await describeWith("the real mpremote on the emulated board", provision, (provided) => {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-mpremote-"));
  const flash = join(folder, "flash.bin");
  let board: ChildProcess;
  let port: string;

  async function startBoard(): Promise<void> {
    const args = ["emulate", "--json", "--firmware", provided.firmware.bin, "--flash", flash];
    board = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    let document = "";
    for await (const piece of board.stdout!.iterator({ destroyOnReturn: false })) {
      document += piece;
      if (!document.endsWith("}\n")) continue;
      ({ path: port } = JSON.parse(document) as { path: string });
      board.stdout!.resume();
      return;
    }
    throw new Error("tsmp emulate printed no path");
  }

  async function stopBoard(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => board.once("exit", resolve));
    board.kill("SIGINT");
    return ended;
  }

  beforeAll(startBoard);
  afterAll(async () => {
    await stopBoard();
    rmSync(folder, { recursive: true });
  });

  /** Exit code and output. */
  function mpremote(...args: string[]): Promise<{ code: number; text: string }> {
    return new Promise((resolve) => {
      const all = ["connect", port, ...args];
      execFile(provided.mpremote.command, all, { cwd: folder }, (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code ?? -1);
        resolve({ code, text: (stdout + stderr).replaceAll("\r\n", "\n") });
      });
    });
  }

  test("exec and eval", async () => {
    expect(await mpremote("exec", "print(6 * 7)")).toEqual({ code: 0, text: "42\n" });
    expect(await mpremote("eval", "1 / 3")).toMatchObject({ code: 0 });
  });

  test("run, and its exit code when the program fails", async () => {
    writeFileSync(join(folder, "good.py"), "import sys\nprint(sys.platform)\n");
    writeFileSync(join(folder, "bad.py"), "x = 1\nraise ValueError('on purpose')\n");
    expect(await mpremote("run", "good.py")).toEqual({ code: 0, text: "rp2\n" });
    const bad = await mpremote("run", "bad.py");
    expect(bad.code).toBe(1);
    expect(bad.text).toContain("line 2, in <module>\nValueError: on purpose");
  });

  test("files both ways, byte for byte", async () => {
    const content = createHash("sha512").update("seed").digest();
    const bytes = Buffer.concat(
      Array.from({ length: 100 }, (_, at) => Buffer.from([at, ...content])),
    );
    const hash = createHash("sha256").update(bytes).digest("hex");
    writeFileSync(join(folder, "up.bin"), bytes);
    expect((await mpremote("fs", "cp", "up.bin", ":up.bin")).code).toBe(0);
    expect((await mpremote("fs", "sha256sum", ":up.bin")).text).toContain(hash);
    expect((await mpremote("fs", "cp", ":up.bin", "down.bin")).code).toBe(0);
    expect(
      createHash("sha256")
        .update(readFileSync(join(folder, "down.bin")))
        .digest("hex"),
    ).toBe(hash);
    expect((await mpremote("fs", "ls")).text).toContain(`${bytes.length} up.bin`);
  });

  test("a mounted folder", async () => {
    mkdirSync(join(folder, "local"));
    writeFileSync(join(folder, "local", "near.py"), "where = 'on the computer'\n");
    const { code, text } = await mpremote(
      "mount",
      "local",
      "exec",
      "import near; print(near.where)",
    );
    expect(code).toBe(0);
    expect(text).toContain("on the computer\n");
  });

  test("a reset, after which the files are there", async () => {
    expect((await mpremote("reset")).code).toBe(0);
    const { text } = await mpremote(
      "exec",
      "import os, machine; print(os.listdir(), machine.reset_cause())",
    );
    expect(text).toBe("['up.bin'] 3\n");
  });

  test("the flash outlives the emulator", async () => {
    expect(await stopBoard()).toBe(0);
    await startBoard();
    expect((await mpremote("exec", "import os; print(os.listdir())")).text).toBe("['up.bin']\n");
  });
});
