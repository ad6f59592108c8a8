import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { inOrder } from "../../compiler/diagnostics/renderDiagnostics.ts";
import { type LoadedProject, loadProject } from "../../compiler/project/loadProject.ts";
import { sourceAt } from "../../compiler/project/sourcePlaces.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const paths = (project: LoadedProject) => Object.keys(project.files).sort();
const codes = (project: LoadedProject) => project.diagnostics.map(({ code }) => code);

/** `CODE file:line:column+length` */
const places = (project: LoadedProject) => inOrder(project.diagnostics).map(placeOf);
function placeOf({ code, file, line, column, length }: Diagnostic): string {
  return `${code} ${file}:${line}:${column}+${length}`;
}

const settings = (tsmp: unknown, rest: object = {}) => JSON.stringify({ ...rest, tsmp });

describe("what belongs to a program", () => {
  test("a folder without a tsconfig: the entry and what it imports", () => {
    const folder = temporaryFolder({
      "main.ts": `import { a } from "./a"; import data from "./data.json"; print(a, data);`,
      "a.ts": `export * from "./lib/index.js"; export const a = 1;`,
      "lib/index.ts": `export const b = 2;`,
      "data.json": "{}",
      "other.ts": "",
    });
    const project = loadProject(folder);
    expect(project.diagnostics).toEqual([]);
    expect(paths(project)).toEqual(["a.ts", "data.json", "lib/index.ts", "main.ts"]);
    expect(project.entry).toBe("main.ts");
    expect(project.outDir).toBe(join(folder, "build"));
  });

  test("a tsconfig adds what it includes", () => {
    const folder = temporaryFolder({
      "tsconfig.json": settings({}, { include: ["src"] }),
      "src/main.ts": "",
      "src/boot.ts": "",
      "scripts/tool.ts": "",
    });
    expect(paths(loadProject(folder))).toEqual(["boot.ts", "main.ts"]);
    expect(paths(loadProject(join(folder, "tsconfig.json")))).toEqual(["boot.ts", "main.ts"]);
  });

  test("of a named entry only what it reaches, and all declarations", () => {
    const folder = temporaryFolder({
      "tsconfig.json": settings({}),
      "src/main.ts": "",
      "src/blink.ts": `import "./led";`,
      "src/led.ts": "",
      "src/native.d.ts": `declare module "native" { export const x: number; }`,
    });
    const project = loadProject(join(folder, "src/blink.ts"));
    expect(paths(project)).toEqual(["blink.ts", "led.ts", "native.d.ts"]);
    expect(project.root).toBe(folder);
  });

  test("the Python beside a declaration: as a file, as a package, of a declared module", () => {
    const folder = temporaryFolder({
      "main.ts": `import { f } from "./fast"; import { g } from "driver"; import "pack.sub"; f(g);`,
      "fast.d.ts": "export function f(x: unknown): void;",
      "fast.py": "def f(x): pass",
      "stubs.d.ts": `declare module "driver" { export const g: number; } declare module "pack.sub" {}`,
      "driver/__init__.py": "g = 1",
      "driver/inner/deep.py": "",
      "pack/sub.py": "",
      "unrelated.py": "",
    });
    expect(paths(loadProject(folder))).toEqual([
      "driver/__init__.py",
      "driver/inner/deep.py",
      "fast.d.ts",
      "fast.py",
      "main.ts",
      "pack/sub.py",
      "stubs.d.ts",
    ]);
  });

  test("Python that is imported by name goes where that name finds it", () => {
    const folder = temporaryFolder({
      "tsconfig.json": settings({}),
      "src/main.ts": `import { g } from "driver"; print(g);`,
      "types/driver.d.ts": `declare module "driver" { export const g: number; }`,
      "types/driver.py": "g = 1",
    });
    expect(paths(loadProject(folder))).toEqual(["driver.py", "main.ts", "types/driver.d.ts"]);
  });

  test("an import that leads nowhere is left to the type checker", () => {
    const project = loadProject(temporaryFolder({ "main.ts": `import "./gone";` }));
    expect(project.diagnostics).toEqual([]);
    expect(paths(project)).toEqual(["main.ts"]);
  });

  test("a name in the wrong case is not found, as on the board", () => {
    const folder = temporaryFolder({ "main.ts": `import "./Config";`, "config.ts": "" });
    expect(paths(loadProject(folder))).toEqual(["main.ts"]);
  });

  test("spaces and other letters in paths", () => {
    const folder = temporaryFolder({
      "my project/tsconfig.json": settings({}),
      "my project/src/main.ts": `import "./größe für alle";`,
      "my project/src/größe für alle.ts": "",
    });
    const project = loadProject(join(folder, "my project"));
    expect(project.diagnostics).toEqual([]);
    expect(paths(project)).toEqual(["größe für alle.ts", "main.ts"]);
  });

  test("a folder that is named like a module is no module", () => {
    const folder = temporaryFolder({
      "tsconfig.json": settings({}),
      "main.ts": `import "./x";`,
      "x.ts/inner.ts": "",
    });
    expect(paths(loadProject(folder))).toEqual(["main.ts", "x.ts/inner.ts"]);
  });

  test("symbolic links count as what they lead to; broken ones and circles as nothing", () => {
    const folder = temporaryFolder({ "main.ts": `import "./linked"; import "./broken";` });
    const elsewhere = temporaryFolder({ "real.ts": `export const here = 1;` });
    symlinkSync(join(elsewhere, "real.ts"), join(folder, "linked.ts"));
    symlinkSync(join(elsewhere, "gone.ts"), join(folder, "broken.ts"));
    symlinkSync(folder, join(folder, "circle"));
    const project = loadProject(folder);
    expect(project.diagnostics).toEqual([]);
    expect(project.files["linked.ts"]).toContain("here");
    expect(paths(project)).toEqual(["linked.ts", "main.ts"]);
  });

  test("byte order marks are no part of the text", () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from("const b = 1;", "utf16le"),
    ]);
    const folder = temporaryFolder({
      "main.ts": `\uFEFFimport "./b";`,
      "b.ts": utf16,
    });
    const { files } = loadProject(folder);
    expect(files["main.ts"]).toBe(`import "./b";`);
    expect(files["b.ts"]).toBe("const b = 1;");
  });
});

