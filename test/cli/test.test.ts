import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";
import { type Ended, tsmp } from "./tsmp.ts";

const ledStrip = fileURLToPath(new URL("../../examples/led-strip", import.meta.url));

/** One test of each kind: what holds, what does not, a group, an async one, and one that waits for hooks. */
const mixed = {
  "src/limit.ts": `export function limit(n: number): number {
  if (n > 9) throw new RangeError(\`too much: \${n}\`);
  return n;
}
`,
  "src/limit.test.ts": `import { sleep_ms } from "asyncio";
import { afterEach, beforeEach, describe, expect, test } from "testing";
import { limit } from "./limit";

let turns: string[] = [];
beforeEach(() => turns.push("before"));
afterEach(() => {
  turns = [];
});

test("holds", () => expect(limit(3)).toBe(3));
test("does not", () => {
  print("about to fail");
  expect([limit(1), 2]).toEqual([1, 3]);
});
describe("a group", () => {
  beforeEach(() => turns.push("inner"));
  test("waits", async () => {
    await sleep_ms(2);
    expect(turns).toEqual(["before", "inner"]);
  });
});
test("throws deep inside", () => {
  limit(10);
});
`,
};

const verdicts = [
  ["holds", true],
  ["does not", false],
  ["a group > waits", true],
  ["throws deep inside", false],
];

interface Document {
  readonly files: readonly {
    readonly file: string;
    readonly tests: readonly { name: string; passed: boolean; output: string }[];
    readonly output: string;
    readonly diagnostics: readonly { code: string; message: string }[];
  }[];
}

function documentOf({ stdout }: Ended): Document & { ok: boolean; passed: number; failed: number } {
  return JSON.parse(stdout);
}

function expectVerdicts(ended: Ended): void {
  const { files, passed, failed } = documentOf(ended);
  expect(files.map(({ file }) => file)).toEqual(["src/limit.test.ts"]);
  expect(files[0]!.tests.map((one) => [one.name, one.passed])).toEqual(verdicts);
  expect([passed, failed, ended.code]).toEqual([2, 2, 1]);
  expect(files[0]!.tests[3]!.output).toBe(`Traceback (most recent call last):
  File "src/limit.test.ts", line 24, in <anonymous>
  File "src/limit.ts", line 2, in limit
RangeError: too much: 10
`);
}

/** Runs the tests of a project of these files. */
const run = (files: Readonly<Record<string, string>>, ...options: string[]) =>
  tsmp(["test", ...options], { cwd: temporaryFolder(files) });

