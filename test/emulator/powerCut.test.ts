import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { deployAndRun } from "../../compiler/emulator/deployAndRun.ts";
import { picoTransport } from "../../compiler/emulator/picoTransport.ts";
import { bootPico } from "../../compiler/emulator/startPico.ts";
import { boardOn } from "../../compiler/mpremote/board.ts";
import { deploy } from "../../compiler/mpremote/deploy/deploy.ts";
import type { DeployFile } from "../../compiler/mpremote/deploy/layout.ts";
import { readFirmware } from "../../compiler/simulate/rp2040/firmware/readFirmware.ts";
import { FLASH_SIZE } from "../../compiler/simulate/rp2040/flashDevice.ts";
import { Pico } from "../../compiler/simulate/rp2040/pico.ts";
import { PicoRunner } from "../../compiler/simulate/rp2040/picoRunner.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";

/** Instants at which the power goes; a campaign takes more. */
const CUTS = Number(process.env["TSMP_POWER_CUTS"] ?? 6);

/** Two modules that must be of one version, and enough else to fill some blocks. */
function program(version: string): DeployFile[] {
  const file = (path: string, text: string) => ({ path, content: Buffer.from(text) });
  return [
    file("main.py", `import part\nprint("main ${version}", "part", part.version, part.length)\n`),
    file("part.py", `import data\nversion = "${version}"\nlength = len(data.text)\n`),
    file("data.py", `text = """${`${version} and so on, `.repeat(700)}"""\n`),
  ];
}

/** What a program that is whole says. */
const said = (version: string) =>
  `main ${version} part ${version} ${`${version} and so on, `.length * 700}\n`;

await describeOnFirmware("a deploy whose power is cut", ({ bin }) => {
  const firmware = readFirmware(readFileSync(bin), FLASH_SIZE);

  /** Deploys until the power goes at the given flash operation; gives how many there were. */
  async function deployTo(flash: Uint8Array, version: string, cutAt: number): Promise<number> {
    const pico = new Pico({ firmware, flash });
    let operations = 0;
    bootPico(pico);
    pico.onFlashOperation = () => {
      operations += 1;
      if (operations === cutAt) throw new Error("power cut");
    };
    const runner = new PicoRunner(pico, () => pico.powerOff());
    runner.start();
    try {
      const board = await boardOn(picoTransport(pico, runner));
      await deploy(board, program(version), { entry: "main.py" });
    } catch (error) {
      if (operations < cutAt) throw error;
    } finally {
      runner.stop();
      pico.powerOff();
    }
    return operations;
  }

  /** What the board prints when it is switched on. */
  function boot(flash: Uint8Array): string {
    const pico = new Pico({ firmware, flash: flash.slice() });
    let output = "";
    pico.serial.onData = (data) => {
      output += Buffer.from(data).toString();
    };
    pico.serial.open();
    bootPico(pico);
    pico.advanceUntil(() => output.includes(">>> "), 2_000);
    return output.slice(0, output.indexOf("MicroPython v")).replaceAll("\r\n", "\n");
  }

  test("leaves the old program or the new one, and the next deploy completes it", async () => {
    const before = new Uint8Array(FLASH_SIZE).fill(0xff);
    await deployTo(before, "1", Number.POSITIVE_INFINITY);
    expect(boot(before)).toBe(said("1"));
    const operations = await deployTo(before.slice(), "2", Number.POSITIVE_INFINITY);
    expect(operations).toBeGreaterThan(10);
    const seen = new Set<string>();
    for (let cut = 0; cut < CUTS; cut++) {
      const flash = before.slice();
      // Spread over the whole deploy, its first and its last operation among them.
      const cutAt = 1 + Math.round((cut * (operations - 1)) / Math.max(1, CUTS - 1));
      await deployTo(flash, "2", cutAt);
      const output = boot(flash);
      expect([cutAt, [said("1"), said("2")].includes(output), output]).toEqual([
        cutAt,
        true,
        output,
      ]);
      seen.add(output);
      if (cut === CUTS >> 1) {
        await deployTo(flash, "2", Number.POSITIVE_INFINITY);
        expect(boot(flash)).toBe(said("2"));
      }
    }
    expect(seen.has(said("1"))).toBe(true);
  }, 600_000);

  test("a program that is run after its deploy is told from the prompt", async () => {
    const pico = new Pico({ firmware });
    let output = "";
    const end = await deployAndRun(pico, {
      files: [{ path: "main.py", content: Buffer.from("print('MicroPython v', 1)\n1/0\n") }],
      entry: "main.py",
      onOutput: (text) => {
        output += text;
      },
      onDeployed: () => {},
      signal: new AbortController().signal,
    });
    expect(end).toBe("raised");
    expect(output).toMatch(/^MicroPython v 1\nTraceback [\s\S]*\nZeroDivisionError: .*\n$/);
  });
});
