import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { harmless } from "../../compiler/cli/harmless.ts";
import { compileProject } from "../../compiler/compileProject.ts";
import { holderOf } from "../../compiler/mpremote/portHolder.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { tsmp } from "./tsmp.ts";

let folder: string;
let board: VirtualBoard | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tsmp-monitor-"));
});
afterEach(async () => {
  await board?.close();
  board = undefined;
  rmSync(folder, { recursive: true });
});

/** Watches the board until it has printed `last`, then ends with Ctrl-C. */
function watch(address: string, last: RegExp, ...options: string[]) {
  return tsmp(["monitor", ".", "--device", address, ...options], {
    cwd: folder,
    apart: true,
    during: (child) => {
      let seen = "";
      child.stdout?.on("data", (piece) => {
        seen += piece;
        if (last.test(seen)) child.kill("SIGINT");
      });
    },
  });
}

describe("tsmp monitor", () => {
  test("shows tracebacks in TypeScript, and stays when the board is unplugged and plugged in", async () => {
    const source =
      'setInterval(() => {\n  console.log("tick");\n}, 20);\nconst fail = (): void => {\n  throw new Error("boom");\n};\nsetTimeout(fail, 1000);\n';
    writeFileSync(join(folder, "main.ts"), source);
    const built = compileProject(folder, {});
    const files = Object.fromEntries(built.files.map(({ path, text }) => [`/${path}`, text]));
    board = await VirtualBoard.start({ files, heap: "8m" });
    const replugged = board;
    let replug: Promise<void> | undefined;
    const ended = tsmp(["monitor", ".", "--device", board.path], {
      cwd: folder,
      apart: true,
      during: (child) => {
        // What comes before the board is back is no reason to go.
        let seen = "";
        let isBack = false;
        replug = replugWhenWatched(replugged).then(() => {
          isBack = true;
        });
        child.stdout?.on("data", (piece) => {
          if (isBack) seen += piece;
          if (/Error: boom\n/.test(seen)) child.kill("SIGINT");
        });
      },
    });
    const { code, stdout, stderr } = await ended;
    await replug;
    expect(code).toBe(0);
    expect(stderr).toBe("The board is gone; waiting.\nThe board is back.\n");
    expect(stdout).toContain("tick\n");
    expect(stdout).toMatch(/ {2}File "main.ts", line 5, in fail\nError: boom\n/);
    // The line that starts the event loop has no origin in TypeScript.
    expect(stdout).not.toMatch(/main\.py", line \d+, in <module>\n/);
  });

  test("control characters are shown, not obeyed, unless --raw", async () => {
    const main = `import time
while True:
    print('\\x1b[31mred\\x1b[0m \\x1b]0;title\\x07 \\x1b[2J \\x9b1A end')
    time.sleep_ms(20)
`;
    board = await VirtualBoard.start({ files: { "/main.py": main } });
    const shown = (await watch(board.path, /end\n/)).stdout;
    expect(shown).toContain("\x1b[31mred\x1b[0m ␛]0;title␇ ␛[2J \ufffd1A end\n");
    const raw = (await watch(board.path, /end\r\n/, "--raw")).stdout;
    expect(raw).toContain("\x1b]0;title\x07 \x1b[2J");
    const [line] = (await watch(board.path, /end"\}\n/, "--json")).stdout.split("\n").slice(-2);
    expect(JSON.parse(line as string)).toMatchObject({ time: expect.any(String) });
  });

  test("sends nothing to the board", async () => {
    const main = "import time\nwhile True:\n    print('x')\n    time.sleep_ms(20)\n";
    board = await VirtualBoard.start({ files: { "/main.py": main } });
    await watch(board.path, /x\n/);
    expect(board.traffic.sent).toBe(0);
  });

  test("a board that is not there", async () => {
    expect(await tsmp(["monitor", "--device", "/dev/nope"], { cwd: folder })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("TSMP6004"),
    });
  });
});

/** Takes the board away once the monitor has its port, and brings it back: its program runs anew. */
async function replugWhenWatched(device: VirtualBoard): Promise<void> {
  await expect.poll(() => holderOf(device.path), { timeout: 30_000 }).toBeDefined();
  await device.powerOff();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await device.powerOn();
}

test("what is harmless stays so however it is cut", () => {
  const text = "a\x1b[1;31mb\x1b[0m\r\nc\rd\x1b[2Je\x1bc\x07\u009b\tü\x7f";
  const whole = harmless();
  const expected = whole.push(text) + whole.end();
  expect(expected).toBe("a\x1b[1;31mb\x1b[0m\nc\nd␛[2Je␛c␇\ufffd\tü␡");
  for (let cut = 0; cut <= text.length; cut++) {
    const pieces = harmless();
    const shown = pieces.push(text.slice(0, cut)) + pieces.push(text.slice(cut)) + pieces.end();
    expect(shown).toBe(expected);
  }
});
