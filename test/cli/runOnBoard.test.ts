import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBoard } from "../../compiler/mpremote/board.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { type Ended, tsmp } from "./tsmp.ts";

let board: VirtualBoard;
let folder: string;
beforeAll(async () => {
  board = await VirtualBoard.start({ heap: "8m" });
});
afterAll(() => board.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tsmp-run-"));
  return () => rmSync(folder, { recursive: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const run = (...args: string[]): Promise<Ended> =>
  tsmp(["run", ".", "--device", board.path, ...args], { cwd: folder });

describe("tsmp run on a board", () => {
  test("runs a program of several modules from RAM, with no flash writes", async () => {
    write({
      "main.ts": `import { greet } from "./lib/greet";
        import { argv } from "sys";
        console.log(greet(argv[1] ?? "nobody"));`,
      "lib/greet.ts": "export const greet = (who: string): string => `hello ${who} ä`;",
    });
    const before = await blockWrites();
    expect(await run("--", "Ada")).toEqual({ code: 0, stdout: "hello Ada ä\n", stderr: "" });
    expect(await blockWrites()).toBe(before);
  });

  test("shows a traceback in TypeScript, and fails", async () => {
    write({
      "main.ts": 'import { fail } from "./fail";\n\nfail();\n',
      "fail.ts": 'export function fail(): void {\n  throw new Error("boom");\n}\n',
    });
    const { code, stdout, stderr } = await run();
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(`Traceback (most recent call last):
  File "main.ts", line 3, in <module>
  File "fail.ts", line 2, in fail
Error: boom
`);
  });

  test("ends with the program's own status", async () => {
    write({ "main.ts": 'import { exit } from "sys";\nconsole.log("bye");\nexit(7);\n' });
    expect(await run()).toEqual({ code: 7, stdout: "bye\n", stderr: "" });
    const { stdout, code } = await run("--json");
    expect(code).toBe(7);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, exitCode: 7, stdout: "bye\n" });
  });

  test("runs timers and promises to their end, and shows output as it comes", async () => {
    write({
      "main.ts": `setTimeout(() => console.log("later"), 30);
        Promise.resolve().then(() => console.log("soon"));
        console.log("now");`,
    });
    expect(await run()).toEqual({ code: 0, stdout: "now\nsoon\nlater\n", stderr: "" });
  });

  test("stops the program on the board at Ctrl-C", async () => {
    write({ "main.ts": 'console.log("begun");\nfor (;;) {}\n' });
    const ended = await tsmp(["run", ".", "--device", board.path], {
      cwd: folder,
      during: (child) =>
        child.stdout?.on("data", (text) => /begun/.test(`${text}`) && child.kill("SIGINT")),
    });
    expect(ended.code).toBe(130);
    expect(ended.stdout).toBe("begun\n");
    expect(ended.stderr).toContain('File "main.ts", line 2');
    // Had the program gone on, attaching would have interrupted it.
    const after = await openBoard(board.path);
    expect(after.info.wasRunning).toBe(false);
    await after.close();
  });

  test("a program that prints what the protocol uses does not disturb it", async () => {
    write({ "main.ts": 'console.log("a\\x04b\\x01>\\x1e");\nconsole.log("end");\n' });
    expect(await run("--raw")).toEqual({ code: 0, stdout: "a\x04b\x01>\x1e\nend\n", stderr: "" });
    expect((await run()).stdout).toBe("a␄b␁>␞\nend\n");
  });

  test("errors of the project are reported without a board", async () => {
    write({ "main.ts": "const n: number = 'x';\n" });
    expect(await tsmp(["run", ".", "--device", "/dev/nope"], { cwd: folder })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("TS2322"),
    });
  });
});

async function blockWrites(): Promise<string> {
  const attached = await openBoard(board.path);
  const count = await attached.evaluate("print(_flash_chip.programs + _flash_chip.erases)");
  await attached.close();
  return count;
}
