import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../project/temporaryFolder.ts";
import { tsmp } from "./tsmp.ts";

const twoModules = {
  "tsconfig.json": `{ "extends": "tsmp/tsconfig.base.json", "include": ["src"], "tsmp": {} }`,
  "src/main.ts": `import { greet } from "./lib/greet";\nprint(greet("world"));\n`,
  "src/lib/greet.ts": "export function greet(name: string): string { return `hello ${name}`; }\n",
};

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((n) => n.replaceAll("\\", "/"))
    .sort();
}

test("writes the modules and their maps, and says so", async () => {
  const folder = temporaryFolder(twoModules);
  const ended = await tsmp(["build"], { cwd: folder });
  expect(ended).toEqual({ code: 0, stdout: "build: 4 files, 4 written\n", stderr: "" });
  expect(filesIn(join(folder, "build"))).toEqual([
    ".tsmp-build.json",
    "lib",
    "lib/greet.py",
    "lib/greet.py.map",
    "main.py",
    "main.py.map",
  ]);
  const map = JSON.parse(readFileSync(join(folder, "build/lib/greet.py.map"), "utf8"));
  expect(map).toMatchObject({ version: 3, sources: ["../../src/lib/greet.ts"] });
});

test("is the same for the folder, the tsconfig, the entry, and from elsewhere", async () => {
  const folder = temporaryFolder(twoModules);
  for (const path of [folder, join(folder, "tsconfig.json"), join(folder, "src/main.ts")]) {
    const { code, stdout } = await tsmp(["build", path, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outDir: join(folder, "build"), entry: "main.py" });
  }
});

test("--json is one document on stdout", async () => {
  const folder = temporaryFolder(twoModules);
  const { stdout, stderr } = await tsmp(["build", "--json"], { cwd: folder });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    root: folder,
    outDir: join(folder, "build"),
    entry: "main.py",
    files: expect.arrayContaining(["main.py", "main.py.map", "lib/greet.py"]),
    written: expect.arrayContaining(["main.py"]),
    removed: [],
    diagnostics: [],
  });
});

test("--json with an error", async () => {
  const folder = temporaryFolder({ "main.ts": "const x: string = 1;\nprint(x);\n" });
  const { code, stdout, stderr } = await tsmp(["build", "--json"], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    files: [],
    diagnostics: [
      {
        code: "TS2322",
        category: "error",
        file: "main.ts",
        line: 1,
        column: 7,
        length: 1,
        helpUrl: expect.stringContaining("ts2322"),
      },
    ],
  });
});

test("an error keeps the last build as it is", async () => {
  const folder = temporaryFolder(twoModules);
  await tsmp(["build"], { cwd: folder });
  const before = filesIn(join(folder, "build"));
  writeFiles(folder, {
    "src/lib/greet.ts": "export function greet(name: string): string { return 1; }",
  });
  expect((await tsmp(["build"], { cwd: folder })).code).toBe(1);
  expect(filesIn(join(folder, "build"))).toEqual(before);
});

test("a module that is gone is gone from the build", async () => {
  const folder = temporaryFolder(twoModules);
  await tsmp(["build"], { cwd: folder });
  const alone = temporaryFolder({ "main.ts": `print("alone");\n` });
  const ended = await tsmp(["build", alone, "--out-dir", join(folder, "build")]);
  expect(ended.code).toBe(0);
  expect(filesIn(join(folder, "build"))).toEqual([".tsmp-build.json", "main.py", "main.py.map"]);
});

test("a file of somebody else in the output folder stops the build", async () => {
  const folder = temporaryFolder({ "main.ts": "print(1);", "build/main.py": "# mine" });
  const ended = await tsmp(["build"], { cwd: folder });
  expect(ended.code).toBe(1);
  expect(ended.stdout).toContain("TSMP1015");
  expect(readFileSync(join(folder, "build/main.py"), "utf8")).toBe("# mine");
});

test("Python of the user's own goes along", async () => {
  const folder = temporaryFolder({
    "tsconfig.json": `{ "include": ["src", "types"], "tsmp": { "include": ["www"] } }`,
    "src/main.ts": `import { answer } from "mylib";\nprint(answer());\n`,
    "types/mylib.d.ts": `declare module "mylib" { export function answer(): int; }`,
    "types/mylib.py": "def answer():\n    return 42\n",
    "www/index.html": "<h1>lamp</h1>",
  });
  const ended = await tsmp(["build"], { cwd: folder });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(join(folder, "build/mylib.py"))).toBe(true);
  expect(existsSync(join(folder, "build/www/index.html"))).toBe(true);
});

test("check reports the same and writes nothing", async () => {
  const folder = temporaryFolder(twoModules);
  expect(await tsmp(["check"], { cwd: folder })).toEqual({
    code: 0,
    stdout: "Nothing to report.\n",
    stderr: "",
  });
  writeFiles(folder, { "src/bad.ts": "const x: string = 1;\nprint(x);\n" });
  const ended = await tsmp(["check"], { cwd: folder });
  expect(ended.code).toBe(1);
  expect(ended.stdout).toContain("src/bad.ts:1:7 - error TS2322: ");
  expect(ended.stdout).toMatch(/\n1 error in 1 file\n$/);
  expect(existsSync(join(folder, "build"))).toBe(false);
});
