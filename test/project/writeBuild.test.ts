import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type BuildOutput, writeBuild } from "../../compiler/bundle/writeBuild.ts";
import { temporaryFolder, writeFiles } from "./temporaryFolder.ts";

type Files = Readonly<Record<string, string>>;

function build(outDir: string, files: Files, more: Partial<BuildOutput> = {}) {
  return writeBuild({
    outDir,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    assets: [],
    sourceOf: (path) => join(outDir, "..", "src", path),
    ...more,
  });
}

/** The files in a folder and below, without the manifest. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile() && name !== ".tsmp-build.json")
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}

const codesOf = (report: ReturnType<typeof writeBuild>) => report.diagnostics.map((d) => d.code);

test("writes files, maps and assets", () => {
  const folder = temporaryFolder({ "www/a.bin": new Uint8Array([0, 255]) });
  const outDir = join(folder, "build");
  const report = build(
    outDir,
    {},
    {
      files: [{ path: "lib/a.py", text: "x = 1\n", map: `{"version":3,"sources":["lib/ä b.ts"]}` }],
      assets: [{ path: "www/a.bin", source: join(folder, "www/a.bin") }],
    },
  );
  expect(report.diagnostics).toEqual([]);
  expect(filesIn(outDir)).toEqual(["lib/a.py", "lib/a.py.map", "www/a.bin"]);
  expect(JSON.parse(readFileSync(join(outDir, "lib/a.py.map"), "utf8")).sources).toEqual([
    "../../src/lib/%C3%A4%20b.ts",
  ]);
  expect([...readFileSync(join(outDir, "www/a.bin"))]).toEqual([0, 255]);
});

test("removes what only the last build wrote, and the folders that it made", () => {
  const outDir = join(temporaryFolder(), "build");
  build(outDir, { "main.py": "1", "lib/deep/a.py": "2" });
  const report = build(outDir, { "main.py": "1" });
  expect(report).toMatchObject({ written: [], removed: ["lib/deep/a.py"], files: ["main.py"] });
  expect(readdirSync(outDir).sort()).toEqual([".tsmp-build.json", "main.py"]);
});

test("leaves alone what it did not write", () => {
  const outDir = join(temporaryFolder(), "build");
  build(outDir, { "main.py": "1", "lib/a.py": "2" });
  writeFiles(outDir, { "notes.txt": "mine", "lib/mine.py": "mine" });
  build(outDir, { "main.py": "1" });
  expect(filesIn(outDir)).toEqual(["lib/mine.py", "main.py", "notes.txt"]);
});

test("keeps an empty folder that was there before", () => {
  const outDir = join(temporaryFolder(), "build");
  mkdirSync(join(outDir, "lib"), { recursive: true });
  build(outDir, { "lib/a.py": "1" });
  build(outDir, { "main.py": "1" });
  expect(existsSync(join(outDir, "lib"))).toBe(true);
});

test("keeps a stale file that was changed by hand, and says so", () => {
  const outDir = join(temporaryFolder(), "build");
  build(outDir, { "main.py": "1", "old.py": "2" });
  writeFiles(outDir, { "old.py": "edited" });
  const report = build(outDir, { "main.py": "1" });
  expect(codesOf(report)).toEqual(["TSMP1016"]);
  expect(filesIn(outDir)).toEqual(["main.py", "old.py"]);
});

test("never overwrites a file of somebody else, and then writes nothing", () => {
  const outDir = join(temporaryFolder({ "build/b.py": "mine" }), "build");
  const report = build(outDir, { "a.py": "1", "b.py": "2" });
  expect(codesOf(report)).toEqual(["TSMP1015"]);
  expect(readdirSync(outDir)).toEqual(["b.py"]);
});

test("takes over a file that is there with the same content", () => {
  const outDir = join(temporaryFolder({ "build/b.py": "2" }), "build");
  expect(build(outDir, { "b.py": "2" }).diagnostics).toEqual([]);
});

test("overwrites its own file, also after an edit", () => {
  const outDir = join(temporaryFolder(), "build");
  build(outDir, { "main.py": "1" });
  writeFiles(outDir, { "main.py": "edited" });
  expect(build(outDir, { "main.py": "2" }).written).toEqual(["main.py"]);
  expect(readFileSync(join(outDir, "main.py"), "utf8")).toBe("2");
});

test("leaves unchanged files untouched", () => {
  const outDir = join(temporaryFolder(), "build");
  build(outDir, { "main.py": "1" });
  const before = statSync(join(outDir, "main.py"), { bigint: true });
  build(outDir, { "main.py": "1" });
  const after = statSync(join(outDir, "main.py"), { bigint: true });
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
});

test("leaves no temporary files", () => {
  const outDir = join(temporaryFolder(), "build");
  build(outDir, { "main.py": "1" });
  expect(readdirSync(outDir).sort()).toEqual([".tsmp-build.json", "main.py"]);
});

test("an edited manifest cannot make it delete files elsewhere", () => {
  const folder = temporaryFolder({ "precious.txt": "x" });
  const outDir = join(folder, "build");
  build(outDir, { "main.py": "1" });
  const hash = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
  writeFiles(outDir, {
    ".tsmp-build.json": JSON.stringify({ files: { "../precious.txt": hash }, folders: [".."] }),
  });
  build(outDir, { "main.py": "1" });
  expect(existsSync(join(folder, "precious.txt"))).toBe(true);
});

test.each(["", "{", "null", `{"files":[],"folders":{}}`])("a broken manifest: %s", (text) => {
  const outDir = join(temporaryFolder({ "build/.tsmp-build.json": text }), "build");
  expect(build(outDir, { "main.py": "1" }).diagnostics).toEqual([]);
});

test("a folder in the way", () => {
  const outDir = join(temporaryFolder({ "build/main.py/": "" }), "build");
  expect(codesOf(build(outDir, { "main.py": "1" }))).toEqual(["TSMP1014"]);
});

test("a file where the output folder belongs", () => {
  const outDir = join(temporaryFolder({ build: "a file" }), "build");
  const report = build(outDir, { "main.py": "1" });
  expect(codesOf(report)).toEqual(["TSMP1014"]);
  expect(readFileSync(outDir, "utf8")).toBe("a file");
});

test("an asset in the place of a module", () => {
  const folder = temporaryFolder({ "config.py": "mine" });
  const report = build(
    join(folder, "build"),
    { "config.py": "1" },
    {
      assets: [{ path: "config.py", source: join(folder, "config.py") }],
    },
  );
  expect(codesOf(report)).toEqual(["TSMP1017"]);
});
