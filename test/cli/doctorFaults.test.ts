import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openPseudoTerminal, type PseudoTerminal } from "../../compiler/mpremote/pseudoTerminal.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { VirtualBoard } from "../support/board/virtualBoard.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";
import { mainScript, tsmp } from "./tsmp.ts";

/** The diagnostics of a command's document. */
async function told(args: readonly string[], cwd?: string) {
  const ended = await tsmp([...args, "--json"], {
    apart: true,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const document = JSON.parse(ended.stdout);
  const diagnostics: { code: string; message: string; hint: string }[] = document.diagnostics;
  return {
    code: ended.code,
    problems: diagnostics.map(({ code, message, hint }) => ({ code, message, hint })),
  };
}

/** The doctor names the fault in the words of the command that fails by it, and ends as it does. */
async function sameFault(code: string, device: string, failing: readonly string[], cwd?: string) {
  const doctor = await told(["doctor", "--device", device], cwd);
  const command = await told([...failing, "--device", device], cwd);
  const fault = command.problems.find((problem) => problem.code === code);
  expect(fault).toBeDefined();
  expect(doctor.problems).toContainEqual(fault);
  expect(doctor.code).toBe(command.code);
}

describe.concurrent("the doctor and the command that fails say the same of", () => {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-doctor-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("a port that is not there, is no serial port, or has a name that nobody knows", async () => {
    writeFileSync(join(folder, "file"), "");
    await sameFault("TSMP6004", join(folder, "nothing"), ["ls"]);
    await sameFault("TSMP6007", join(folder, "file"), ["ls"]);
    await sameFault("TSMP6003", "nobody", ["ls"]);
  });

  test("a port that another program holds", async () => {
    await using device = await VirtualBoard.start();
    const { openSerial } = await import("../../compiler/mpremote/transports/serial.ts");
    const held = await openSerial(device.path);
    await sameFault("TSMP6005", device.path, ["ls"]);
    await held.close();
  });

  test.each<[string, string, (line: PseudoTerminal) => void]>([
    ["a board that says nothing", "TSMP6010", () => {}],
    ["what is not MicroPython", "TSMP6011", answering(() => "ERROR\r\n")],
    ["a program that does not stop", "TSMP6012", answering(() => "KeyboardInterrupt: \r\n")],
    ["a board that resets again and again", "TSMP6013", ticking("MPY: soft reboot\r\n")],
    ["firmware that is too old", "TSMP6014", answering(oldFirmware)],
  ])("%s", async (_, code, behave) => {
    const line = await openPseudoTerminal();
    behave(line);
    await sameFault(code, line.path, ["df"]);
    line.close();
  });

  const filled = `import os
n = 0
while os.statvfs("/")[3] > 1:
  with open("/%d" % n, "w") as f: f.write("x" * 4000)
  n += 1
`;
  const readOnly = `import vfs
if "/data" not in [m[1] for m in vfs.mount()]:
  fs = [m[0] for m in vfs.mount() if m[1] == "/"][0]
  vfs.umount("/"); vfs.mount(fs, "/", readonly=True)
`;
  test("a full file system, and one that is read-only", async () => {
    await using full = await VirtualBoard.start({ blocks: 16, files: { "/boot.py": filled } });
    const file = join(folder, "large");
    writeFileSync(file, "x".repeat(20_000));
    const doctor = await told(["doctor", "--device", full.path]);
    const copy = await told(["cp", file, ":new", "--device", full.path]);
    expect([copy.code, copy.problems]).toMatchObject([7, [{ code: "TSMP6021" }]]);
    expect(doctor.problems[0]?.code).toMatch(/TSMP6021|TSMP6029/);
    await using fixed = await VirtualBoard.start({ files: { "/boot.py": readOnly } });
    const project = mkdtempSync(join(folder, "project-"));
    writeFileSync(join(project, "main.ts"), "print(1);\n");
    await sameFault("TSMP6053", fixed.path, ["flash"], project);
  });
});

await describeOnFirmware("with an emulated board, the same of", ({ bin }) => {
  test("a board that the project is not for, and one with older firmware", async () => {
    const board = spawn(process.execPath, [mainScript, "emulate", "--firmware", bin]);
    const path = await new Promise<string>((resolve, reject) => {
      board.stdout.once("data", (piece: Buffer) => resolve(piece.toString().trim()));
      board.once("exit", () => reject(new Error("tsmp emulate ended")));
    });
    const project = (settings: object) =>
      temporaryFolder({
        "main.ts": "print(1);\n",
        "tsconfig.json": JSON.stringify({ tsmp: settings }),
      });
    await sameFault("TSMP6058", path, ["flash"], project({ board: "pico2" }));
    await sameFault("TSMP6059", path, ["flash"], project({ board: "pico", micropython: "1.99" }));
    board.kill("SIGINT");
  });
});

function ticking(text: string): (line: PseudoTerminal) => void {
  return ({ board }) => {
    const timer = setInterval(() => board.write(text), 20);
    board.on("close", () => clearInterval(timer));
  };
}

function answering(answer: (heard: string) => string): (line: PseudoTerminal) => void {
  return ({ board }) => {
    board.on("data", (bytes: Buffer) => board.write(answer(bytes.toString("latin1"))));
  };
}

function oldFirmware(heard: string): string {
  const nonce = /'([0-9a-f]{4})'\+'([0-9a-f]{4})'/.exec(heard);
  if (nonce === null) return "raw REPL; CTRL-B to exit\r\n>";
  return `OK${nonce[1]}${nonce[2]}\t1.18.0\tPico\t5\tab\r\n\x04\x04>`;
}
