import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Settings } from "../../compiler/project/settings.ts";
import { buildProject } from "../../compiler/rememberedBuild.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const before = process.env["TSMP_CACHE"];
let cache = "";

beforeEach(() => {
  cache = temporaryFolder({});
  process.env["TSMP_CACHE"] = cache;
});

afterEach(() => {
  process.env["TSMP_CACHE"] = before;
});

const files = {
  "tsconfig.json": `{
    "extends": "./base.json", "include": ["src"], "tsmp": { "include": ["www"] }
  }`,
  "base.json": `{ "compilerOptions": { "noImplicitAny": false } }`,
  "src/main.ts": `import { speed } from "./settings";
import { turn } from "./motor";
export function unused(x) { return x; }
console.log(speed, turn());`,
  "src/settings.ts": "export const speed = 3;",
  "src/motor.d.ts": "export function turn(): number;",
  "src/motor.py": "def turn():\n    return 1\n",
  "www/index.html": "<p>",
};

/** Whether a build comes from the memory of the one before, whose texts are marked. */
async function comesFromMemory(folder: string, settings: Settings = {}): Promise<boolean> {
  for (const name of readdirSync(cache)) {
    const build = JSON.parse(readFileSync(join(cache, name), "utf8"));
    for (const file of build.result.files) file.text += "# from memory\n";
    writeFileSync(join(cache, name), JSON.stringify(build));
  }
  const { files, diagnostics } = await buildProject(folder, settings);
  expect(diagnostics.filter(({ category }) => category === "error")).toEqual([]);
  return files[0]!.text.endsWith("# from memory\n");
}

async function built(more: Record<string, string> = {}): Promise<string> {
  const folder = temporaryFolder({ ...files, ...more });
  await buildProject(folder, {});
  return folder;
}

test("nothing has changed", async () => {
  const folder = await built();
  expect(await comesFromMemory(folder)).toBe(true);
  // What a build makes, and a new date of an old text, change nothing.
  mkdirSync(join(folder, "build"));
  utimesSync(join(folder, "src/main.ts"), 1, 1);
  expect(await comesFromMemory(folder)).toBe(true);
});

test("what is remembered is all that there was", async () => {
  const folder = temporaryFolder(files);
  const { sourceOf, ...first } = await buildProject(folder, {});
  expect(first.diagnostics.map(({ code, file }) => [code, file])).toEqual([
    ["TS7006", "src/main.ts"],
  ]);
  const { sourceOf: again, ...second } = await buildProject(folder, {});
  expect(second).toEqual(first);
  for (const path of ["main.ts", "motor.d.ts"]) expect(again(path)).toBe(sourceOf(path));
});

const changes: Record<string, (folder: string) => void> = {
  "the text of a module": (folder) =>
    writeFileSync(join(folder, "src/settings.ts"), "export const speed = 4;"),
  "the Python beside a declaration": (folder) =>
    writeFileSync(join(folder, "src/motor.py"), "def turn():\n    return 2\n"),
  "a file that the tsconfig extends": (folder) =>
    writeFileSync(join(folder, "base.json"), `{ "compilerOptions": { "strict": false } }`),
  "a module that an import finds first": (folder) => {
    mkdirSync(join(folder, "src/settings"));
    writeFileSync(join(folder, "src/settings.ts.tmp"), "");
    writeFileSync(join(folder, "src/motor.ts"), "export function turn() { return 5; }");
  },
  "a new file that the tsconfig includes": (folder) =>
    writeFileSync(join(folder, "src/other.ts"), "console.log(1);"),
  "a new file that goes along": (folder) => writeFileSync(join(folder, "www/style.css"), ""),
  "a file that went along is gone": (folder) => {
    writeFileSync(join(folder, "www/other.html"), "");
    rmSync(join(folder, "www/index.html"));
  },
  "a tsmp that is installed for the project": (folder) => {
    mkdirSync(join(folder, "node_modules/tsmp"), { recursive: true });
    writeFileSync(join(folder, "node_modules/tsmp/package.json"), "{}");
  },
};

test.each(Object.entries(changes))("%s", async (_, change) => {
  const folder = await built();
  change(folder);
  expect(await comesFromMemory(folder)).toBe(false);
  expect(await comesFromMemory(folder)).toBe(true);
});

test("a text that has changed within a tick of the clock, and kept its length and date", async () => {
  const folder = await built();
  const path = join(folder, "src/settings.ts");
  utimesSync(path, 5, 5);
  await buildProject(folder, {});
  writeFileSync(path, "export const speed = 7;");
  utimesSync(path, 5, 5);
  expect(await comesFromMemory(folder)).toBe(false);
});

test("a tsconfig of its own, in the folder of an entry file", async () => {
  const folder = temporaryFolder({ "main.ts": "console.log(1);" });
  await buildProject(join(folder, "main.ts"), {});
  writeFileSync(join(folder, "tsconfig.json"), "{}");
  expect(await comesFromMemory(join(folder, "main.ts"))).toBe(false);
});

test("other settings are other builds", async () => {
  const folder = await built();
  expect(await comesFromMemory(folder, { optimize: false })).toBe(false);
  expect(await comesFromMemory(folder, { board: "pico" })).toBe(false);
  expect(await comesFromMemory(folder, { micropython: "1.22" })).toBe(false);
});

test("errors, and a memory that is no use, are worked out again", async () => {
  const folder = temporaryFolder({ "main.ts": "console.log(x);" });
  expect((await buildProject(folder, {})).diagnostics).toHaveLength(1);
  expect(readdirSync(cache)).toEqual([]);
  writeFileSync(join(folder, "main.ts"), "console.log(1);");
  await buildProject(folder, {});
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), '{"result":');
  expect((await buildProject(folder, {})).files[0]!.text).toBe("print(1)\n");
  process.env["TSMP_CACHE"] = join(folder, "main.ts", "no folder");
  expect((await buildProject(folder, {})).files[0]!.text).toBe("print(1)\n");
});
