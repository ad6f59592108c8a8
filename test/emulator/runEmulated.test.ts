import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { tsmp } from "../cli/tsmp.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));

await describeOnFirmware("on an emulated Pico", ({ bin }) => {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-examples-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const emulated = (command: string, path: string, ...options: string[]) =>
    tsmp([command, "--emulate", "--firmware", bin, ...options, path], { cwd: examples });

  /** Runs an example for so many seconds of the board's time. */
  const example = async (command: string, name: string, seconds: number, ...options: string[]) => {
    const ended = await emulated(command, name, "--for", String(seconds), ...options);
    expect([name, ended.code, ended.stderr.includes("Traceback")]).toEqual([name, 0, false]);
    return ended.stdout.split("\n");
  };

  test("blink: its edges are in the waveform, as far apart as it sleeps", async () => {
    const gpio = join(folder, "blink.vcd");
    const lines = await example("run", "blink", 2, "--gpio", gpio);
    expect(lines.slice(0, 3)).toEqual(["Blink 1", "Blink 2", "Blink 3"]);
    const times = edgesOf(readFileSync(gpio, "utf8"), "GP25").slice(-10);
    expect(times).toHaveLength(10);
    const gaps = times.slice(1).map((time, index) => time - times[index]!);
    // MicroPython counts its sleep in whole milliseconds: it may be almost one short.
    for (const gap of gaps) expect(Math.abs(gap - 100e6)).toBeLessThan(1e6);
  });

  test("flash --emulate of echo-server: core 1 echoes more than 1,000 items, in order", async () => {
    const lines = await example("flash", "echo-server", 2);
    const counts = lines.filter((line) => line.startsWith("Received "));
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.slice(0, 2)).toEqual([
      "Received 1000 queue items.",
      "Received 2000 queue items.",
    ]);
  });

  // Since MicroPython 1.26 asyncio's run_forever waits for ever.
  test("flash --emulate sends what is new, the image keeps it, and promises run to their end", async () => {
    const image = join(folder, "flash.img");
    const project = temporaryFolder({
      "main.ts": `async function tell(): Promise<void> {\n  await null;\n  print("from the flash", 1 / 4);\n}\ntell();\n`,
    });
    const flash = async () => {
      const ended = await emulated("flash", project, "--flash-image", image, "--json");
      return JSON.parse(ended.stdout);
    };
    const first = await flash();
    expect(first).toMatchObject({ ok: true, stdout: "from the flash 0.25\n" });
    expect(first.deploy.sent).toContainEqual(expect.objectContaining({ path: "main.py" }));
    expect((await flash()).deploy).toMatchObject({ upToDate: true, sent: [] });
  });

  test("a program that sleeps deeply is started anew after an hour, which takes no hour", async () => {
    const gpio = join(folder, "sleep.vcd");
    const project = temporaryFolder({
      "main.ts": `import { Pin, WDT_RESET, deepsleep, reset_cause } from "machine";
import { sleep_ms } from "time";
const lamp = new Pin(15, Pin.OUT);
if (reset_cause() === WDT_RESET) {
  sleep_ms(100);
  print("woke");
} else {
  print("sleeps");
  sleep_ms(10);
  lamp.on();
  deepsleep(3_600_000);
}
`,
    });
    const began = performance.now();
    const ended = await emulated("run", project, "--gpio", gpio);
    expect([ended.code, ended.stdout]).toEqual([0, "sleeps\nwoke\n"]);
    const [, on, off] = edgesOf(readFileSync(gpio, "utf8"), "GP15");
    expect(Math.abs(off! - on! - 3_600e9)).toBeLessThan(2e6);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  test("one that does so for ever is stopped on time, and one without an end is told so", async () => {
    const loop = temporaryFolder({
      "main.ts": `import { deepsleep } from "machine";\ndeepsleep(1_000);\n`,
    });
    const ended = await emulated("run", loop, "--for", "20", "--json");
    expect(JSON.parse(ended.stdout).micros / 1e6 - 20).toBeLessThan(1);
    const endless = temporaryFolder({
      "main.ts": `import { deepsleep } from "machine";\ndeepsleep();\n`,
    });
    const told = await emulated("run", endless);
    expect([told.code, told.stderr.includes("TSMP7039")]).toEqual([0, true]);
  });

  test("a waveform that cannot be written is told before the board starts", async () => {
    const ended = await emulated("run", "blink", "--gpio", join(folder, "missing", "x.vcd"));
    expect([ended.code, ended.stdout, ended.stderr.includes("TSMP7040")]).toEqual([1, "", true]);
  });

  test("an exception is shown in TypeScript's terms, and ends with 1", async () => {
    const project = temporaryFolder({
      "main.ts": `import { fail } from "./lib";\nfunction outer(): void {\n  fail();\n}\nouter();\n`,
      "lib.ts": `export function fail(): void {\n  throw new Error("broken");\n}\n`,
    });
    const ended = await emulated("run", project);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(
      /main\.ts", line 3, in outer[\s\S]*lib\.ts", line 2, in fail\n.*broken\n$/,
    );
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
