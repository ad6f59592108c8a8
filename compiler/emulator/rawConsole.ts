import { firmwareBusy } from "../diagnostics/catalogue/emulator.ts";
import type { Pico } from "../simulate/rp2040/pico.ts";
import { EmulatorError } from "./emulatorError.ts";
import { explainingLockUp } from "./startPico.ts";

const CTRL_A = "\x01";
const CTRL_B = "\x02";
const CTRL_C = "\x03";
const CTRL_D = "\x04";
const RAW_PROMPT = "raw REPL; CTRL-B to exit\r\n>";
/** A program that catches the first interruption is interrupted again. */
const ATTEMPTS = 5;
const ATTEMPT_MS = 500;
const STEP_MS = 0.25;

export interface ConsoleResult {
  readonly stdout: string;
  /** A traceback, or nothing. */
  readonly stderr: string;
}

/**
 * MicroPython's raw REPL, driven in the board's own time: each call moves that time on until the
 * answer is there, and returns it.
 */
export class RawConsole {
  private readonly pico: Pico;
  private received = "";
  private readonly decoder = new TextDecoder();

  constructor(pico: Pico) {
    this.pico = pico;
  }

  /** What the board has sent, as it comes; to be connected to the serial line. */
  receive(data: Uint8Array): void {
    this.received += this.decoder.decode(data, { stream: true });
  }

  /** Stops the program that runs, and waits for code. */
  enter(): void {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      this.send(`\r${CTRL_C}${CTRL_C}`);
      this.pico.advance(STEP_MS * 20);
      this.send(`\r${CTRL_A}`);
      if (this.waitFor(RAW_PROMPT, ATTEMPT_MS) !== undefined) return;
    }
    throw new EmulatorError(firmwareBusy());
  }

  /** Runs code to its end. */
  run(code: string, timeoutMs = 60_000): ConsoleResult {
    this.send(code + CTRL_D);
    const answer = this.waitFor(`${CTRL_D}>`, timeoutMs);
    if (answer === undefined) throw new EmulatorError(firmwareBusy());
    const [stdout = "", stderr = ""] = answer.slice(answer.indexOf("OK") + 2).split(CTRL_D);
    return { stdout: stdout.replaceAll("\r\n", "\n"), stderr: stderr.replaceAll("\r\n", "\n") };
  }

  /** Back to the friendly REPL, as after a start without a program. */
  leave(): void {
    this.send(`\r${CTRL_B}`);
    this.waitFor(">>> ", ATTEMPT_MS);
  }

  private send(text: string): void {
    this.received = "";
    this.pico.serial.write(new TextEncoder().encode(text));
  }

  /** What came before the end mark; undefined when the time is over. */
  private waitFor(end: string, milliseconds: number): string | undefined {
    const found = (): boolean => this.received.includes(end);
    const done = explainingLockUp(() => this.pico.advanceUntil(found, milliseconds, STEP_MS));
    return done ? this.received.slice(0, this.received.indexOf(end)) : undefined;
  }
}
