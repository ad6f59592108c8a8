import { watch } from "node:fs";
import { relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { exitCodes } from "../exitCodes.ts";
import { fromHere, type Terminal } from "../terminal.ts";
import { type Flashed, flashOnce } from "./flashOnce.ts";
import type { FlashOptions } from "./flashOptions.ts";

/** Editors write a file in several steps. */
const settleMs = 60;

/** Flashes now and after every change, until Ctrl-C. */
export async function watchAndFlash(
  path: string,
  options: FlashOptions,
  terminal: Terminal,
): Promise<number> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    let flashed = await flashOnce(path, options, terminal, stop.signal);
    const changes = new Changes(flashed, stop.signal);
    terminal.notice(`Watching ${fromHere(flashed.source.root)}; Ctrl-C ends.`);
    while (await changes.next()) {
      flashed = await flashOnce(path, options, terminal, stop.signal);
    }
    return exitCodes.interrupted;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

/** Changes of a project's files, but for those that a build or a package manager makes. */
class Changes {
  readonly #signal: AbortSignal;
  #changed = false;
  #wake: () => void = () => {};

  constructor({ source: { root, outDir } }: Flashed, signal: AbortSignal) {
    this.#signal = signal;
    const built = relative(root, outDir);
    const watcher = watch(root, { recursive: true, signal }, (_, name) => {
      const [first = ""] = (name ?? "").split(sep);
      const isBuilt = built !== "" && (name === built || name?.startsWith(built + sep));
      if (isBuilt || first === "node_modules" || first.startsWith(".")) return;
      this.#changed = true;
      this.#wake();
    });
    watcher.on("error", () => {}); // the folder is gone: Ctrl-C is what is left
    signal.addEventListener("abort", () => this.#wake());
  }

  /** Waits for the next change; false when it is over. */
  async next(): Promise<boolean> {
    while (!this.#changed && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#signal.aborted) return false;
    await sleep(settleMs);
    this.#changed = false;
    return true;
  }
}
