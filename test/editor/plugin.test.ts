import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectTemplate } from "../../compiler/cli/init/projectTemplate.ts";
import { TsServer } from "../types/support/tsserver.ts";

interface Edit {
  readonly fileName: string;
  readonly textChanges: readonly { readonly newText: string; readonly start: object }[];
}

/**
 * A project of `tsmp init` with the package installed, in a real TypeScript server that is started
 * as VS Code starts the one that it brings along.
 */
describe("the plugin in an editor", () => {
  let folder: string;
  let main: string;
  let server: TsServer;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "tsmp-plugin-")));
    main = join(folder, "src", "main.ts");
    for (const [path, text] of Object.entries(projectTemplate("lamp", "0.1.0"))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    mkdirSync(join(folder, "node_modules"));
    const root = fileURLToPath(new URL("../..", import.meta.url));
    symlinkSync(root, join(folder, "node_modules", "tsmp"), "junction");
    const settings = JSON.parse(readFileSync(join(folder, ".vscode/settings.json"), "utf8"));
    const [place] = settings["typescript.tsserver.pluginPaths"];
    server = new TsServer(folder, ["--pluginProbeLocations", join(folder, place)]);
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the editor shows of a text that is not saved, once the plugin has looked at it. */
  async function shown(text: string): Promise<string[]> {
    server.open(main, text);
    const refreshed = server.refreshed();
    await server.diagnostics(main);
    await refreshed;
    return server.diagnostics(main);
  }

  test("shows what the compiler refuses, at its place", async () => {
    const text = `function f(a: string | (() => string)) {\nprint(a == "x"); }\n`;
    await shown(text);
    const found = await server.ask<object[]>("semanticDiagnosticsSync", { file: main });
    expect(found).toEqual([
      expect.objectContaining({
        source: "tsmp",
        code: 2008,
        category: "error",
        start: { line: 2, offset: 9 },
        end: { line: 2, offset: 11 },
        text: expect.stringContaining("==="),
      }),
    ]);
  });

  test("offers to mend it", async () => {
    await shown(`function g(b: string | (() => string)) {\nprint(b == "x"); }\n`);
    const supported = await server.ask<string[]>("getSupportedCodeFixes", { file: main });
    expect(supported).toContain("2008");
    const fixes = await server.ask<{ description: string; changes: Edit[] }[]>("getCodeFixes", {
      file: main,
      startLine: 2,
      startOffset: 9,
      endLine: 2,
      endOffset: 11,
      errorCodes: [2008],
    });
    expect(fixes.map(({ description }) => description)).toEqual(["Compare with ==="]);
    expect(fixes[0]!.changes[0]!.textChanges[0]).toMatchObject({ newText: "===" });
  });

  test("shows hazards, and nothing once they are gone", async () => {
    const bad = `
      import { sleep } from "time";
      import { create_task, sleep_ms } from "asyncio";
      async function blink(): Promise<void> { while (true) { sleep(1); await sleep_ms(1); } }
      create_task(blink());
    `;
    expect((await shown(bad)).join("\n")).toMatch(/TS50\d\d/);
    expect(await shown(bad.replace("sleep(1);", ""))).toEqual([]);
  });

  test("leaves errors of types to TypeScript, once", async () => {
    const found = await shown(`import { Pin } from "machine";\nnew Pin(23);\n`);
    expect(found).toHaveLength(1);
  });
});
