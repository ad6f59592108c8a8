import { describe, expect, test } from "vitest";
import { type CompileResult, compile } from "../../compiler/compile.ts";

function compiled(files: Record<string, string>, entry = "main.ts"): CompileResult {
  return compile({ files, entry });
}

function errors(result: CompileResult): string[] {
  return result.diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code}`);
}

function textOf(result: CompileResult, path: string): string | undefined {
  return result.files.find((file) => file.path === path)?.text;
}

describe("names of modules", () => {
  test.each(["machine", "time", "network", "threadsafe", "tsmp", "asyncio"])(
    "%s is taken",
    (name) => {
      const result = compiled({
        "main.ts": `import { x } from "./${name}";\nprint(x);`,
        [`${name}.ts`]: "export const x = 1;",
      });
      expect(errors(result)).toEqual([`${name}.ts:1:1 TSMP1002`]);
      expect(result.files).toEqual([]);
    },
  );

  test("a folder named like a module of MicroPython", () => {
    const result = compiled({
      "main.ts": `import { x } from "./time/clock";\nprint(x);`,
      "time/clock.ts": "export const x = 1;",
    });
    expect(errors(result)).toEqual(["time/clock.ts:1:1 TSMP1002"]);
  });

  test("below a folder of its own the name is free", () => {
    const result = compiled({
      "main.ts": `import { x } from "./lib/time";\nprint(x);`,
      "lib/time.ts": "export const x = 1;",
    });
    expect(errors(result)).toEqual([]);
    expect(textOf(result, "main.py")).toContain("from lib.time import x");
  });

  test("two files of one name", () => {
    const result = compiled({
      "main.ts": `import { x } from "./a-b";\nimport { y } from "./a_b";\nprint(x, y);`,
      "a-b.ts": "export const x = 1;",
      "a_b.ts": "export const y = 1;",
    });
    expect(errors(result)).toEqual(["a_b.ts:1:1 TSMP1003"]);
  });
});

describe("an import that leads nowhere", () => {
  test.each([
    ["./gone", /no such TypeScript file/],
    ["left-pad", /declare module "left-pad"/],
    ["fs", /module of Node/],
    ["node:path", /module of Node/],
  ])("of %s says what to do", (specifier, hint) => {
    const result = compiled({ "main.ts": `import { x } from "${specifier}";\nprint(x);` });
    expect(errors(result)).toEqual([expect.stringMatching(/^main\.ts:1:19 TS(2307|2591)$/)]);
    expect(result.diagnostics[0]!.hint).toMatch(hint);
  });
});

describe("Python of one's own", () => {
  const declaration = `declare module "mylib" {\n  export function f(x: number): number;\n}\n`;
  const main = `import { f } from "mylib";\nprint(f(1));\n`;

  test("on the board already: only the import is emitted", () => {
    const result = compiled({ "main.ts": main, "mylib.d.ts": declaration });
    expect(errors(result)).toEqual([]);
    expect(textOf(result, "main.py")).toContain("from mylib import f");
    expect(textOf(result, "mylib.py")).toBeUndefined();
  });

  test("beside its declaration: bundled under its import name", () => {
    const files = { "src/main.ts": main, "src/py/types.d.ts": declaration };
    const python = "def f(x):\n    return x\n";
    const result = compiled({ ...files, "src/py/mylib.py": python }, "src/main.ts");
    expect(errors(result)).toEqual([]);
    expect(result.entry).toBe("main.py");
    expect(textOf(result, "mylib.py")).toBe(python);
  });

  test("a package with a dotted name", () => {
    const result = compiled({
      "main.ts": `import { f } from "lib.sub";\nprint(f(1));\n`,
      "lib.d.ts": declaration.replace("mylib", "lib.sub"),
      "lib/__init__.py": "",
      "lib/sub.py": "def f(x):\n    return x\n",
    });
    expect(errors(result)).toEqual([]);
    expect(result.files.map((file) => file.path)).toEqual(
      expect.arrayContaining(["main.py", "lib/__init__.py", "lib/sub.py"]),
    );
    expect(textOf(result, "main.py")).toContain("from lib.sub import f");
  });

  test("imported by its path", () => {
    const result = compiled(
      {
        "src/main.ts": `import { f } from "./native/fast";\nprint(f(1));\n`,
        "src/native/fast.d.ts": "export function f(x: number): number;\n",
        "src/native/fast.py": "def f(x):\n    return x\n",
      },
      "src/main.ts",
    );
    expect(errors(result)).toEqual([]);
    expect(textOf(result, "main.py")).toContain("from native.fast import f");
    expect(textOf(result, "native/fast.py")).toBeDefined();
  });

  test("brings the runtime modules that it imports", () => {
    const result = compiled({
      "main.ts": main,
      "mylib.d.ts": declaration,
      "mylib.py": "from threadsafe.message import Message\ndef f(x):\n    return x\n",
    });
    const paths = result.files.map((file) => file.path);
    expect(paths).toContain("threadsafe/message.py");
    expect(paths).not.toContain("threadsafe/job.py");
  });
});

test("an empty program is an empty main.py", () => {
  const result = compiled({ "main.ts": "" });
  expect(result.diagnostics).toEqual([]);
  expect(result.files.map(({ path, text }) => [path, text])).toEqual([["main.py", ""]]);
});
