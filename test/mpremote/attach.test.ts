import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBoard } from "../../compiler/mpremote/board.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { busyPrograms } from "./busyPrograms.ts";

describe.each(Object.entries(busyPrograms))("a board that is busy with %s", (_, main) => {
  let device: VirtualBoard;
  beforeAll(async () => {
    device = await VirtualBoard.start({ files: { "/main.py": main } });
  });
  afterAll(() => device.close());

  test("is attached to again and again, and runs its program in between", async () => {
    // A second try counts its own.
    const before = device.crashes;
    for (let turn = 0; turn < 3; turn++) {
      const board = await openBoard(device.path);
      expect(await board.evaluate("print(6 * 7)")).toBe("42\n");
      await board.close({ restart: "always" });
    }
    expect(device.crashes).toBe(before);
  });
});