describe("which tsconfig", () => {
  test("the nearest above that is written for tsmp", () => {
    const folder = temporaryFolder({
      "tsconfig.json": settings({ board: "pico" }),
      "inner/tsconfig.json": "{}",
      "inner/deep/main.ts": "",
    });
    const project = loadProject(join(folder, "inner/deep/main.ts"));
    expect(project.root).toBe(folder);
    expect(project.options.board).toBe("pico");
  });

  test("one that is not for tsmp counts in the same folder only", () => {
    const folder = temporaryFolder({
      "tsconfig.json": `{ "compilerOptions": { "useDefineForClassFields": false } }`,
      "main.ts": "",
      "sub/main.ts": "",
    });
    expect(loadProject(folder).options.useDefineForClassFields).toBe(false);
    expect(loadProject(join(folder, "sub")).options).toEqual({});
    expect(loadProject(join(folder, "sub")).root).toBe(join(folder, "sub"));
  });

  test("tsmp's base resolves where tsmp is not installed", () => {
    const folder = temporaryFolder({
      "tsconfig.json": `{ "extends": "tsmp/tsconfig.base.json" }`,
      "src/main.ts": "",
    });
    const project = loadProject(folder);
    expect(project.diagnostics).toEqual([]);
    expect(project.options.useDefineForClassFields).toBe(true);
    expect(paths(project)).toEqual(["main.ts"]);
  });

  test("a base passes on what it says of the board, and no paths", () => {
    const folder = temporaryFolder({
      "base.json": settings({ board: "pico", micropython: "1.25", outDir: "elsewhere" }),
      "app/tsconfig.json": settings({ micropython: "1.24" }, { extends: "../base.json" }),
      "app/main.ts": "",
    });
    const project = loadProject(join(folder, "app"));
    expect(project.options).toEqual({ board: "pico", micropython: "1.24" });
    expect(project.outDir).toBe(join(folder, "app/build"));
  });
});

