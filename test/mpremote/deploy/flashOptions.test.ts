import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { tsmp } from "../../cli/tsmp.ts";
import { VirtualBoard } from "../../support/board/virtualBoard.ts";

const folder = mkdtempSync(join(tmpdir(), "tsmp-options-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("several boards at once, of which one is gone: each is told for itself; a dry run writes nothing", async () => {
  await using one = await VirtualBoard.start({ heap: "4m" });
  await using two = await VirtualBoard.start({ heap: "4m", serial: "aa00" });
  writeFileSync(join(folder, "main.ts"), "print('several');\n");
  const flash = async (...args: string[]) => {
    const ended = await tsmp(["flash", "main.ts", "--json", ...args], { cwd: folder, apart: true });
    const { ok, boards } = JSON.parse(ended.stdout);
    return { code: ended.code, ok, boards: boards as { ok: boolean; changed?: boolean }[] };
  };
  const dry = await flash("-d", one.path, two.path, "--dry-run");
  expect([dry.code, ...dry.boards.map(({ changed }) => changed)]).toEqual([0, false, false]);
  const both = await flash("-d", one.path, two.path);
  expect([both.code, ...both.boards.map(({ changed }) => changed)]).toEqual([0, true, true]);
  const again = await flash("-d", one.path, "/dev/nope", two.path, "--verify");
  expect(again).toMatchObject({ ok: false, boards: [{ ok: true }, { ok: false }, { ok: true }] });
  expect(again.code).toBe(3);
});

test("--watch flashes again after a change, and ends with Ctrl-C", async () => {
  await using board = await VirtualBoard.start({ heap: "4m" });
  const file = join(folder, "watched.ts");
  writeFileSync(file, "print('first');\n");
  let changed = false;
  const ended = await tsmp(["flash", file, "-d", board.path, "--watch"], {
    apart: true,
    during: (child) => {
      let said = "";
      const look = (piece: Buffer | string) => {
        said += piece;
        const flashed = said.match(/file sent/g)?.length ?? 0;
        if (flashed === 1 && !changed) {
          changed = true;
          setTimeout(() => writeFileSync(file, "print('second');\n"), 500);
        }
        if (flashed === 2) child.kill("SIGINT");
      };
      child.stdout?.on("data", look);
      child.stderr?.on("data", look);
    },
  });
  expect([ended.code, changed]).toEqual([130, true]);
  await board.powerOff();
  const files = await board.readFiles();
  const programs = [...files].filter(([path]) => path.endsWith("/watched.py"));
  expect(programs.map(([, text]) => text.toString()).join()).toContain("second");
}, 60_000);
