import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import {
  openPseudoTerminal,
  type PseudoTerminal,
} from "../../../compiler/mpremote/pseudoTerminal.ts";
import { provisionMicropython } from "../micropython/provision.mjs";
import { apart } from "./apart.ts";
import { createFlash, pythonFolder, readFiles, writeFiles } from "./flashImage.ts";

/** How the process of the board ends; see python/machine.py. */
const powerCut = 42;
const hardReset = 43;
const bootloader = 44;
/** A signal that comes before the interpreter saw the one before would end the process. */
const interruptSpacingMs = 1;

export interface VirtualBoardOptions {
  /** Files on its flash, by absolute path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** 4096 bytes each; as many as a Pico W has by default. */
  readonly blocks?: number;
  readonly serial?: string;
  /** False: firmware that refuses raw paste. */
  readonly rawPaste?: boolean;
  readonly heap?: string;
}

/** What goes wrong on the line; changed at any time. */
export interface LineFaults {
  /** The board hears nothing more after so many bytes from now. */
  deafAfter?: number;
  /** The line vanishes after so many bytes to the board from now. */
  unplugAfter?: number;
  /** Milliseconds before each piece from the board. */
  delayMs?: number;
  /** Put before each piece from the board. */
  garbage?: Buffer;
}

/**
 * A board without hardware: real MicroPython behind a pseudo-terminal, its files on a littlefs2 in
 * flash that survives power cuts.
 */
export class VirtualBoard {
  readonly #folder = mkdtempSync(join(tmpdir(), "tsmp-board-"));
  readonly blocks: number;
  readonly #options: VirtualBoardOptions;
  #pty: PseudoTerminal | undefined;
  #child: ChildProcess | undefined;
  #input: Socket | undefined;
  #drain: number | undefined;
  #running = false;
  #lastInterrupt = 0;
  #exited: Promise<number | null> = Promise.resolve(0);
  #command = "";
  faults: LineFaults = {};
  /** Bytes on the line, seen from the computer. */
  readonly traffic = { sent: 0, received: 0, turnarounds: 0, bytes: [] as Buffer[] };
  #lastWasInput = false;
  /** Ends of the process that were not asked for, such as a fatal error of MicroPython. */
  crashes = 0;
  reboots = 0;
  /** True once the board asked for its bootloader. */
  inBootloader = false;

  private constructor(options: VirtualBoardOptions) {
    this.#options = options;
    this.blocks = options.blocks ?? 212;
  }

