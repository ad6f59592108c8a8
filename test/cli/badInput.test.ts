import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { saidBy, stackTrace, tsmp } from "./tsmp.ts";

/** What an issue calls bad input: the files, the command, and what must be said where. */
interface BadInput {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly args?: readonly string[];
  readonly code: number;
  readonly says: string | RegExp;
}

const cases: Readonly<Record<string, BadInput>> = {
  "a type error": {
    files: { "main.ts": `const n: number = 1;\nconst t: string = n;\nprint(t);\n` },
    code: 1,
    says: "main.ts:2:7 - error TS2322: ",
  },
  "a syntax error": {
    files: { "main.ts": `print(1;\n` },
    code: 1,
    says: /main\.ts:1:8 - error TS1005: /,
  },
  "an unsupported construct": {
    files: { "main.ts": `label: { with ({}) { print(1); } }\n` },
    code: 1,
    says: /main\.ts:1:\d+ - error TS(MP)?\d+: /,
  },
  "a missing file": { args: ["gone.ts"], code: 1, says: "error TSMP1004: " },
  "an entry in tsconfig that is missing": {
    files: { "tsconfig.json": `{\n  "tsmp": { "entry": "gone.ts" }\n}\n` },
    code: 1,
    says: "tsconfig.json:2:22 - error TSMP1001: ",
  },
  "a tsconfig that does not parse": {
    files: { "tsconfig.json": `{ "tsmp": `, "main.ts": "print(1);" },
    code: 1,
    says: /tsconfig\.json:1:\d+ - error TS\d+: /,
  },
  "a tsconfig that is no object": {
    files: { "tsconfig.json": `"text"`, "main.ts": "print(1);" },
    code: 1,
    says: /tsconfig\.json:1:1 - error TS\d+: /,
  },
  "an import that leads nowhere": {
    files: { "main.ts": `print(1);\nimport { x } from "./gone";\nprint(x);\n` },
    code: 1,
    says: "main.ts:2:19 - error TS2307: ",
  },
  "a package that does not exist": {
    files: { "main.ts": `import x from "left-pad";\nprint(x);\n` },
    code: 1,
    says: "main.ts:1:15 - error TS2307: ",
  },
  "a module named like a built-in one": {
    files: {
      "main.ts": `import { x } from "./machine";\nprint(x);\n`,
      "machine.ts": "export const x = 1;",
    },
    code: 1,
    says: /machine\.ts:1:1 - error TSMP1002: /,
  },
  "two modules of one name": {
    files: {
      "main.ts": `import "./led-strip";\nimport "./led_strip";\n`,
      "led-strip.ts": "print(1);",
      "led_strip.ts": "print(2);",
    },
    code: 1,
    says: "error TSMP1003: ",
  },
  "a path with spaces, and an error in it": {
    files: { "my lamp/main file.ts": `const x: string = 1;` },
    args: ["my lamp/main file.ts"],
    code: 1,
    says: "my lamp/main file.ts:1:7 - error TS2322: ",
  },
  "an empty folder": { code: 1, says: "error TSMP1005: " },
  "a declaration file": {
    files: { "x.d.ts": "" },
    args: ["x.d.ts"],
    code: 1,
    says: "error TSMP1006: ",
  },
  "a file in the place of a module folder": {
    files: { "main.ts": `import "./x/y";`, x: "" },
    code: 1,
    says: "main.ts:1:8 - error TS2882: ",
  },
  "a binary file": {
    files: { "main.ts": new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0x80, 0xff]) },
    code: 1,
    says: "error TSMP1009: ",
  },
  "an unknown option": {
    args: ["--fast"],
    code: 2,
    says: "error TSMP1101: Unknown option '--fast'.",
  },
  "an argument too many": { args: ["a", "b"], code: 2, says: "error TSMP1101: Too many arguments" },
  "an unknown board": { args: ["--board", "esp32"], code: 2, says: /TSMP1101: .*pico_w/ },
  "an impossible version": { args: ["--micropython", "0.9"], code: 2, says: "error TSMP1101: " },
  "an option without its value": { args: ["--out-dir"], code: 2, says: "error TSMP1101: " },
};

describe.each(Object.entries(cases))("%s", (_name, { files = {}, args = [], code, says }) => {
  test("is a diagnostic, and nothing is written", async () => {
    const folder = temporaryFolder(files);
    const ended = await tsmp(["build", ...args], { cwd: folder });
    expect(saidBy(ended)).toMatch(says);
    expect(saidBy(ended)).not.toMatch(stackTrace);
    expect(ended.code).toBe(code);
    expect(existsSync(join(folder, "build"))).toBe(false);
  });
});

test("an empty program builds", async () => {
  const folder = temporaryFolder({ "main.ts": "" });
  const ended = await tsmp(["build"], { cwd: folder });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(join(folder, "build/main.py"))).toBe(true);
});

test("a path with spaces builds", async () => {
  const folder = temporaryFolder({ "my lamp/src/main.ts": "print(1);" });
  const ended = await tsmp(["build", "my lamp", "--out-dir", "the result"], { cwd: folder });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(join(folder, "the result/main.py"))).toBe(true);
});
