import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { unixPortDoesNotRun } from "../diagnostics/catalogue/simulate.ts";
import { absentModules, simulateFolder, startConfig } from "./hostFiles.ts";
import { type RunRequest, type RunResult, stopped } from "./request.ts";

/** Far more than a Pico has: objects are twice the size here, and a host run should not fail for memory. */
const heapOption = "heapsize=32m";
/** A terminal's Ctrl-C reaches the program too; only one that goes on after it gets a second. */
const graceMs = 150;
const killMs = 2000;

/** Runs the program on a unix-port MicroPython, in a temporary folder that is its whole file system. */
export async function runUnix(command: string, request: RunRequest): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-run-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    writeFiles(join(folder, "program"), request.files);
    writeFiles(join(folder, "absent"), absentModules("unix"));
    return await spawnPort(command, folder, request);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

function writeFiles(
  folder: string,
  files: readonly { readonly path: string; readonly text: string | Uint8Array }[],
): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function spawnPort(command: string, folder: string, request: RunRequest): Promise<RunResult> {
  const run = join(simulateFolder, "unix/run.py");
  const child = spawn(
    command,
    ["-X", heapOption, run, folder, simulateFolder, startConfig(request)],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
  );
  forward(child.stdout, request.stdout);
  forward(child.stderr, request.stderr);
  return new Promise<RunResult>((resolve) => {
    const cancelStop = stopOnAbort(child, request.signal);
    child.once("error", (error) => {
      cancelStop();
      resolve({ exitCode: 1, problem: unixPortDoesNotRun(command, error.message) });
    });
    // Not "exit": the pipes may still hold output then.
    child.once("close", (code, signal) => {
      cancelStop();
      if (request.signal?.aborted) resolve(stopped);
      else if (signal === null) resolve({ exitCode: code ?? 1 });
      else resolve({ exitCode: 128 + constants.signals[signal], signal });
    });
  });
}

function forward(stream: Readable, sink: (piece: string) => void): void {
  stream.setEncoding("utf8");
  stream.on("data", sink);
}

function stopOnAbort(child: ChildProcess, signal: AbortSignal | undefined): () => void {
  const timers: NodeJS.Timeout[] = [];
  const stop = () => {
    timers.push(setTimeout(() => child.kill("SIGINT"), graceMs));
    timers.push(setTimeout(() => child.kill("SIGKILL"), graceMs + killMs));
  };
  signal?.addEventListener("abort", stop, { once: true });
  return () => {
    signal?.removeEventListener("abort", stop);
    timers.forEach(clearTimeout);
  };
}
