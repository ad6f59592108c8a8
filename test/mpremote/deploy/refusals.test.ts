import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { compileToMpy } from "../../../compiler/bundle/compileToMpy.ts";
import { boardFits } from "../../../compiler/cli/flash/boardFits.ts";
import { exitCodeOf } from "../../../compiler/cli/flash/exitCodeOf.ts";
import type { BoardInfo } from "../../../compiler/mpremote/attach.ts";
import { deploy } from "../../../compiler/mpremote/deploy/deploy.ts";
import type { DeployFile } from "../../../compiler/mpremote/deploy/layout.ts";
import { describeOnUnix } from "../../support/micropython/onUnix.ts";
import { FlashBoard } from "./flashBoard.ts";
import { bootsVersion, flash } from "./powerCuts.ts";

const entry = { entry: "main.py" };

function program(...others: DeployFile[]): DeployFile[] {
  return [{ path: "main.py", content: Buffer.from("print('here')\n") }, ...others];
}

describeOnUnix("a deploy is refused", () => {
  test("for want of space, before the first write (TSMP6051)", async () => {
    const board = new FlashBoard();
    await flash(board, 1);
    const large = program({ path: "noise", content: randomBytes(230_000) });
    await board.with(async (attached) => {
      const refused = await deploy(attached, large, entry).catch((error) => error);
      expect(refused.code).toBe("TSMP6051");
      expect(refused.message).toMatch(
        /needs \d+ kB .* \d+ kB of 256 kB are free. Nothing was written/,
      );
      expect(exitCodeOf([refused.problem])).toBe(7);
      expect((await attached.exec("print(flash.changes)")).stdout).toBe("0\n");
    });
    expect(board.boot()).toBe(bootsVersion(1));
    board.remove();
  });

  test("never later: what passes the check fits", async () => {
    for (const [count, size] of [
      [1, 150_000],
      [30, 4_090],
      [60, 512],
      [120, 300],
      [40, 600],
    ] as const) {
      const board = new FlashBoard();
      for (let round = 0; ; round++) {
        const files = Array.from({ length: count }, (_, n) => ({
          path: `${"long name ".repeat(n % 5)}${n}`,
          content: randomBytes(size + round * 150),
        }));
        const outcome = await board.with((attached) =>
          deploy(attached, program(...files), entry).then(
            () => "fits",
            (error) => error.code,
          ),
        );
        expect(["fits", "TSMP6051"]).toContain(outcome);
        if (outcome === "TSMP6051" || round > 14) break;
      }
      board.remove();
    }
  });

  test("for names that cannot be (TSMP6055)", async () => {
    const board = new FlashBoard();
    const names = [
      "../x",
      "a/../../x",
      "/etc/x",
      "C:/x",
      "a\\b",
      "a//b",
      "a\nb",
      "x\0",
      "main.py/x",
    ];
    await board.with(async (attached) => {
      for (const path of [...names, "x".repeat(256), "\ud800"]) {
        const files = program({ path, content: Buffer.from("1") });
        const refused = await deploy(attached, files, entry).catch((error) => error);
        expect(refused.code, JSON.stringify(path)).toBe("TSMP6055");
      }
      expect((await attached.exec("print(flash.changes)")).stdout).toBe("0\n");
    });
    board.remove();
  });

  test("by a board that cannot say what is on it (TSMP6050)", async () => {
    const board = new FlashBoard();
    await board.with(async (attached) => {
      const mute = Object.create(attached, {
        takeAnswer: { value: () => undefined },
        exec: { value: () => attached.exec("1/0") },
      });
      await expect(deploy(mute, program(), entry)).rejects.toMatchObject({ code: "TSMP6050" });
    });
    board.remove();
  });
});

/** What the file system does wrong, as code for the board that `deploy` talks to. */
const faults: readonly [code: string, fault: string][] = [
  ["TSMP6052", "raise OSError(28)"],
  ["TSMP6053", "raise OSError(30)"],
  ["TSMP6054", "raise RuntimeError('reset')"],
];

describeOnUnix("a board fails in the middle", () => {
  test.each(faults)("%s", async (code, fault) => {
    const board = new FlashBoard();
    await flash(board, 1);
    await board.with(async (attached) => {
      // After the probe, and the soft reset that follows it, every write fails.
      await attached.softReset();
      const failing = Object.create(attached, {
        takeAnswer: { value: () => attached.takeAnswer() },
        softReset: { value: () => attached.exec(`flash.fault = lambda: exec("${fault}")`) },
      });
      await expect(deploy(failing, program(), entry)).rejects.toMatchObject({ code });
    });
    expect(board.boot()).toBe(bootsVersion(1));
    await flash(board, 2);
    expect(board.boot()).toBe(bootsVersion(2));
    board.remove();
  });
});

const picoW: BoardInfo = {
  version: "1.26.1",
  machine: "Raspberry Pi Pico W with RP2040",
  mpy: 4870,
  uid: "e6",
  wasRunning: false,
};

const codes = (info: Partial<BoardInfo>, needs: Partial<Parameters<typeof boardFits>[1]> = {}) =>
  boardFits({ ...picoW, ...info }, { mpy: false, ...needs }).map(({ code }) => code);

test("another board than the project's is refused (TSMP6058)", () => {
  expect(codes({})).toEqual([]);
  expect(codes({ machine: "Raspberry Pi Pico with RP2040" })).toEqual(["TSMP6058"]);
  expect(codes({ machine: "Raspberry Pi Pico 2 W with RP2350" })).toEqual(["TSMP6058"]);
  expect(codes({ machine: "Somebody's board with RP2040" })).toEqual([]);
  expect(codes({ machine: "Raspberry Pi Pico with RP2040" }, { board: "pico" })).toEqual([]);
  expect(codes({ machine: "Raspberry Pi Pico with RP2040" }, { board: "generic" })).toEqual([]);
});

test("older firmware than was compiled for is worth a warning (TSMP6059)", () => {
  expect(codes({ version: "1.24.0" })).toEqual(["TSMP6059"]);
  expect(codes({ version: "1.24.0" }, { micropython: "1.24" })).toEqual([]);
  expect(codes({ version: "1.28.0" })).toEqual([]);
});

test("bytecode goes only to a board that takes it (TSMP6056)", () => {
  expect(codes({ mpy: 0 }, { mpy: true })).toEqual(["TSMP6056"]);
  expect(codes({ mpy: 5 }, { mpy: true })).toEqual(["TSMP6056"]);
  expect(codes({ mpy: 4870 }, { mpy: true })).toEqual([]);
});

test("Python that does not compile is no bytecode (TSMP6057)", async () => {
  const { problems } = await compileToMpy([{ path: "own.py", text: "def f(:\n" }], "main.py", "");
  expect(problems).toEqual([
    expect.objectContaining({ code: "TSMP6057", message: expect.stringContaining("own.py") }),
  ]);
});
