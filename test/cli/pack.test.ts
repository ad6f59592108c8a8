import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { writeFiles } from "../project/temporaryFolder.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";
import { describeOnUnix } from "../support/micropython/onUnix.ts";

const execute = promisify(execFile);

/** Runs npm or a program of the installed package, as a person would in a shell. */
async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  const { NODE_OPTIONS, FORCE_COLOR, ...env } = process.env;
  const shell = process.platform === "win32";
  return (await execute(command, args, { cwd, env, shell })).stdout;
}

/** The tarball as `npm publish` would send it; `dist` is there already (test/support/buildDist.ts). */
async function pack(folder: string): Promise<{ path: string; files: string[] }> {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [packed] = JSON.parse(await run(packageFolder, "npm", ...args));
  const files: { path: string }[] = packed.files;
  return { path: join(folder, packed.filename), files: files.map(({ path }) => path) };
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), "tsmp-pack-")));
const tsmp = join(folder, "node_modules/.bin/tsmp");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const tarball = await pack(folder);
  expect(tarball.files).toContain("dist/cli/main.js");
  expect(tarball.files).toContain("docs/diagnostics/TSMP1001.md");
  expect(tarball.files.filter((path) => /^(test|compiler|examples|\.)/.test(path))).toEqual([]);

  writeFiles(folder, { "package.json": "{}" });
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
  await run(folder, "npm", "install", ...quiet, tarball.path);
}, 180_000);

test("the tarball works when installed into an empty folder", async () => {
  await run(folder, tsmp, "init", "lamp");
  expect(await run(join(folder, "lamp"), tsmp, "build")).toBe("build: 2 files, 2 written\n");
  expect(readFileSync(join(folder, "lamp/build/main.py"), "utf8")).toContain("from machine import");
  expect(await run(folder, tsmp, "explain", "TSMP1001")).toMatch(/^TSMP1001: /);

  // What the editor sees: the base configuration and the types come from node_modules.
  const tsc = join(packageFolder, "node_modules/typescript/bin/tsc");
  await run(folder, process.execPath, tsc, "-p", join(folder, "lamp"));

  writeFiles(folder, {
    "hello/main.ts": `print("hello");\n`,
    "api.mjs": `import { compile, compileProject } from "tsmp";
      const { files, entry } = compile({ files: { "main.ts": "export const x = 1;" } });
      console.log(entry, files[0].text.trim(), compileProject("hello").diagnostics.length);`,
    "api.mts": `import { compile, type Diagnostic } from "tsmp";
      const diagnostics: readonly Diagnostic[] = compile({ files: { "main.ts": "" } }).diagnostics;
      export default diagnostics;`,
  });
  expect(await run(folder, tsmp, "run", "hello", "--host", "embedded")).toBe("hello\n");
  expect(await run(folder, process.execPath, "api.mjs")).toBe("main.py x = 1 0\n");
  const options = ["--strict", "--noEmit", "--module", "nodenext"];
  await run(folder, process.execPath, tsc, ...options, "api.mts");
}, 180_000);

describeOnUnix("with a board", () => {
  test("the tarball flashes a project, and its tsmp/mpremote reads what is there", async () => {
    await using board = await VirtualBoard.start();
    writeFiles(folder, {
      "flashed/main.ts": `print("flashed");\n`,
      "link.mjs": `import { openBoard, listFolder, readFile, writeFile } from "tsmp/mpremote";
        const board = await openBoard(process.argv[2]);
        await writeFile(board, "/note.txt", Buffer.from("a note"));
        const note = (await readFile(board, "/note.txt")).toString();
        const entries = await listFolder(board, "/.tsmp/a");
        await board.close({ restart: "never" });
        console.log(note, entries.map(({ path }) => path));`,
      "link.mts": `import { type Board, BoardError, deploy, openBoard } from "tsmp/mpremote";
        export async function first(path: string): Promise<string | undefined> {
          try {
            const board: Board = await openBoard(path);
            await deploy(board, [{ path: "main.py", content: Buffer.from("") }], { entry: "main.py" });
            return board.info.version;
          } catch (error) {
            if (error instanceof BoardError) return error.problem.hint;
            throw error;
          }
        }`,
    });
    await run(folder, tsmp, "flash", "flashed", "-d", board.path);
    expect(await run(folder, process.execPath, "link.mjs", board.path)).toContain(
      "a note [ '/.tsmp/a/main.py' ]",
    );
    const tsc = join(packageFolder, "node_modules/typescript/bin/tsc");
    const types = ["--types", "node", "--typeRoots", join(packageFolder, "node_modules/@types")];
    const options = ["--strict", "--noEmit", "--module", "nodenext", ...types];
    await run(folder, process.execPath, tsc, ...options, "link.mts");
  }, 120_000);
});

await describeOnFirmware("with firmware", ({ bin: firmware }) => {
  test("the tarball runs a program on an emulated Pico, by command and by tsmp/emulator", async () => {
    writeFiles(folder, {
      "emulated/main.ts": `import { Pin } from "machine";\nnew Pin(15, Pin.OUT).on();\nprint("emulated");\n`,
      "pico.mjs": `import { createPico } from "tsmp/emulator";
        import { compileProject } from "tsmp";
        const pico = createPico({ firmware: process.argv[2], program: compileProject("emulated") });
        pico.advance(500);
        console.log(pico.pin(15).level, pico.output.split("\\r\\n")[0]);`,
    });
    const emulate = ["run", "emulated", "--emulate", "--firmware", firmware];
    expect(await run(folder, tsmp, ...emulate)).toContain("emulated\n");
    expect(await run(folder, process.execPath, "pico.mjs", firmware)).toBe("1 emulated\n");
  }, 120_000);
});
