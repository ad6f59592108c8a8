import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { tsmp } from "./tsmp.ts";

/** What docs/commands.md says that a command's document has beside `ok` and `diagnostics`. */
const promised = new Map(
  readFileSync(new URL("../../docs/commands.md", import.meta.url), "utf8")
    .split("\n")
    .flatMap((line): [string, string[]][] => {
      const [, command, rest] = /^\| `(\w+)` +\| (`.*) \|$/.exec(line) ?? [];
      if (command === undefined || rest === undefined) return [];
      // What each element of a list has stands behind the colon.
      const own = rest.replace(/: of each [^;]*/g, "");
      return [[command, [...own.matchAll(/`(\w+)`/g)].map(([, name]) => name!)]];
    }),
);

let board: VirtualBoard;
const folder = mkdtempSync(join(tmpdir(), "tsmp-documents-"));
beforeAll(async () => {
  board = await VirtualBoard.start({ heap: "8m" });
  mkdirSync(join(folder, "project"));
  writeFileSync(join(folder, "project/main.ts"), "print(1);\n");
  writeFileSync(
    join(folder, "project/a.test.ts"),
    `import { test } from "tsmp/test";\ntest("one", () => {});\n`,
  );
  writeFileSync(join(folder, "x"), "content");
});
afterAll(async () => {
  await board.close();
  rmSync(folder, { recursive: true });
});

const local: readonly (readonly string[])[] = [
  ["init", "fresh"],
  ["build", "project/main.ts", "-o", "out"],
  ["check", "project/main.ts"],
  ["run", "project/main.ts"],
  ["devices"],
];
const onBoard: readonly (readonly string[])[] = [
  ["flash", "project/main.ts"],
  ["cp", "x", ":x"],
  ["ls"],
  ["cat", "x"],
  ["rm", ":x"],
  ["df"],
  ["rtc", "--set"],
  ["doctor"],
  ["repl"],
  ["reset"],
];

test.each([...local, ...onBoard])(
  "%s: the document is what docs/commands.md says",
  async (...words) => {
    const [command = ""] = words;
    const device = onBoard.includes(words) || onBoard.some(([name]) => name === command);
    const ended = await tsmp([...words, ...(device ? ["--device", board.path] : []), "--json"], {
      cwd: folder,
      apart: true,
    });
    const document = JSON.parse(ended.stdout);
    expect([command, ended.code, document.ok]).toEqual([command, 0, true]);
    const wanted = ["ok", "diagnostics", ...(promised.get(command) ?? ["nothing is documented"])];
    expect(Object.keys(document).sort()).toEqual(wanted.sort());
  },
);

test.each(["ls", "flash", "df", "doctor", "rtc"])(
  "%s that fails has ok and diagnostics",
  async (command) => {
    const path = command === "flash" ? ["project/main.ts"] : [];
    const ended = await tsmp([command, ...path, "--device", "/dev/nope", "--json"], {
      cwd: folder,
    });
    expect(JSON.parse(ended.stdout)).toMatchObject({
      ok: false,
      diagnostics: [{ code: "TSMP6004" }],
    });
  },
);
