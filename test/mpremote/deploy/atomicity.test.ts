import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { deploy } from "../../../compiler/mpremote/deploy/deploy.ts";
import { describeOnUnix } from "../../support/micropython/onUnix.ts";
import { FlashBoard, PowerCut } from "./flashBoard.ts";
import { bootsVersion, flash, programVersion } from "./powerCuts.ts";

/** Every how many changes the power is cut; 1 in the campaign. */
const stride = Number(process.env["TSMP_CUT_STRIDE"] ?? 7);

describeOnUnix("the power goes during a deploy", () => {
  // The first fills slot a beside a main.py of the user's own, the next ones b and a again.
  for (const deploys of [0, 1, 2, 3]) {
    test(`number ${deploys + 1}: the board boots the old program or the new one`, async () => {
      const before = new FlashBoard();
      await before.with((board) =>
        board.exec('with open("/main.py","w") as f: f.write("print(0)")'),
      );
      for (let version = 1; version <= deploys; version++) await flash(before, version);
      const old = before.boot();
      const fresh = bootsVersion(deploys + 1);
      const seen = { old: 0, new: 0 };
      for (let cutAfter = deploys % stride; ; cutAfter += stride) {
        const board = before.copy();
        const whole = await flash(board, deploys + 1, { cutAfter, torn: cutAfter % 2 === 1 }).then(
          () => true,
          (error) => {
            expect(error).toBeInstanceOf(PowerCut);
            return false;
          },
        );
        const booted = board.boot();
        expect([old, fresh], `cut after ${cutAfter} changes`).toContain(booted);
        seen[booted === old ? "old" : "new"]++;
        if (!whole) await flash(board, deploys + 1);
        expect(board.boot()).toBe(fresh);
        board.remove();
        if (whole) break;
      }
      before.remove();
      expect(seen.old).toBeGreaterThan(0);
      expect(seen.new).toBeGreaterThan(0);
    });
  }
});

/** 200 in the campaign. */
const deaths = Number(process.env["TSMP_HOST_DEATHS"] ?? 12);

describeOnUnix("the host dies during a deploy", () => {
  test("at any byte: the board boots the old program or the new one", async () => {
    const before = new FlashBoard();
    await flash(before, 1);
    await flash(before, 2);
    const [old, fresh] = [bootsVersion(2), bootsVersion(3)];
    expect(before.boot()).toBe(old);
    const length = await sentBy(before.copy(), Number.POSITIVE_INFINITY);
    for (let n = 0; n < deaths; n++) {
      const board = before.copy();
      const at = randomInt(length);
      await expect(sentBy(board, at)).rejects.toThrow();
      expect([old, fresh], `after byte ${at}`).toContain(board.boot());
      await flash(board, 3);
      expect(board.boot()).toBe(fresh);
      board.remove();
    }
    before.remove();
  });
});

/** How many bytes a deploy of version 3 has sent, unless the host dies before. */
async function sentBy(board: FlashBoard, hostDiesAfter: number): Promise<number> {
  return board.with(async (attached, line) => {
    const before = line.sent;
    line.hostDiesAfter = before + hostDiesAfter;
    await deploy(attached, programVersion(3), { entry: "main.py" });
    return line.sent - before;
  });
}
