import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPseudoTerminal } from "../../compiler/mpremote/pseudoTerminal.ts";
import { openTransport } from "../../compiler/mpremote/transport.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { type Ended, saidBy, stackTrace, tsmp } from "./tsmp.ts";

let board: VirtualBoard;
let folder: string;
beforeAll(async () => {
  board = await VirtualBoard.start({ heap: "8m" });
});
afterAll(() => board.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tsmp-files-"));
  return () => rmSync(folder, { recursive: true });
});

const onBoard = (...args: string[]): Promise<Ended> =>
  tsmp([...args, "--device", board.path], { cwd: folder, apart: true });

describe("files of a board", () => {
  test("go there and come back, with folders", async () => {
    const content = randomBytes(10_000);
    mkdirSync(join(folder, "tree/deep"), { recursive: true });
    writeFileSync(join(folder, "tree/a b.bin"), content);
    writeFileSync(join(folder, "tree/deep/ü.txt"), "");
    expect(await onBoard("cp", "-r", "tree", ":data/")).toMatchObject({ code: 0, stderr: "" });
    expect((await onBoard("ls", "-r", "data")).stdout).toBe(
      "        0 tree/\n    10000 tree/a b.bin\n        0 tree/deep/\n        0 tree/deep/ü.txt\n",
    );
    expect(await onBoard("cp", "-r", ":data/tree", "back")).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(folder, "back/a b.bin")).equals(content)).toBe(true);
    expect(readFileSync(join(folder, "back/deep/ü.txt")).length).toBe(0);
    expect(await onBoard("rm", "-r", ":data")).toMatchObject({ code: 0, stderr: "" });
    const { entries } = JSON.parse((await onBoard("ls", "--json")).stdout);
    expect(entries).toEqual([]);
  });

  test("are printed byte for byte, or as base64 in a document", async () => {
    writeFileSync(join(folder, "x"), "grün\r\n");
    await onBoard("cp", "x", ":x");
    expect((await onBoard("cat", "x")).stdout).toBe("grün\r\n");
    expect(JSON.parse((await onBoard("cat", "x", "--json")).stdout)).toEqual({
      ok: true,
      path: "/x",
      base64: Buffer.from("grün\r\n").toString("base64"),
      diagnostics: [],
    });
  });

  test("what is wrong is told, with its own exit code", async () => {
    const missing = await onBoard("cat", "nothing.txt");
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining("TSMP6020") });
    const local = await onBoard("cp", "nothing.txt", ":");
    expect(local).toMatchObject({ code: 1, stderr: expect.stringContaining("TSMP6027") });
    writeFileSync(join(folder, "big"), Buffer.alloc(900_000));
    const full = await onBoard("cp", "big", ":big");
    expect(full).toMatchObject({ code: 7, stderr: expect.stringContaining("TSMP6021") });
    const both = await onBoard("cp", ":a", ":b");
    expect(both).toMatchObject({ code: 2 });
    for (const ended of [missing, local, full, both]) expect(saidBy(ended)).not.toMatch(stackTrace);
  });

  test("a name that leaves the folder is not written", async () => {
    writeFileSync(join(folder, "evil"), "x");
    await onBoard("cp", "evil", ":d/good");
    await onBoard("cp", "evil", ":d/..\\evil");
    const ended = await onBoard("cp", "-r", ":d", "out");
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining("TSMP6022") });
    await onBoard("rm", "-r", "d");
  });
});

describe("the board itself", () => {
  test("its space, clock and reset", async () => {
    const { fileSystems } = JSON.parse((await onBoard("df", "--json")).stdout);
    expect(fileSystems).toEqual([
      { mount: "/", size: 212 * 4096, free: expect.any(Number), used: expect.any(Number) },
    ]);
    const { time } = JSON.parse((await onBoard("rtc", "--set", "--json")).stdout);
    expect(Math.abs(Date.parse(time.replace(" ", "T")) - Date.now())).toBeLessThan(60_000);
    const { reboots } = board;
    expect(await onBoard("reset")).toMatchObject({ code: 0, stderr: "" });
    await expect.poll(() => board.reboots).toBe(reboots + 1);
  });

  test("has a name that the user gave it", async () => {
    const env = { XDG_CONFIG_HOME: folder };
    await tsmp(["devices", "--alias", `desk=${board.path}`], { env });
    expect(await tsmp(["ls", "--device", "desk"], { env })).toMatchObject({ code: 0, stderr: "" });
    await tsmp(["devices", "--forget", "desk"], { env });
    expect(await tsmp(["ls", "--device", "desk"], { env })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("TSMP6003"),
    });
  });

  test("may be named by a variable", async () => {
    expect(await tsmp(["df"], { env: { TSMP_DEVICE: board.path } })).toMatchObject({ code: 0 });
  });
});

describe("boards that cannot be reached", () => {
  test("a port that is not there", async () => {
    expect(await tsmp(["ls", "--device", "/dev/nope"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("TSMP6004"),
    });
  });

  test("a port that another program has open, which is named", async () => {
    const pty = await openPseudoTerminal();
    const held = await openTransport(pty.path);
    const ended = await tsmp(["ls", "--device", pty.path, "--json"]);
    expect(ended.code).toBe(4);
    const [{ code, message }] = JSON.parse(ended.stdout).diagnostics;
    expect(code).toBe("TSMP6005");
    if (process.platform === "linux") expect(message).toContain(`(process ${process.pid})`);
    await held.close();
    pty.close();
  });

  test("a device that is silent", async () => {
    const pty = await openPseudoTerminal();
    pty.board.resume();
    expect(await tsmp(["ls", "--device", pty.path])).toMatchObject({
      code: 5,
      stderr: expect.stringContaining("TSMP6010"),
    });
    pty.close();
  });

  test("one that is unplugged in the middle", async () => {
    await using other = await VirtualBoard.start();
    writeFileSync(join(folder, "x"), randomBytes(100_000));
    other.faults.unplugAfter = 20_000;
    const ended = await tsmp(["cp", "x", ":x", "--device", other.path], {
      cwd: folder,
      apart: true,
    });
    expect(ended).toMatchObject({ code: 5, stderr: expect.stringContaining("TSMP6009") });
    expect(saidBy(ended)).not.toMatch(stackTrace);
    await other.powerOff();
    expect([...(await other.readFiles()).keys()]).not.toContain("/x");
  });
});
