import { afterEach, describe, expect, test } from "vitest";
import { type Board, openBoard } from "../../compiler/mpremote/board.ts";
import { DeviceException } from "../../compiler/mpremote/deviceException.ts";
import { runFromRam } from "../../compiler/mpremote/runFromRam.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";

let device: VirtualBoard;
let board: Board;
afterEach(async () => {
  await board.close();
  await device.close();
});

describe.each([
  ["raw paste", true],
  ["firmware without raw paste", false],
] as const)("with %s", (_, rawPaste) => {
  test("code of any length runs, its output and its traceback apart", async () => {
    device = await VirtualBoard.start({ rawPaste });
    board = await openBoard(device.path);
    for (const length of [0, 1, 100, 249, 250, 251, 255, 256, 257, 383, 384, 385, 5000]) {
      const filler = `#${"x".repeat(length)}\n`;
      const result = await board.exec(`${filler}print(${length}, 'ä')\n1/0`, { mode: "paste" });
      expect(result.stdout).toBe(`${length} ä\n`);
      expect(result.stderr).toMatch(
        /^Traceback.*\n.*line 3, in <module>\nZeroDivisionError: .*\n$/,
      );
    }
  });

  test("output is seen while the code runs, up to the last byte", async () => {
    device = await VirtualBoard.start({ rawPaste });
    board = await openBoard(device.path);
    const seen: string[] = [];
    const done = board.exec("import sys\nprint('go', end='')\nsys.stdin.readline()\nprint('on')", {
      onOutput: (bytes) => seen.push(`${bytes}`),
    });
    await expect.poll(() => seen.join("")).toBe("go");
    await board.stream.write("\n");
    await done;
    expect(seen.join("")).toBe("goon\r\n");
  });
});

test("an exception is an error with its class and number", async () => {
  device = await VirtualBoard.start();
  board = await openBoard(device.path);
  const error = await board.evaluate("open('/nothing')").catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeviceException);
  expect(error).toMatchObject({ type: "OSError", errno: 2 });
});

test("a soft reset gives a fresh interpreter", async () => {
  device = await VirtualBoard.start();
  board = await openBoard(device.path);
  await board.exec("x = 1");
  expect(await board.evaluate("print('x' in globals())")).toBe("True\n");
  await board.softReset();
  expect(await board.evaluate("print('x' in globals())")).toBe("False\n");
});

test("code that runs can be interrupted", async () => {
  device = await VirtualBoard.start();
  board = await openBoard(device.path);
  await board.repl.start("while True: pass");
  await board.repl.interrupt();
  expect((await board.repl.finish()).stderr).toContain("KeyboardInterrupt");
});

test("silence has a limit, and the next client finds the board well", async () => {
  device = await VirtualBoard.start();
  board = await openBoard(device.path);
  const late = board.exec("import time\ntime.sleep(60)", { timeoutMs: 100 });
  await expect(late).rejects.toMatchObject({ code: "TSMP6010" });
  await board.close();
  board = await openBoard(device.path);
  expect(await board.evaluate("print(1)")).toBe("1\n");
});

test.each([1, 5, 60, 100, 200, 300, 500])(
  "a client that dies %d bytes into raw paste leaves a board that can be attached to",
  async (count) => {
    device = await VirtualBoard.start();
    board = await openBoard(device.path);
    const paste = `\x05A\x01print('never')\n${"#".repeat(600)}`;
    await board.stream.write(paste.slice(0, count));
    await board.transport.close();
    board = await openBoard(device.path);
    expect(await board.evaluate("print(1)")).toBe("1\n");
  },
);

test("a board that says something else is told", async () => {
  device = await VirtualBoard.start();
  board = await openBoard(device.path);
  device.faults.garbage = Buffer.from("?!");
  const long = board.exec(`print(1)\n#${"x".repeat(2000)}`);
  await expect(long).rejects.toMatchObject({ code: "TSMP6015" });
  device.faults = {};
});

test("a program that does not fit into the board's memory is refused", async () => {
  device = await VirtualBoard.start({ heap: "300k" });
  board = await openBoard(device.path);
  const files = [{ path: "main.py", content: Buffer.alloc(600_000, "#") }];
  const program = { files, entry: "main.py", stdout: () => {}, stderr: () => {} };
  await expect(runFromRam(board, program)).rejects.toMatchObject({
    code: "TSMP6016",
    message: expect.stringContaining("MemoryError"),
  });
});
