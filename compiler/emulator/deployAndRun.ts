import { boardOn } from "../mpremote/board.ts";
import { type DeployReport, deploy } from "../mpremote/deploy/deploy.ts";
import type { DeployFile } from "../mpremote/deploy/layout.ts";
import { deployQuestion } from "../mpremote/deploy/probe.ts";
import type { Pico } from "../simulate/rp2040/pico.ts";
import { PicoRunner } from "../simulate/rp2040/picoRunner.ts";
import { picoTransport } from "./picoTransport.ts";
import { bootPico, explained } from "./startPico.ts";

export interface DeployAndRunRequest {
  readonly files: readonly DeployFile[];
  readonly entry: string;
  /** What the program prints, as it comes. */
  readonly onOutput: (text: string) => void;
  readonly onDeployed: (report: DeployReport) => void;
  /** Seconds that the program may have, of its own time; by default it runs until it ends. */
  readonly seconds?: number | undefined;
  /** Switches the board off. */
  readonly signal: AbortSignal;
}

export type ProgramEnd =
  /** The prompt is there again. */
  "ended" | "raised" | "out of time" | "stopped" | "boot loader" | "asleep";

const CTRL_B = "\x02";
const CTRL_D = "\x04";
const SOFT_REBOOT = "MPY: soft reboot\r\n";
/** What MicroPython prints when main.py has ended: its name, and a prompt. */
const PROMPT = /MicroPython v[^\r\n]*\r\nType "help\(\)" for more information\.\r\n>>> $/;
/** As much of the end of the output is held back, for it may be the beginning of the prompt. */
const LONGEST_PROMPT = 200;
const POLL_MS = 5;

/**
 * Does with an emulated board what `tsmp flash` does with one on a cable, then runs the program
 * and gives its output until it ends. Throws `EmulatorError` and `BoardError`.
 */
export async function deployAndRun(pico: Pico, request: DeployAndRunRequest): Promise<ProgramEnd> {
  const faults: unknown[] = [];
  bootPico(pico);
  const runner = new PicoRunner(pico, (error) => faults.push(explained(error)), {
    skipsDeepSleep: true,
  });
  runner.start();
  try {
    const transport = picoTransport(pico, runner);
    const board = await boardOn(transport, { ask: deployQuestion() });
    request.onDeployed(
      await deploy(board, request.files, { entry: request.entry, signal: request.signal }),
    );
    await transport.write(Buffer.from(CTRL_B));
    return await runToEnd(pico, runner, request, faults);
  } catch (error) {
    // A chip that locked up has taken its line with it; what it says is the cause.
    throw faults[0] ?? error;
  } finally {
    runner.stop();
    pico.powerOff();
  }
}

async function runToEnd(
  pico: Pico,
  runner: PicoRunner,
  request: DeployAndRunRequest,
  faults: readonly unknown[],
): Promise<ProgramEnd> {
  const output = new ProgramOutput(request.onOutput);
  pico.serial.onPresence = () => {};
  pico.serial.onData = (data) => output.push(data);
  const deadline = pico.nanos + (request.seconds ?? Number.POSITIVE_INFINITY) * 1e9;
  runner.untilNanos = deadline;
  pico.serial.write(Buffer.from(CTRL_D));
  runner.poke();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (faults.length > 0) {
      output.flush();
      throw faults[0];
    }
    if (output.ended) return output.raised ? "raised" : "ended";
    const early = endedEarly(pico, deadline, request.signal);
    if (early === undefined) continue;
    output.flush();
    return early;
  }
}

function endedEarly(pico: Pico, deadline: number, signal: AbortSignal): ProgramEnd | undefined {
  if (signal.aborted) return "stopped";
  if (pico.state === "boot loader") return "boot loader";
  if (pico.chip?.dormant === true) return "asleep";
  return pico.nanos >= deadline ? "out of time" : undefined;
}

/** The output from the soft reset to the prompt, without either. */
class ProgramOutput {
  ended = false;
  raised = false;
  private readonly decoder = new TextDecoder();
  private readonly give: (text: string) => void;
  private begun = false;
  private held = "";
  private lines = "";

  constructor(give: (text: string) => void) {
    this.give = give;
  }

  push(data: Uint8Array): void {
    this.held += this.decoder.decode(data, { stream: true });
    if (!this.begun) {
      const start = this.held.indexOf(SOFT_REBOOT);
      if (start < 0) return;
      this.begun = true;
      this.held = this.held.slice(start + SOFT_REBOOT.length);
    }
    const prompt = PROMPT.exec(this.held);
    if (prompt !== null) {
      this.put(this.held.slice(0, prompt.index));
      this.raised = endsWithTraceback(this.lines);
      this.ended = true;
      this.held = "";
    } else if (!mayBePrompt(this.held)) {
      this.flush();
    } else if (this.held.length > LONGEST_PROMPT) {
      const sure = this.held.length - LONGEST_PROMPT;
      this.put(this.held.slice(0, sure));
      this.held = this.held.slice(sure);
    }
  }

  flush(): void {
    this.put(this.held);
    this.held = "";
  }

  private put(text: string): void {
    if (text === "") return;
    this.lines = (this.lines + text).slice(-8192);
    this.give(text.replaceAll("\r\n", "\n"));
  }
}

/** Whether the prompt may have begun in this text. */
function mayBePrompt(text: string): boolean {
  const last = text.slice(-LONGEST_PROMPT);
  const line = last.slice(last.lastIndexOf("\n", last.length - 1) + 1);
  return last.includes("MicroPython v") || "MicroPython v".startsWith(line) || last.endsWith("\r");
}

/** A traceback is the last that an uncaught exception leaves. */
function endsWithTraceback(text: string): boolean {
  const lines = text.trimEnd().split(/\r?\n/);
  const start = lines.lastIndexOf("Traceback (most recent call last):");
  if (start < 0 || start === lines.length - 1) return false;
  return lines.slice(start + 1, -1).every((line) => line.startsWith("  File "));
}
