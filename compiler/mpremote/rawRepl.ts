import { answerNotUnderstood } from "../diagnostics/catalogue/boardLink.ts";
import { BoardError } from "./boardError.ts";
import type { ByteStream } from "./byteStream.ts";
import { printable } from "./printable.ts";

/** The control characters of MicroPython's REPL. */
export const ctrlA = "\x01";
export const ctrlB = "\x02";
export const ctrlC = "\x03";
export const ctrlD = "\x04";
const ctrlE = "\x05";

/** What the raw REPL says when it begins, also after a soft reset. */
export const rawBanner = "raw REPL; CTRL-B to exit\r\n>";

/** Text up to this size fits into the smallest receive buffer in use, with no flow control. */
const onePiece = 250;
/** A flag in the top-level answer to raw paste: `R` and then known or refused; `ra` is the banner. */
const pasteAnswers = ["R\x01", "R\x00", "ra"] as const;

export interface ExecOptions {
  /** Milliseconds of silence that count as no answer. Default 10,000; Infinity waits for ever. */
  readonly timeoutMs?: number;
  /** Sees what the code prints, and its traceback, as they arrive. */
  readonly onOutput?: (bytes: Buffer, stream: "stdout" | "stderr") => void;
  /**
   * How the code goes over. `paste` compiles as it arrives and is flow-controlled by the board;
   * `plain` is one exchange, for lines that hold bytes back by themselves (USB, sockets, ptys).
   * By default short code goes plain and long code by paste.
   */
  readonly mode?: "plain" | "paste";
}

export interface ExecResult {
  /** What the code printed, byte for byte; empty when `onOutput` was given. */
  readonly output: Buffer;
  /** The same as text, with plain newlines. */
  readonly stdout: string;
  /** The traceback; empty when the code came to its end. */
  readonly stderr: string;
}

/**
 * MicroPython's raw REPL at its prompt, as `attach` leaves it.
 *
 * The bytes are those of shared/runtime/pyexec.c; docs/board-link.md has them in order.
 */
export class RawRepl {
  readonly stream: ByteStream;
  /** undefined until it was tried. */
  #knowsPaste: boolean | undefined;

  constructor(stream: ByteStream) {
    this.stream = stream;
  }

  /** Runs code to its end. A traceback is a result, not an error. */
  async exec(code: string, options: ExecOptions = {}): Promise<ExecResult> {
    await this.start(code, options);
    return this.finish(options);
  }

  /** Sends code; when this resolves it runs, and the stream belongs to it until `finish`. */
  async start(code: string, options: ExecOptions = {}): Promise<void> {
    const bytes = Buffer.from(code);
    if (mode(bytes, options) === "paste" && this.#knowsPaste !== false) {
      if (await this.#paste(bytes, options)) return;
    }
    await this.#sendPlain(bytes, options);
  }

  /** Reads what the running code prints until it ends and the prompt is back. */
  async finish({ timeoutMs = 10_000, onOutput }: ExecOptions = {}): Promise<ExecResult> {
    const read = (stream: "stdout" | "stderr") =>
      this.stream.readUntil(ctrlD, {
        timeoutMs,
        onBytes: onOutput && ((bytes) => onOutput(bytes, stream)),
      });
    const output = (await read("stdout")).subarray(0, -1);
    const stderr = (await read("stderr")).subarray(0, -1);
    await this.#expect(">", timeoutMs);
    return { output, stdout: plainText(output), stderr: plainText(stderr) };
  }

  /** Stops the code that runs, if it lets itself be stopped. */
  interrupt(): Promise<void> {
    return this.stream.write(ctrlC);
  }

  /** A fresh interpreter: boot.py runs, main.py does not. */
  async softReset(timeoutMs = 10_000): Promise<void> {
    await this.stream.write(ctrlD);
    await this.stream.readUntil(rawBanner, { timeoutMs });
  }

  /** Back to the friendly REPL, with the prompt for people. */
  leave(): Promise<void> {
    return this.stream.write(ctrlB);
  }

  async #sendPlain(bytes: Buffer, { timeoutMs = 10_000, mode }: ExecOptions): Promise<void> {
    refuseControls(bytes, ctrlA + ctrlB + ctrlC + ctrlD + ctrlE);
    if (mode === "plain" || bytes.length <= onePiece) {
      await this.stream.write(Buffer.concat([bytes, Buffer.from(ctrlD)]));
    } else {
      await this.#sendSlowly(bytes);
    }
    await this.stream.readUntil("OK", { timeoutMs });
  }