describe("settings", () => {
  test("all of them", () => {
    const folder = temporaryFolder({
      "tsconfig.json": settings({
        board: "RPI_PICO2-W",
        entry: "app/start.ts",
        outDir: "out/py",
        mpy: false,
        optimize: false,
        micropython: "1.24.1",
        include: ["www/**", "app/data.bin"],
      }),
      "app/start.ts": "",
      "app/data.bin": new Uint8Array([0, 255]),
      "www/index.html": "<p>",
      "www/style/a.css": "",
    });
    const project = loadProject(folder);
    expect(project.diagnostics).toEqual([]);
    expect(project.entry).toBe("start.ts");
    expect(project.outDir).toBe(join(folder, "out/py"));
    expect(project.options).toEqual({ board: "pico2_w", optimize: false, micropython: "1.24.1" });
    expect(project.assets.map(({ path }) => path).sort()).toEqual([
      "data.bin",
      "www/index.html",
      "www/style/a.css",
    ]);
  });

  test("the command line wins", () => {
    const folder = temporaryFolder({
      "tsconfig.json": settings({ board: "pico", outDir: "out" }),
      "main.ts": "",
    });
    const project = loadProject(folder, { board: "pico2", outDir: "here" });
    expect(project.options.board).toBe("pico2");
    expect(project.outDir).toBe(join(process.cwd(), "here"));
  });

  test.each([
    [`{ "tsmp": { "bord": "pico" } }`, "TSMP1011 tsconfig.json:1:13+6", 'Did you mean "board"?'],
    [`{ "tsmp": { "board": "esp32" } }`, "TSMP1012 tsconfig.json:1:22+7", undefined],
    [`{ "tsmp": { "mpy": "yes" } }`, "TSMP1012 tsconfig.json:1:20+5", undefined],
    [`{ "tsmp": { "entry": 1 } }`, "TSMP1012 tsconfig.json:1:22+1", undefined],
    [`{ "tsmp": { "outDir": "" } }`, "TSMP1012 tsconfig.json:1:23+2", undefined],
    [`{ "tsmp": { "optimize": null } }`, "TSMP1012 tsconfig.json:1:25+4", undefined],
    [`{ "tsmp": { "micropython": "1.9" } }`, "TSMP1012 tsconfig.json:1:28+5", undefined],
    [`{ "tsmp": { "include": ["a", 2] } }`, "TSMP1012 tsconfig.json:1:24+8", undefined],
    [`{ "tsmp": [] }`, "TSMP1012 tsconfig.json:1:11+2", undefined],
    [
      `{ "tsmp": { "include": ["main.ts", "no/*.x"] } }`,
      "TSMP1013 tsconfig.json:1:36+8",
      undefined,
    ],
  ])("%s", (tsconfig, place, hint) => {
    const project = loadProject(temporaryFolder({ "tsconfig.json": tsconfig, "main.ts": "" }));
    expect(places(project)).toEqual([place]);
    if (hint !== undefined) expect(project.diagnostics[0]?.hint).toBe(hint);
    expect(project.files).toEqual({});
  });

  test.each([
    ["{ nonsense", ["TS1136 tsconfig.json:1:3+8", "TS1005 tsconfig.json:1:11+0"]],
    [`{ "compilerOptions": { "strikt": true } }`, ["TS5025 tsconfig.json:1:24+8"]],
    [`{ "extends": "./gone.json" }`, ["TS5083 tsconfig.json:1:14+13"]],
    ["[]", undefined],
    ["", undefined],
  ])("a tsconfig that TypeScript refuses: %s", (tsconfig, expected) => {
    const project = loadProject(temporaryFolder({ "tsconfig.json": tsconfig, "main.ts": "" }));
    if (expected) expect(places(project)).toEqual(expected);
    expect(project.diagnostics.every(({ code }) => /^TS(MP)?\d+$/.test(code))).toBe(true);
  });
});