describe("tsmp test", () => {
  test("shows each test, with what it printed and where it failed", async () => {
    const { code, stdout, stderr } = await run(mixed);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout.replace(/ \(\d+ ms\)/g, "")).toBe(`src/limit.test.ts
  ✓ holds
  ✗ does not
      about to fail
      Traceback (most recent call last):
        File "src/limit.test.ts", line 14, in <anonymous>
      AssertionError: expected [1, 2] to equal [1, 3]
  ✓ a group > waits
  ✗ throws deep inside
      Traceback (most recent call last):
        File "src/limit.test.ts", line 24, in <anonymous>
        File "src/limit.ts", line 2, in limit
      RangeError: too much: 10

2 passed, 2 failed
`);
  });

  test("gives the same on the unix port, as a document and for build servers", async () => {
    const folder = temporaryFolder(mixed);
    const words = ["test", "--host", "unix", "--json", "--junit", "results.xml"];
    expectVerdicts(await tsmp(words, { cwd: folder }));
    const xml = readFileSync(join(folder, "results.xml"), "utf8");
    expect(xml).toContain('<testsuite name="src/limit.test.ts" tests="4" failures="2" errors="0">');
    expect(xml).toContain('message="AssertionError: expected [1, 2] to equal [1, 3]"');
  });

  test("the tests of an example pass", async () => {
    const { code, stdout } = await tsmp(["test"], { cwd: ledStrip });
    expect(stdout).toContain("5 passed, 0 failed");
    expect(code).toBe(0);
  });

  test("a test file is no part of the program that it tests", async () => {
    const folder = temporaryFolder({
      ...mixed,
      "src/main.ts": `import { limit } from "./limit";\nprint(limit(1));\n`,
      "tsconfig.json": `{ "extends": "tsmp/tsconfig.base.json", "include": ["src"], "tsmp": {} }`,
    });
    const { code } = await tsmp(["build"], { cwd: folder });
    expect(code).toBe(0);
    expect(() => readFileSync(join(folder, "build/limit_test.py"))).toThrow("ENOENT");
  });

  test("a file that breaks while it loads fails, and the others run", async () => {
    const { code, stdout } = await run({
      "a.test.ts": `import { test } from "testing";\nthrow new Error("not yet");\ntest("never", () => {});\n`,
      "b.test.ts": `import { expect, it } from "testing";
        class Part { constructor(readonly id: number) {} }
        it("runs", () => {
          expect(new Part(1)).toStrictEqual(new Part(1));
          expect("").toBeFalsy();
          expect(Number("x")).toBeNaN();
          expect(0).toBeDefined();
          expect([[1], [2]]).toContainEqual([2]);
          expect(new Part(1)).toBeInstanceOf(Part);
          for (const wrong of [
            () => expect("x").toBeFalsy(),
            () => expect(1).toBeNaN(),
            () => expect(0).not.toBeDefined(),
            () => expect([[1]]).toContainEqual([2]),
            () => expect(new Part(1)).not.toBeInstanceOf(Part),
          ]) expect(wrong).toThrow("expected ");
        });`,
    });
    expect(code).toBe(1);
    expect(stdout).toContain('File "a.test.ts", line 2, in <module>');
    expect(stdout).toContain("Error: not yet");
    expect(stdout).toContain("1 passed, 1 failed");
  });

  test("tables, hooks of groups, promises, and three tests that must fail", async () => {
    const text = readFileSync(new URL("tables.txt", import.meta.url), "utf8");
    const { files } = documentOf(await run({ "a.test.ts": text }, "--json"));
    const { tests, diagnostics } = files[0]!;
    expect(diagnostics).toEqual([]);
    expect(tests.filter((one) => !one.passed).map((one) => one.name)).toEqual([
      "fails 1",
      "fails 2",
      "fails 3",
    ]);
    expect(tests.slice(0, 13).map((one) => one.name)).toEqual([
      "1 + 2 is 3",
      "2 + 3 is 5",
      "a has 1 (0)",
      "b has 2 (1)",
      "number 1",
      "number 2",
      "number 3",
      "1 and 2 are 3",
      "5 and 5 are 10",
      "x",
      "yy",
      "square of 1 > is right",
      "square of 2 > is right",
    ]);
    const [hooks] = tests.at(-1)!.output.trim().split("\n");
    expect(hooks).toMatch(/^all,(each,){11}group,each,group,(each,)+each$/);
  });

  test("a file that does not compile fails with its diagnostics", async () => {
    const ended = await run(
      { "a.test.ts": `import { expect } from "testing";\nexpect(1).toBe("1");\n` },
      "--json",
    );
    expect(documentOf(ended)).toMatchObject({ ok: false, passed: 0, failed: 1 });
    expect(documentOf(ended).files[0]!.diagnostics).toMatchObject([{ code: "TS2345" }]);
  });

  test("TSMP7050: no test anywhere; tests for another library are not tsmp's", async () => {
    const { code, stderr } = await run({ "a.test.ts": `import { test } from "vitest";\ntest;\n` });
    expect({ code, first: stderr.split("\n")[0] }).toEqual({
      code: 1,
      first: "error TSMP7050: There are no tests in this folder.",
    });
  });

  test("TSMP7051: a file without a test", async () => {
    const ended = await run(
      { "a.test.ts": `import { test } from "testing";\nprint(test);\n` },
      "--json",
    );
    expect(documentOf(ended).files[0]!.diagnostics).toMatchObject([{ code: "TSMP7051" }]);
    expect(ended.code).toBe(1);
  });

  test("TSMP7052: a test without an end is stopped and named", async () => {
    const ended = await run(
      {
        "a.test.ts": `import { sleep_ms } from "time";
          import { test } from "testing";
          test("for ever", () => { while (true) sleep_ms(10); });`,
      },
      "--json",
      "--timeout",
      "3",
    );
    expect(documentOf(ended).files[0]!.diagnostics).toMatchObject([
      { code: "TSMP7052", message: 'a.test.ts was stopped after 3 seconds, in "for ever".' },
    ]);
  });
});

describe("tsmp test --device", () => {
  let board: VirtualBoard;
  beforeAll(async () => {
    board = await VirtualBoard.start({ heap: "8m" });
  });
  afterAll(() => board.close());

  test("gives the same from the memory of a board", async () => {
    expectVerdicts(await run(mixed, "--json", "--device", board.path));
  });
});

await describeOnFirmware("tsmp test --emulate", ({ bin }) => {
  test("gives the same on an emulated Pico", async () => {
    expectVerdicts(await run(mixed, "--json", "--firmware", bin));
  });
});
