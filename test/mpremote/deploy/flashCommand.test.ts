import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBoard } from "../../../compiler/mpremote/board.ts";
import { mainScript, tsmp } from "../../cli/tsmp.ts";
import { temporaryFolder } from "../../project/temporaryFolder.ts";
import { VirtualBoard } from "../../support/board/virtualBoard.ts";

let board: VirtualBoard;
beforeAll(async () => {
  board = await VirtualBoard.start({ files: { "/main.py": "print('mine')\n" }, heap: "4m" });
});
afterAll(() => board.close());

const main = `
import { greeting } from "./lib/greeting";
setTimeout(() => console.log("later"), 20);
console.log(greeting);
`;

function project(greeting: string, entry = main): string {
  const settings = { tsmp: { micropython: "1.24", include: ["page.html"] } };
  return temporaryFolder({
    "tsconfig.json": JSON.stringify(settings),
    "main.ts": entry,
    "lib/greeting.ts": `export const greeting: string = "${greeting}";\n`,
    "page.html": "<p>page</p>\n".repeat(100),
  });
}

const flash = (folder: string, ...options: string[]) =>
  tsmp(["flash", folder, "-d", board.path, ...options]);

/** What the board says after a reset, up to the last thing that its program says. */
async function booted(last: string): Promise<string> {
  const { stream, transport } = await openBoard(board.path);
  try {
    await stream.write("\x02\x04");
    await stream.readUntil("soft reboot\r\n", { timeoutMs: 10_000 });
    const said = await stream.readUntil(`${last}\r\n`, { timeoutMs: 10_000 });
    return said.toString().replaceAll("\r", "");
  } finally {
    await transport.close();
  }
}

test("a project goes to the board, and runs there after every start", async () => {
  const folder = project("hello");
  const first = await flash(folder);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(
    /: \d files sent \(\d+\.\d kB\), the main.py of before is \/main.before-tsmp.py\n$/,
  );
  expect(await booted("later")).toBe("hello\nlater\n");

  expect((await flash(folder)).stdout).toMatch(/: up to date, \d files\n$/);

  writeFileSync(join(folder, "lib/greeting.ts"), 'export const greeting: string = "again";\n');
  expect((await flash(folder, "--dry-run")).stdout).toMatch(/: 1 file to send \(0.0 kB\), \d unch/);
  expect(await booted("later")).toBe("hello\nlater\n");
  expect((await flash(folder)).stdout).toMatch(/: 1 file sent \(0.0 kB\), \d unchanged\n$/);
  expect(await booted("later")).toBe("again\nlater\n");
});

test("as bytecode it runs the same", async () => {
  const ended = await flash(project("bytes"), "--mpy");
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(await booted("later")).toBe("bytes\nlater\n");
});

test("what was built is flashed without compiling it again", async () => {
  const folder = project("built");
  expect(await tsmp(["build", folder])).toMatchObject({ code: 0 });
  const built = join(folder, "build");
  const ended = await flash(".", "--built", built, "--json");
  expect(ended.code).toBe(0);
  const document = JSON.parse(ended.stdout);
  expect(document.boards).toEqual([
    expect.objectContaining({ address: board.path, ok: true, changed: true }),
  ]);
  expect(await booted("later")).toBe("built\nlater\n");
  for (const line of ended.stderr.trim().split("\n").filter(Boolean)) {
    expect(JSON.parse(line)).toMatchObject({ event: "progress", address: board.path });
  }
});

test("nothing is sent of a program with an error, or to a board that is not there", async () => {
  const broken = await flash(project("broken", "const n: number = 'text';"));
  expect(broken).toMatchObject({ code: 1, stdout: "" });
  expect(broken.stderr).toContain("TS2322");
  const nowhere = await tsmp(["flash", project("nowhere"), "-d", "/dev/does-not-exist"]);
  expect(nowhere.code).toBe(3);
  expect(nowhere.stderr).toContain("TSMP6004");
  const nothing = await flash(".", "--built", temporaryFolder());
  expect(nothing.code).toBe(1);
  expect(await booted("later")).toBe("built\nlater\n");
});

test("a host that is killed leaves a board that answers and boots the old program", async () => {
  const folder = project("after the kill");
  writeFileSync(join(folder, "page.html"), randomBytes(60_000));
  const child = spawn(process.execPath, [mainScript, "flash", folder, "-d", board.path], {
    stdio: "ignore",
  });
  board.resetTraffic();
  while (board.traffic.sent < 20_000) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("close", resolve));
  expect(await booted("later")).toBe("built\nlater\n");
  expect((await flash(folder)).code).toBe(0);
  expect(await booted("later")).toBe("after the kill\nlater\n");
});

test("Ctrl-C ends a transfer, and the old program goes on", async () => {
  const folder = project("not wanted");
  writeFileSync(join(folder, "page.html"), randomBytes(300_000));
  board.resetTraffic();
  const ended = await tsmp(["flash", folder, "-d", board.path], {
    during: async (child) => {
      while (board.traffic.sent < 20_000) await new Promise((resolve) => setTimeout(resolve, 1));
      child.kill("SIGINT");
    },
  });
  expect(ended.code).toBe(130);
  expect(await booted("later")).toBe("after the kill\nlater\n");
});

test("with --monitor it stays, and shows errors where they are in TypeScript", async () => {
  const folder = project(
    "to be seen",
    `${main}\nsetTimeout(() => { throw new Error("boom"); }, 50);`,
  );
  for (const options of [[], ["--mpy"]]) {
    const { stdout } = await tsmp(["flash", folder, "-d", board.path, "--monitor", ...options], {
      during: (child) => {
        let said = "";
        child.stdout?.on("data", (piece) => {
          said += piece;
          if (said.includes("Error: boom")) child.kill("SIGINT");
        });
      },
    });
    expect(stdout).toMatch(/to be seen\r?\nlater\r?\n/);
    expect(stdout).toMatch(/File ".*main.ts", line 6, in /);
    expect(stdout).not.toContain(".tsmp/");
    // The call of run_main at the program's end has no TypeScript; the boot file's frame is gone.
    expect(stdout.match(/File "main.py"/g) ?? []).toHaveLength(1);
  }
});