describe("the top of the board", () => {
  test("is the folder of the entry", () => {
    const folder = temporaryFolder({ "src/main.ts": "" });
    expect(loadProject(folder).entry).toBe("main.ts");
  });

  test("moves up for files outside, and a main program that leaves the top is reported", () => {
    const folder = temporaryFolder({
      "src/main.ts": `import "../lib/a";`,
      "lib/a.ts": "",
    });
    const project = loadProject(folder);
    expect(paths(project)).toEqual(["lib/a.ts", "src/main.ts"]);
    expect(places(project)).toEqual(["TSMP1018 src/main.ts:1:1+0"]);
    expect(project.diagnostics[0]?.category).toBe("warning");
  });

  test("two files for one place", () => {
    const folder = temporaryFolder({
      "tsconfig.json": settings({}),
      "src/main.ts": "",
      "src/types/a.d.ts": "",
      "types/a.d.ts": "",
    });
    expect(codes(loadProject(folder))).toEqual(["TSMP1003"]);
  });

  test("source files are found again by their path", () => {
    const folder = temporaryFolder({ "tsconfig.json": settings({}), "src/main.ts": "" });
    expect(sourceAt(loadProject(folder).sources, "main.ts")).toBe(join(folder, "src/main.ts"));
  });
});

describe("bad input", () => {
  test("a path that leads nowhere", () => {
    expect(codes(loadProject(join(temporaryFolder(), "gone")))).toEqual(["TSMP1004"]);
  });

  test("an empty folder", () => {
    expect(codes(loadProject(temporaryFolder()))).toEqual(["TSMP1005"]);
  });

  test("a tsconfig without any program", () => {
    const folder = temporaryFolder({ "tsconfig.json": settings({}) });
    expect(places(loadProject(folder))).toEqual(["TSMP1005 tsconfig.json:1:1+0"]);
  });

  test("a tsconfig that is not there", () => {
    expect(codes(loadProject(join(temporaryFolder(), "tsconfig.json")))).toEqual(["TSMP1004"]);
  });

  test.each([
    ["gone.ts", "TSMP1001"],
    ["folder.ts", "TSMP1007"],
    ["main.js", "TSMP1006"],
    ["types.d.ts", "TSMP1006"],
    ["../elsewhere.ts", "TSMP1010"],
  ])("tsmp.entry = %s", (entry, code) => {
    const folder = temporaryFolder({
      "tsconfig.json": settings({ entry }),
      "main.js": "",
      "types.d.ts": "",
      "folder.ts/": "",
    });
    const length = entry.length + 2;
    expect(places(loadProject(folder))).toEqual([`${code} tsconfig.json:1:18+${length}`]);
  });

  test("an entry that is not TypeScript, on the command line", () => {
    const folder = temporaryFolder({ "main.js": "", "types.d.ts": "", "image.png": "" });
    for (const name of ["main.js", "types.d.ts", "image.png"]) {
      expect(codes(loadProject(join(folder, name)))).toEqual(["TSMP1006"]);
    }
  });

  test("a folder named like a file is a project folder", () => {
    const folder = temporaryFolder({ "x.ts/main.ts": "" });
    expect(paths(loadProject(join(folder, "x.ts")))).toEqual(["main.ts"]);
  });

  test("an import from outside the project, at its place", () => {
    const folder = temporaryFolder({
      "shared.ts": "",
      "app/main.ts": `const a = 1;\nimport b from "../shared";\n`,
    });
    expect(places(loadProject(join(folder, "app")))).toEqual(["TSMP1010 main.ts:2:15+11"]);
  });

  test("a file that is no text", () => {
    const folder = temporaryFolder({ "main.ts": new Uint8Array([0x80, 0x81, 0x00]) });
    expect(places(loadProject(folder))).toEqual(["TSMP1009 main.ts:1:1+0"]);
  });

  test.skipIf(process.getuid?.() === 0)("a file that may not be read", () => {
    const folder = temporaryFolder({ "main.ts": "" });
    chmodSync(join(folder, "main.ts"), 0);
    expect(codes(loadProject(folder))).toEqual(["TSMP1008"]);
  });

  test("an include from outside the project", () => {
    const folder = temporaryFolder({
      "secret.txt": "",
      "app/tsconfig.json": settings({ include: ["../secret.txt"] }),
      "app/main.ts": "",
    });
    expect(codes(loadProject(join(folder, "app")))).toEqual(["TSMP1010"]);
  });
});
