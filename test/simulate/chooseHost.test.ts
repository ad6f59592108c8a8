import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { needsUnixPort } from "../../compiler/simulate/chooseHost.ts";
import { findUnixPort } from "../../compiler/simulate/findUnixPort.ts";
import { describeOnUnix } from "../support/micropython/onUnix.ts";

describe("what needs the unix port", () => {
  const threads = "The program starts threads";
  const sockets = "The program opens sockets";
  test.each([
    ["print('plain')", undefined],
    ["import _thread", threads],
    ["from _thread import start_new_thread", threads],
    ["def late():\n    import _thread", threads],
    ["try:\n    from _thread import allocate_lock\nexcept ImportError:\n    pass", undefined],
    ["import _threading", undefined],
    ["import socket", sockets],
    ["server = asyncio.start_server(serve, '0.0.0.0', 80)", sockets],
    ["from asyncio import open_connection\nopen_connection('host', 1)", sockets],
    ["# about import _thread", undefined],
  ])("%j: %s", (text, need) => {
    expect(needsUnixPort([{ path: "main.py", text }])).toBe(need);
    expect(needsUnixPort([{ path: "a/b.py", text: new TextEncoder().encode(text) }])).toBe(need);
    expect(needsUnixPort([{ path: "notes.txt", text }])).toBe(undefined);
  });
});

describe("finding the unix port", () => {
  const folder = mkdtempSync(join(tmpdir(), "tsmp find "));
  afterAll(() => rmSync(folder, { recursive: true }));
  const pretend = (name: string, script: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  test("there is none", async () => {
    expect(await findUnixPort({ PATH: folder })).toEqual({ kind: "missing" });
    expect(await findUnixPort({})).toEqual({ kind: "missing" });
  });

  test("the first on PATH", async () => {
    const command = pretend("micropython", "echo 1.26.1");
    const found = { kind: "found", command, version: "1.26.1" };
    expect(await findUnixPort({ PATH: `/nowhere::${folder}` })).toEqual(found);
  });

  test("TSMP_MICROPYTHON goes before PATH", async () => {
    const command = pretend("named", "echo 1.24.0");
    const env = { PATH: folder, TSMP_MICROPYTHON: command };
    expect(await findUnixPort(env)).toEqual({ kind: "found", command, version: "1.24.0" });
  });

  test.each([
    ["too old", "echo 1.19.1", "TSMP7002"],
    ["fails", "echo no >&2; exit 3", "TSMP7003"],
    ["is something else", "echo hello", "TSMP7003"],
  ])("one that %s", async (title, script, code) => {
    const port = await findUnixPort({ TSMP_MICROPYTHON: pretend(title, script) });
    expect(port).toMatchObject({ kind: "unusable", problem: { code } });
  });

  test("one that is not there", async () => {
    const port = await findUnixPort({ TSMP_MICROPYTHON: join(folder, "gone") });
    expect(port).toMatchObject({ kind: "unusable", problem: { code: "TSMP7003" } });
  });

  describeOnUnix("for real", (command) => {
    test("the tests' own", async () => {
      const port = await findUnixPort({ TSMP_MICROPYTHON: command });
      expect(port).toMatchObject({ kind: "found", command });
    });
  });
});