  static async start(options: VirtualBoardOptions = {}): Promise<VirtualBoard> {
    const board = new VirtualBoard(options);
    board.#command = (await provisionMicropython()).command;
    createFlash(board.flash, board.blocks);
    if (options.files !== undefined) await writeFiles(board.flash, board.blocks, options.files);
    execFileSync("mkfifo", [board.#fifo]);
    await board.powerOn();
    return board;
  }

  /** A stable name of the port: a link that follows the pseudo-terminal. */
  get path(): string {
    return join(this.#folder, "port");
  }

  get flash(): string {
    return join(this.#folder, "flash.bin");
  }

  get #fifo(): string {
    return join(this.#folder, "input");
  }

  get isOn(): boolean {
    return this.#child !== undefined;
  }

  /** Starts the board; with `cutAfter`, its power goes after so many block operations. */
  async powerOn({ cutAfter }: { cutAfter?: number } = {}): Promise<void> {
    if (this.#pty === undefined) await this.plug();
    this.#boot(cutAfter);
  }

  /** The power goes now; what was written stays. The line vanishes with it. */
  async powerOff(): Promise<void> {
    this.#child?.kill("SIGKILL");
    await this.#exited;
    this.unplug();
  }

  /** Resolves when the board has lost its power by itself. */
  get whenOff(): Promise<number | null> {
    return this.#exited;
  }

  unplug(): void {
    this.#pty?.close();
    this.#pty = undefined;
    try {
      unlinkSync(this.path);
    } catch {
      // It was unplugged.
    }
  }

  async plug(): Promise<void> {
    const pty = await openPseudoTerminal();
    this.#pty = pty;
    symlinkSync(pty.path, this.path);
    pty.board.on("error", () => {});
    pty.board.on("data", (bytes: Buffer) => this.#fromHost(bytes));
  }

  /** The files on the flash, of a board that is off. */
  readFiles(): Promise<Map<string, Buffer>> {
    return readFiles(this.flash, this.blocks);
  }

  resetTraffic(): void {
    Object.assign(this.traffic, { sent: 0, received: 0, turnarounds: 0, bytes: [] });
  }

  async close(): Promise<void> {
    await this.powerOff();
    this.#input?.destroy();
    if (this.#drain !== undefined) closeSync(this.#drain);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #boot(cutAfter?: number): void {
    this.#openInput();
    const forChild = openSync(this.#fifo, constants.O_RDONLY);
    const { serial, rawPaste = true, heap = "2m" } = this.#options;
    const child = spawn(...apart(this.#command, ["-X", `heapsize=${heap}`, "board.py"]), {
      cwd: pythonFolder,
      stdio: [forChild, "pipe", process.env["BOARD_DEBUG"] ? "inherit" : "ignore", "pipe"],
      env: {
        ...process.env,
        BOARD_FLASH: this.flash,
        BOARD_BLOCKS: `${this.blocks}`,
        BOARD_SERIAL: serial ?? "",
        BOARD_RAW_PASTE: rawPaste ? "1" : "0",
        BOARD_CUT_AFTER: `${cutAfter ?? -1}`,
      },
    });
    closeSync(forChild);
    this.#child = child;
    this.#running = false;
    child.stdout?.on("data", (bytes: Buffer) => this.#fromBoard(bytes, child.stdout as Readable));
    (child.stdio[3] as Readable).on("data", (states: Buffer) => {
      this.#running = states.at(-1) === 0x78;
    });
    this.#exited = new Promise((resolve) => {
      child.on("exit", (code, signal) => {
        this.#child = undefined;
        this.#ended(code, signal);
        resolve(code);
      });
    });
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): void {
    if (signal === "SIGKILL") return;
    if (code === powerCut || code === bootloader) {
      this.inBootloader = code === bootloader;
      this.unplug();
      return;
    }
    if (code === hardReset) this.reboots++;
    else this.crashes++;
    if (this.#pty !== undefined) this.#boot();
  }

  /** A fresh pipe to the board: what the last process left unread is gone. */
  #openInput(): void {
    this.#input?.destroy();
    if (this.#drain !== undefined) closeSync(this.#drain);
    const both = openSync(this.#fifo, constants.O_RDWR | constants.O_NONBLOCK);
    this.#drain = openSync(this.#fifo, constants.O_RDONLY | constants.O_NONBLOCK);
    this.#emptyReceiveBuffer();
    this.#input = new Socket({ fd: both, readable: false, writable: true });
    this.#input.on("error", () => {});
  }

  /** The firmware clears its receive buffer when Ctrl-C comes. */
  #emptyReceiveBuffer(): void {
    const scratch = Buffer.alloc(4096);
    try {
      while (this.#drain !== undefined && readSync(this.#drain, scratch) > 0);
    } catch {
      // EAGAIN: it is empty.
    }
  }

  #fromHost(bytes: Buffer): void {
    this.traffic.sent += bytes.length;
    this.traffic.bytes.push(bytes);
    this.#lastWasInput = true;
    const heard = this.#hear(bytes);
    let start = 0;
    for (let at = heard.indexOf(3); at !== -1 && this.#running; at = heard.indexOf(3, start)) {
      start = at + 1;
      this.#emptyReceiveBuffer();
      this.#interrupt();
    }
    if (start < heard.length) this.#toBoard(heard.subarray(start));
  }

  /** What gets through to the board. */
  #hear(bytes: Buffer): Buffer {
    const { faults } = this;
    if (faults.unplugAfter !== undefined) {
      faults.unplugAfter -= bytes.length;
      if (faults.unplugAfter < 0) {
        delete faults.unplugAfter;
        setImmediate(() => this.unplug());
      }
    }
    if (faults.deafAfter === undefined) return bytes;
    const heard = bytes.subarray(0, faults.deafAfter);
    faults.deafAfter -= heard.length;
    return heard;
  }

  #toBoard(bytes: Buffer): void {
    const { board } = this.#pty ?? {};
    const input = this.#input;
    if (input === undefined || input.write(bytes) || board === undefined) return;
    board.pause();
    input.once("drain", () => board.resume());
  }

  #interrupt(): void {
    const now = performance.now();
    if (now - this.#lastInterrupt < interruptSpacingMs) return;
    this.#lastInterrupt = now;
    this.#child?.kill("SIGINT");
  }

  #fromBoard(bytes: Buffer, stdout: Readable): void {
    const { delayMs, garbage } = this.faults;
    const piece = garbage === undefined ? bytes : Buffer.concat([garbage, bytes]);
    if (delayMs === undefined) this.#toHost(piece, stdout);
    else setTimeout(() => this.#toHost(piece, stdout), delayMs);
  }

  #toHost(bytes: Buffer, stdout: Readable): void {
    this.traffic.received += bytes.length;
    if (this.#lastWasInput) this.traffic.turnarounds++;
    this.#lastWasInput = false;
    const board = this.#pty?.board;
    if (board === undefined || board.write(bytes)) return;
    stdout.pause();
    board.once("drain", () => stdout.resume());
  }
}
