import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mainScript } from "../cli/tsmp.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";
import { provisionMpremote } from "../support/mpremote/provision.mjs";

const run = promisify(execFile);

interface Served {
  readonly path: string;
  readonly child: ChildProcess;
  stop(): Promise<number | null>;
}

/** Starts `tsmp emulate` and resolves when it says where the board is. */
function emulate(args: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [mainScript, "emulate", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (piece) => {
    stderr += piece;
  });
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error(stderr)));
    child.stdout.setEncoding("utf8").once("data", (text: string) =>
      resolve({
        path: text.trim(),
        child,
        stop() {
          child.kill("SIGINT");
          return ended;
        },
      }),
    );
  });
}

await describeOnFirmware("the real mpremote on tsmp emulate", ({ bin }) => {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-emulate-"));
  const flash = join(folder, "flash.img");
  const waveform = join(folder, "pins.vcd");
  const args = ["--firmware", bin, "--flash", flash, "--gpio", waveform];
  let board: Served;
  let command: string;
  beforeAll(async () => {
    command = (await provisionMpremote()).command;
    board = await emulate(args);
  });
  afterAll(async () => {
    await board?.stop();
    rmSync(folder, { recursive: true });
  });

  const mpremote = async (...words: string[]): Promise<string> => {
    const { stdout } = await run(command, ["connect", board.path, ...words]);
    return stdout.replaceAll("\r\n", "\n");
  };

  test("fs cp in both directions, bit for bit", async () => {
    const bytes = randomBytes(9_001);
    const [there, back] = [join(folder, "there.bin"), join(folder, "back.bin")];
    writeFileSync(there, bytes);
    await mpremote("fs", "cp", there, ":bytes.bin");
    await mpremote("fs", "cp", ":bytes.bin", back);
    expect(readFileSync(back).equals(bytes)).toBe(true);
    const sum = createHash("sha256").update(bytes).digest("hex");
    expect(await mpremote("fs", "sha256sum", ":bytes.bin")).toContain(sum);
  });

  test("the edges of a blinking LED are in the waveform, to the microsecond", async () => {
    await mpremote(
      "exec",
      "from machine import Pin, Timer\nimport time\nled = Pin(25, Pin.OUT)\nt = Timer(period=10, hard=True, callback=lambda t: led.toggle())\ntime.sleep_ms(105)\nt.deinit()",
    );
    expect(await board.stop()).toBe(0);
    const edges = edgesOf(readFileSync(waveform, "utf8"), "GP25");
    expect(edges.length).toBeGreaterThanOrEqual(10);
    const gaps = edges.slice(-9).map((time, index, all) => time - (all[index - 1] ?? time));
    for (const gap of gaps.slice(1)) expect(Math.abs(gap - 10e6)).toBeLessThanOrEqual(10_000);
  });

  test("the flash image keeps the files for the next start, with its firmware", async () => {
    board = await emulate(["--flash", flash]);
    expect(await mpremote("fs", "ls")).toContain("9001 bytes.bin");
  });

  test("machine.bootloader() ends it, and is told", async () => {
    const ended = new Promise((resolve) => board.child.once("exit", resolve));
    let said = "";
    board.child.stderr?.on("data", (piece) => {
      said += piece;
    });
    await mpremote("exec", "--no-follow", "import machine; machine.bootloader()");
    expect(await ended).toBe(0);
    expect(said).toContain("TSMP7033");
  });
});

/** The times in nanoseconds at which a wire of a value change dump changes. */
function edgesOf(dump: string, wire: string): number[] {
  const identifier = new RegExp(`\\$var wire 1 (\\S+) ${wire} `).exec(dump)?.[1] ?? "";
  let time = 0;
  const edges: number[] = [];
  for (const line of dump.split("\n")) {
    if (line.startsWith("#")) time = Number(line.slice(1));
    else if (line.slice(1) === identifier && /^[01]/.test(line)) edges.push(time);
  }
  return edges;
}