  /** Without flow control the board must be given time to empty its buffer: as mpremote does. */
  async #sendSlowly(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; at += onePiece) {
      await this.stream.write(bytes.subarray(at, at + onePiece));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await this.stream.write(ctrlD);
  }

  /** False when the firmware is too old to know raw paste; the prompt is then back. */
  async #paste(bytes: Buffer, { timeoutMs = 10_000 }: ExecOptions): Promise<boolean> {
    refuseControls(bytes, ctrlC + ctrlD);
    const { stream } = this;
    await stream.write(ctrlE + "A" + ctrlA);
    const answer = (await stream.readUntil(pasteAnswers, { timeoutMs })).toString("latin1");
    this.#knowsPaste = answer.endsWith("R\x01");
    if (!this.#knowsPaste) {
      if (answer.endsWith("ra"))
        await stream.readUntil("w REPL; CTRL-B to exit\r\n>", { timeoutMs });
      else await this.#expect(">", timeoutMs);
      return false;
    }
    const window = (await stream.read(2, { timeoutMs })).readUInt16LE();
    await this.#sendInWindows(bytes, window, timeoutMs);
    return true;
  }

  /** The board grants a window with each `\x01`; `\x04` says that it wants no more of this code. */
  async #sendInWindows(bytes: Buffer, window: number, timeoutMs: number): Promise<void> {
    const { stream } = this;
    let credit = window;
    let at = 0;
    while (at < bytes.length) {
      while (credit === 0 || stream.peek().length > 0) {
        const [flow] = await stream.read(1, { timeoutMs });
        if (flow === 0x01) credit += window;
        else if (flow === 0x04) return stream.write(ctrlD);
        else throw this.#misunderstood("how much it takes", Buffer.from([flow ?? 0]));
      }
      const piece = bytes.subarray(at, at + credit);
      await stream.write(at + piece.length < bytes.length ? piece : withEnd(piece));
      credit -= piece.length;
      at += piece.length;
    }
    if (bytes.length === 0) await stream.write(ctrlD);
    const grants = { timeoutMs, onBytes: () => {} };
    await stream.readUntil(ctrlD, grants);
  }

  async #expect(expected: string, timeoutMs: number): Promise<void> {
    const said = await this.stream.read(expected.length, { timeoutMs });
    if (said.toString("latin1") !== expected) throw this.#misunderstood(`"${expected}"`, said);
  }

  #misunderstood(expected: string, said: Buffer): BoardError {
    const { address } = this.stream.transport;
    const whole = Buffer.concat([said, this.stream.takeAll()]);
    return new BoardError(answerNotUnderstood(address, expected, printable(whole)));
  }
}

function mode(bytes: Buffer, options: ExecOptions): "plain" | "paste" {
  return options.mode ?? (bytes.length <= onePiece ? "plain" : "paste");
}

function withEnd(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.from(ctrlD)]);
}

/** Code is text; what the REPL would take for a command would cut it in two. */
function refuseControls(bytes: Buffer, controls: string): void {
  if ([...controls].some((control) => bytes.includes(control))) {
    throw new RangeError("code for the raw REPL has a control character; escape it");
  }
}

function plainText(bytes: Buffer): string {
  return bytes.toString("utf8").replaceAll("\r\n", "\n");
}
