import { firmwareLockedUp } from "../diagnostics/catalogue/emulator.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import type { FaultReport } from "../simulate/rp2040/core/coreFault.ts";

/** What went wrong with an emulated board: an entry of the catalogue, thrown. */
export class EmulatorError extends Error {
  override readonly name = "EmulatorError";
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.code}: ${problem.message}`, options);
    this.problem = problem;
  }

  /** The catalogue's code, such as `TSMP7027`. */
  get code(): string {
    return this.problem.code;
  }
}

const HARD_FAULT = 3;
const FIRST_INTERRUPT = 16;

/** The place of a lock-up, in words. */
export function lockUpProblem(fault: FaultReport): Problem {
  const { core, kind, address, exception } = fault;
  const at = kind === "breakpoint" || kind === "undefined instruction" ? "" : ` ${hex(address)}`;
  return firmwareLockedUp({
    core,
    programCounter: hex(fault.programCounter),
    fault: `hard fault, ${kind}${at}`,
    exception: exceptionName(exception),
    linkRegister: hex(fault.linkRegister),
  });
}

function exceptionName(exception: number): string {
  if (exception === 0) return "in no exception handler";
  if (exception === HARD_FAULT) return "in the handler of a hard fault";
  if (exception < FIRST_INTERRUPT) return `in the handler of exception ${exception}`;
  return `in the handler of interrupt ${exception - FIRST_INTERRUPT}`;
}

export function hex(value: number): string {
  return `0x${(value >>> 0).toString(16).padStart(8, "0")}`;
}
