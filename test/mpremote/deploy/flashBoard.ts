import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Board, boardOn } from "../../../compiler/mpremote/board.ts";
import { deployQuestion } from "../../../compiler/mpremote/deploy/probe.ts";
import type { Transport } from "../../../compiler/mpremote/transport.ts";

const program = new URL("./flashBoard.py", import.meta.url).pathname;
const micropython = () => process.env["TSMP_MICROPYTHON"] ?? "micropython";

export interface PowerOn {
  /** The power goes instead of change number n to the flash. */
  readonly cutAfter?: number;
  /** Half of the change that is cut has happened. */
  readonly torn?: boolean;
}

export class PowerCut extends Error {}

/** A flash chip with MicroPython around it. Its content stays when the power goes. */
export class FlashBoard {
  readonly blocks: number;
  readonly #folder = mkdtempSync(join(tmpdir(), "tsmp-flash-"));
  readonly #image = join(this.#folder, "image");

  constructor(blocks = 64) {
    this.blocks = blocks;
    writeFileSync(this.#image, "");
  }

  /** Another board with the same content. */
  copy(): FlashBoard {
    const other = new FlashBoard(this.blocks);
    copyFileSync(this.#image, other.#image);
    return other;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Attaches to the board, and gives what `use` does; the power goes when it is done. */
  async with<T>(
    use: (board: Board, line: PipeLine) => Promise<T>,
    power: PowerOn = {},
  ): Promise<T> {
    const child = spawn(micropython(), this.#arguments("serve", power));
    const line = new PipeLine(child);
    const exit = new Promise((resolve) => child.once("close", resolve));
    try {
      const board = await boardOn(line, { ask: deployQuestion() });
      return await use(board, line);
    } finally {
      child.stdin.end();
      await exit;
    }
  }

  /** What main.py prints when the board starts. */
  boot(): string {
    const { stdout, stderr } = spawnSync(micropython(), this.#arguments("boot", {}), {
      encoding: "utf8",
    });
    return stdout + stderr;
  }

  #arguments(mode: string, { cutAfter = -1, torn = false }: PowerOn): string[] {
    const numbers = [this.blocks, cutAfter, torn ? 1 : 0].map(String);
    return ["-X", "heapsize=16m", program, this.#image, ...numbers, mode];
  }
}

/** The two pipes as a line to the board. */
export class PipeLine implements Transport {
  readonly address = "pipe";
  /** Cuts the host off when it has sent this many bytes. */
  hostDiesAfter = Number.POSITIVE_INFINITY;
  sent = 0;
  readonly #child: ChildProcessWithoutNullStreams;
  #closed: ((cause: Error | undefined) => void) | undefined;
  #cut = false;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stdin.on("error", () => {});
    child.on("close", () => this.#closed?.(new Error("the board is gone")));
  }

  write(bytes: Uint8Array): Promise<void> {
    const left = this.hostDiesAfter - this.sent;
    this.sent += bytes.length;
    if (this.#cut || left <= 0) return Promise.reject(new PowerCut("no power"));
    return new Promise((resolve, reject) => {
      this.#child.stdin.write(bytes.subarray(0, left), () =>
        left < bytes.length ? reject(new PowerCut("the host died")) : resolve(),
      );
    });
  }

  onData(listener: (bytes: Buffer) => void): void {
    this.#child.stdout.on("data", (bytes: Buffer) => {
      if (bytes.includes("\x00power cut\x00")) {
        this.#cut = true;
        this.#closed?.(new PowerCut("the power was cut"));
      } else listener(bytes);
    });
  }

  onClose(listener: (cause: Error | undefined) => void): void {
    this.#closed = listener;
  }

  async close(): Promise<void> {
    this.#child.stdin.end();
  }
}
