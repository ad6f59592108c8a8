import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { embeddedHostFailed, embeddedMemoryFull } from "../diagnostics/catalogue/simulate.ts";
import { absentModules, embeddedStandIns, simulateFolder, startConfig } from "./hostFiles.ts";
import { type RunRequest, type RunResult, stopped } from "./request.ts";

/** What `runtime-py/simulate/embedded/host.mjs` sends. */
type Message =
  | { readonly stream: "stdout" | "stderr"; readonly bytes: Uint8Array }
  | { readonly exitCode: number }
  | { readonly failed: string };

/** Runs the program on MicroPython in WebAssembly, in a worker thread of its own. */
export function runEmbedded(request: RunRequest): Promise<RunResult> {
  const worker = new Worker(join(simulateFolder, "embedded/host.mjs"), {
    workerData: {
      micropython: pathToFileURL(
        createRequire(import.meta.url).resolve("@micropython/micropython-webassembly-pyscript"),
      ).href,
      files: memoryFiles(request),
      start: "/.simulate/embedded/run.py",
      config: startConfig(request),
    },
    execArgv: [],
  });
  const sinks = { stdout: decoded(request.stdout), stderr: decoded(request.stderr) };
  let outOfMemory = false;

  return new Promise<RunResult>((resolve) => {
    let ended = false;
    const end = (result: RunResult) => {
      if (ended) return;
      ended = true;
      request.signal?.removeEventListener("abort", stop);
      void worker.terminate().then(() => {
        sinks.stdout.end();
        sinks.stderr.end();
        resolve(result);
      });
    };
    const fail = (detail: string) => end({ exitCode: 1, problem: embeddedHostFailed(detail) });
    const stop = () => end(stopped);
    request.signal?.addEventListener("abort", stop, { once: true });
    worker.on("message", (message: Message) => {
      if ("stream" in message) {
        const text = sinks[message.stream].push(message.bytes);
        outOfMemory ||= text.startsWith("MemoryError");
      } else if ("failed" in message) {
        fail(message.failed);
      } else {
        const problem =
          outOfMemory && message.exitCode !== 0 ? { problem: embeddedMemoryFull() } : {};
        end({ exitCode: message.exitCode, ...problem });
      }
    });
    worker.on("error", (error) => fail(error instanceof Error ? error.message : String(error)));
    worker.on("exit", () => fail("its thread ended"));
  });
}

function memoryFiles(request: RunRequest): { path: string; content: string | Uint8Array }[] {
  return [
    ...request.files.map(({ path, text }) => ({ path: `/program/${path}`, content: text })),
    ...embeddedStandIns().map(({ path, text }) => ({ path: `/.simulate/${path}`, content: text })),
    ...absentModules("embedded").map(({ path, text }) => ({
      path: `/.absent/${path}`,
      content: text,
    })),
  ];
}

/** A piece of output may end within a character. */
function decoded(sink: (piece: string) => void): { push(bytes: Uint8Array): string; end(): void } {
  const decoder = new TextDecoder();
  const show = (text: string) => {
    if (text !== "") sink(text);
    return text;
  };
  return {
    push: (bytes) => show(decoder.decode(bytes, { stream: true })),
    end: () => void show(decoder.decode()),
  };
}
