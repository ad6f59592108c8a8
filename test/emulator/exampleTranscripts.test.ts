import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileProject } from "../../compiler/compileProject.ts";
import { createPico } from "../../compiler/emulator/createPico.ts";
import { exampleFolders, examplesFolder } from "../examples/examples.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";

/** They need a radio, or its modules, which the firmware of a Pico without one does not have. */
const NEEDS_RADIO = ["led-strip"];

/** Arguments of an example, as `boot.py` can give them: the whole transcript would take the emulator ten seconds. */
const ARGUMENTS: Readonly<Record<string, string>> = { "echo-server": "1000" };
const TRANSCRIPTS: Readonly<Record<string, string>> = {
  "echo-server": "Received 1000 queue items.\n",
};

await describeOnFirmware("on the emulated board", ({ bin }) => {
  const names = exampleFolders().filter((name) => !NEEDS_RADIO.includes(name));

  test.each(names)("the example %s gives its transcript", (name) => {
    const { files, diagnostics } = compileProject(join(examplesFolder, name));
    expect(diagnostics).toEqual([]);
    const argument = ARGUMENTS[name];
    const pico = createPico({
      firmware: bin,
      files: {
        ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
        ...(argument && { "boot.py": `import sys\nsys.argv.extend(['main.py', '${argument}'])\n` }),
      },
    });
    // The first start is not waited for: a program begins before the computer listens.
    pico.advanceUntil(() => pico.output !== "", 3000);
    pico.type("\r\x03\x03");
    expect(pico.advanceUntil(() => pico.output.endsWith(">>> "), 5000)).toBe(true);
    pico.output = "";
    pico.type("\x04");
    const ended = /MPY: soft reboot\n(.*)MicroPython v.*>>> $/s;
    const transcript = () => ended.exec(pico.output.replaceAll("\r\n", "\n"))?.[1];
    expect(pico.advanceUntil(() => transcript() !== undefined, 20_000)).toBe(true);
    const expected =
      TRANSCRIPTS[name] ?? readFileSync(join(examplesFolder, name, "expected.txt"), "utf8");
    expect(transcript()).toBe(expected);
  });
});
