import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectTemplate } from "../../compiler/cli/init/projectTemplate.ts";
import { stubs } from "./support/stubProgram.ts";
import { TsServer } from "./support/tsserver.ts";

/** The folder that `tsmp init` makes, with the package installed, in a real TypeScript server. */
describe("what tsmp init writes, in an editor", () => {
  let folder: string;
  let server: TsServer;
  const place = (text: string, mark: string) => {
    const lines = text.slice(0, text.indexOf(mark) + mark.length).split("\n");
    return { line: lines.length, offset: lines.at(-1)!.length + 1 };
  };

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "tsmp-editor-")));
    const files = Object.entries(projectTemplate("lamp", "0.1.0"));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const installed = join(folder, "node_modules", "tsmp");
    mkdirSync(installed, { recursive: true });
    const manifest = fileURLToPath(new URL("../../package.json", import.meta.url));
    cpSync(manifest, join(installed, "package.json"));
    cpSync(stubs, join(installed, "stdlib-types"), { recursive: true });
    server = new TsServer(folder);
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function inEditor(text: string): Promise<string> {
    const file = join(folder, "src", "main.ts");
    server.open(file, text);
    return file;
  }

  test("has no error", async () => {
    const text = projectTemplate("lamp", "0.1.0")["src/main.ts"]!;
    expect(await server.diagnostics(await inEditor(text))).toEqual([]);
  });

  test("completes `machine.`", async () => {
    const text = `import * as machine from "machine";\nmachine.\n`;
    const file = await inEditor(text);
    const completions = await server.ask<{ entries: { name: string }[] }>("completionInfo", {
      file,
      ...place(text, "machine."),
      ...place(text, "\nmachine."),
    });
    const names = completions.entries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Pin", "Timer", "reset", "time_pulse_us"]));
    expect(names).not.toContain("SDCard");
  });

  test("offers the modules in an import", async () => {
    const text = `import {} from "ma";\n`;
    const file = await inEditor(text);
    const completions = await server.ask<{ entries: { name: string }[] }>("completionInfo", {
      file,
      ...place(text, `"ma`),
    });
    const names = completions.entries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["machine", "asyncio", "network"]));
  });

  test("imports a class by itself", async () => {
    const text = "const led = new Pin\n";
    const file = await inEditor(text);
    const completions = await server.ask<{ entries: { name: string; source?: string }[] }>(
      "completionInfo",
      { file, ...place(text, "Pin"), includeExternalModuleExports: true },
    );
    const pins = completions.entries.filter(({ name }) => name === "Pin");
    expect(pins.map(({ source }) => source)).toContain("machine");
  });

  test("hovers with text", async () => {
    const text = `import { deepsleep } from "machine";\ndeepsleep();\n`;
    const file = await inEditor(text);
    const info = await server.ask<{ documentation: unknown }>("quickinfo", {
      file,
      ...place(text, "\ndeep"),
    });
    expect(JSON.stringify(info.documentation)).toContain("Sleeps");
  });

  test("shows a wrong pin as an error while typing", async () => {
    const file = await inEditor(`import { Pin } from "machine";\nnew Pin(23);\n`);
    const errors = await server.diagnostics(file);
    expect(errors.join()).toContain("GPIO 23 is not free on this board: it powers the radio");
  });

  test("knows nothing of browsers and Node", async () => {
    const file = await inEditor("document; process;\n");
    expect(await server.diagnostics(file)).toHaveLength(2);
  });
});
