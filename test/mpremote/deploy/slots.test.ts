import { randomBytes } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { ProgressBar, progressLine } from "../../../compiler/cli/flash/progressBar.ts";
import { type DeployReport, deploy } from "../../../compiler/mpremote/deploy/deploy.ts";
import type { DeployFile } from "../../../compiler/mpremote/deploy/layout.ts";
import { describeOnUnix } from "../../support/micropython/onUnix.ts";
import { FlashBoard } from "./flashBoard.ts";

function newBoard(): FlashBoard {
  const board = new FlashBoard(128);
  onTestFinished(() => board.remove());
  return board;
}

function files(texts: Readonly<Record<string, string | Buffer>>): DeployFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, content: Buffer.from(text) }));
}

const flash = (board: FlashBoard, texts: Readonly<Record<string, string | Buffer>>) =>
  board.with(async (attached): Promise<DeployReport & { sent: number }> => {
    const before = attached.stream.traffic.sent;
    const report = await deploy(attached, files(texts), { entry: "main.py" });
    return { ...report, sent: attached.stream.traffic.sent - before };
  });

const exec = (board: FlashBoard, code: string) =>
  board.with(async (attached) => (await attached.exec(code)).stdout);

describeOnUnix("the slots", () => {
  test("what the program has written beside its files goes along", async () => {
    const board = newBoard();
    const counting = `
import os
try:
    n = int(open("runs/count").read())
except OSError:
    os.mkdir("runs")
    n = 0
with open("runs/count", "w") as f:
    f.write(str(n + 1))
`;
    await flash(board, { "main.py": `${counting}print("one", n)\n` });
    expect(board.boot()).toBe("one 0\n");
    expect(board.boot()).toBe("one 1\n");
    const { plan } = await flash(board, { "main.py": `${counting}print("two", n)\n` });
    expect(plan.carry).toEqual(["runs/count"]);
    expect(board.boot()).toBe("two 2\n");
    await flash(board, { "main.py": `${counting}print("three", n)\n` });
    expect(board.boot()).toBe("three 3\n");
  });

  test("only what changed is sent, whichever slot has the rest", async () => {
    const board = newBoard();
    const noise = randomBytes(30_000);
    await flash(board, { "main.py": "print(1)\n", noise });
    const second = await flash(board, { "main.py": "print(2)\n", noise });
    expect(second.plan).toMatchObject({ copy: ["noise"], keep: [] });
    const third = await flash(board, { "main.py": "print(3)\n", noise });
    expect(third.plan).toMatchObject({ copy: [], keep: ["noise"] });
    for (const { sent } of [second, third]) expect(sent).toBeLessThan(3000);
    expect(board.boot()).toBe("3\n");
  });

  test("files and folders that are no longer part of it go", async () => {
    const board = newBoard();
    const tree = `
import os
def show(folder):
    for entry in sorted(os.ilistdir(folder)):
        print(folder + "/" + entry[0])
        if entry[1] == 0x4000:
            show(folder + "/" + entry[0])
show(".")
`;
    await flash(board, { "main.py": tree, "a/b/c.py": "1", file: "2" });
    await flash(board, { "main.py": tree, a: "now a file", "file/in/folder": "3" });
    const there = "./a\n./file\n./file/in\n./file/in/folder\n./main.py\n";
    expect(board.boot()).toBe(there);
    await flash(board, { "main.py": `${tree}#`, a: "now a file", "file/in/folder": "3" });
    expect(board.boot()).toBe(there);
  });

  test("a main.py that another tool has put there is kept, and ours put back", async () => {
    const board = newBoard();
    await exec(board, 'with open("/main.py", "w") as f: f.write("print(\'theirs\')")');
    const first = await flash(board, { "main.py": "print('ours')\n" });
    expect(first.savedMain).toBe("/main.before-tsmp.py");
    await exec(board, 'with open("/main.py", "w") as f: f.write("print(\'again\')")');
    expect(board.boot()).toBe("again\n");
    const second = await flash(board, { "main.py": "print('ours')\n" });
    expect(second).toMatchObject({ savedMain: "/main.before-tsmp-2.py", plan: { upToDate: true } });
    expect(board.boot()).toBe("ours\n");
    expect(await exec(board, 'print(open("/main.before-tsmp.py").read())')).toBe(
      "print('theirs')\n",
    );
    expect(await exec(board, 'print(open("/main.before-tsmp-2.py").read())')).toBe(
      "print('again')\n",
    );
  });

  test("a damaged slot does not keep the other one from starting", async () => {
    const board = newBoard();
    await flash(board, { "main.py": "print(1)\n" });
    await flash(board, { "main.py": "print(2)\n" });
    await exec(board, 'import os; os.remove("/.tsmp/b.manifest")');
    expect(board.boot()).toBe("1\n");
    // The slot that starts is not the one that is filled, whatever the pointer says.
    const third = await flash(board, { "main.py": "print(3)\n" });
    expect(third.plan.target).toBe("b");
    expect(board.boot()).toBe("3\n");
    await exec(board, 'import os; os.remove("/.tsmp/active")');
    expect(board.boot()).toBe("1\n");
    await flash(board, { "main.py": "print(4)\n" });
    expect(board.boot()).toBe("4\n");
  });

  test("a file that was changed in place is found by its hash, with verify", async () => {
    const board = newBoard();
    const program = { "main.py": "print(open('data').read())\n", data: "right" };
    await flash(board, program);
    await exec(board, 'with open("/.tsmp/a/data", "w") as f: f.write("wrong")');
    expect(board.boot()).toBe("wrong\n");
    await board.with((attached) =>
      deploy(attached, files(program), { entry: "main.py", verify: true }),
    );
    expect(board.boot()).toBe("right\n");
  });

  test("a slot that lies about its files is found out before the switch", async () => {
    const board = newBoard();
    await flash(board, { "main.py": "print(1)\n", data: "right" });
    await flash(board, { "main.py": "print(2)\n", data: "right" });
    // Slot a comes next; its manifest still vouches for the data.
    await exec(board, 'with open("/.tsmp/a/data", "w") as f: f.write("wrong")');
    await flash(board, { "main.py": "print(open('data').read())\n", data: "right" });
    expect(board.boot()).toBe("right\n");
  });
});

test("a bar says how much is done and how long it takes", () => {
  expect(progressLine({ done: 0, total: 50_000 }, 0)).toBe(`[${" ".repeat(24)}] 0.0 of 50.0 kB`);
  expect(progressLine({ done: 25_000, total: 50_000 }, 2)).toBe(
    `[${"#".repeat(12)}${" ".repeat(12)}] 25.0 of 50.0 kB, 2 s left`,
  );
});

test("a bar is drawn on terminals only, and taken away again", () => {
  const drawn = (isTTY: boolean, json: boolean) => {
    let text = "";
    const bar = new ProgressBar({ isTTY, columns: 40, write: (piece) => (text += piece) }, json);
    bar.show("/dev/x", { done: 1, total: 2 });
    bar.clear();
    return text;
  };
  expect(drawn(true, false)).toContain("\r[############  ");
  expect(drawn(true, false).endsWith("\r\x1b[K")).toBe(true);
  expect(drawn(false, false)).toBe("");
  expect(JSON.parse(drawn(false, true))).toEqual({
    event: "progress",
    address: "/dev/x",
    done: 1,
    total: 2,
  });
});
