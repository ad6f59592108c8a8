import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { embeddedHostFailed, embeddedMemoryFull } from "../diagnostics/catalogue/simulate.ts";
import { absentModules, embeddedStandIns, simulateFolder, startConfig } from "./hostFiles.ts";
import { outputReader, type SharedOutput } from "./outputRing.ts";
import { type RunRequest, type RunResult, stopped } from "./request.ts";

/** What `runtime-py/simulate/embedded/host.mjs` sends. */
type Message =
  | { readonly output: true }
  | { readonly exitCode: number }
  | { readonly failed: string };

/** How long text without a newline may stay unseen while the program computes. */
const promptMs = 50;
/** A program that waits sees Ctrl-C and may tidy up; one that computes is cut off. */
const graceMs = 200;

/** Runs the program on MicroPython in WebAssembly, in a worker thread of its own. */
export function runEmbedded(request: RunRequest): Promise<RunResult> {
  let lastError = "";
  const output = outputReader({
    stdout: request.stdout,
    stderr(piece) {
      lastError = (lastError + piece).slice(-tailCharacters);
      request.stderr(piece);
    },
  });
  const worker = startWorker(request, output.shared);
  const prompts = setInterval(output.drain, promptMs);

  return new Promise<RunResult>((resolve) => {
    let ended = false;
    const end = (result: RunResult) => {
      if (ended) return;
      ended = true;
      request.signal?.removeEventListener("abort", stop);
      clearInterval(prompts);
      void worker.terminate().then(() => {
        output.end();
        resolve(result);
      });
    };
    const fail = (detail: string) => end({ exitCode: 1, problem: embeddedHostFailed(detail) });
    const stop = () => {
      output.interrupt();
      setTimeout(() => end(stopped), graceMs);
    };
    request.signal?.addEventListener("abort", stop, { once: true });
    worker.on("message", (message: Message) => {
      output.drain();
      if ("output" in message) return;
      if ("failed" in message) fail(message.failed);
      else end(request.signal?.aborted ? stopped : programEnd(message.exitCode, lastError));
    });
    worker.on("error", (error) => fail(error instanceof Error ? error.message : String(error)));
    worker.on("exit", () => fail("its thread ended"));
  });
}

function startWorker(request: RunRequest, output: SharedOutput): Worker {
  const micropython = createRequire(import.meta.url).resolve(
    "@micropython/micropython-webassembly-pyscript",
  );
  return new Worker(join(simulateFolder, "embedded/host.mjs"), {
    workerData: {
      micropython: pathToFileURL(micropython).href,
      files: memoryFiles(request),
      start: "/.simulate/embedded/run.py",
      config: startConfig(request),
      output,
    },
    execArgv: [],
  });
}

/** Not any MemoryError: a program may raise its own, and a locked heap has another text. */
const outOfMemory = /\nMemoryError: memory allocation failed, allocating \d+ bytes\s*$/;
const tailCharacters = 100;

function programEnd(exitCode: number, lastError: string): RunResult {
  const isFull = exitCode !== 0 && outOfMemory.test(lastError);
  return isFull ? { exitCode, problem: embeddedMemoryFull() } : { exitCode };
}

function memoryFiles(request: RunRequest): { path: string; content: string | Uint8Array }[] {
  return [
    ...request.files.map(({ path, text }) => ({ path: `/${path}`, content: text })),
    ...embeddedStandIns().map(({ path, text }) => ({ path: `/.simulate/${path}`, content: text })),
    ...absentModules("embedded").map(({ path, text }) => ({
      path: `/.absent/${path}`,
      content: text,
    })),
  ];
}
