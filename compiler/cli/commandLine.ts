import { Command, CommanderError } from "commander";
import { unknownCommand, wrongUsage } from "../diagnostics/catalogue/cli.ts";
import { internalFault } from "../diagnostics/catalogue/internal.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/didYouMean.ts";
import { InternalFault } from "../diagnostics/internalFault.ts";
import { diagnosticAt, nowhere, type Place } from "../diagnostics/place.ts";
import type { CommandContext, CommandDefinition } from "./command.ts";
import { defineBuild } from "./commands/build.ts";
import { defineCat } from "./commands/cat.ts";
import { defineCheck } from "./commands/check.ts";
import { defineCompletions } from "./commands/completions.ts";
import { defineCp } from "./commands/cp.ts";
import { defineDevices } from "./commands/devices.ts";
import { defineDf } from "./commands/df.ts";
import { defineDoctor } from "./commands/doctor.ts";
import { defineEmulate } from "./commands/emulate.ts";
import { defineExplain } from "./commands/explain.ts";
import { defineFirmware } from "./commands/firmware.ts";
import { defineFlash } from "./commands/flash.ts";
import { defineInit } from "./commands/init.ts";
import { defineLs } from "./commands/ls.ts";
import { defineMonitor } from "./commands/monitor.ts";
import { defineRepl } from "./commands/repl.ts";
import { defineReset } from "./commands/reset.ts";
import { defineRm } from "./commands/rm.ts";
import { defineRtc } from "./commands/rtc.ts";
import { defineRun } from "./commands/run.ts";
import { defineTest } from "./commands/test.ts";
import { exitCodeHelp, exitCodes } from "./exitCodes.ts";
import { ownVersion } from "./ownVersion.ts";
import { Terminal } from "./terminal.ts";

/** In the order in which a person needs them. */
const commands: readonly CommandDefinition[] = [
  defineInit,
  defineBuild,
  defineCheck,
  defineRun,
  defineTest,
  defineFlash,
  defineMonitor,
  defineRepl,
  defineDevices,
  defineLs,
  defineCp,
  defineCat,
  defineRm,
  defineDf,
  defineReset,
  defineRtc,
  defineFirmware,
  defineDoctor,
  defineEmulate,
  defineExplain,
  defineCompletions,
];

/** Runs `tsmp ...args` and gives its exit code. Everything that goes wrong ends here, in words. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const { before, behind } = splitAtDashes(args);
  const terminal = terminalFor(before);
  let exitCode: number = exitCodes.ok;
  const context: CommandContext = {
    terminal,
    forProgram: behind,
    run:
      (work) =>
      async (...given) => {
        exitCode = await work(...given);
      },
  };
  const program = defineProgram(context);
  try {
    await program.parseAsync([...before], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return explainUsage(error, program, before, terminal);
    return reportFault(error, terminal);
  }
}

/** Reports what came up outside the command itself, and gives the exit code. */
export function failWith(error: unknown, args: readonly string[]): number {
  return reportFault(error, terminalFor(splitAtDashes(args).before));
}

function terminalFor(args: readonly string[]): Terminal {
  return new Terminal({ json: args.includes("--json"), colour: !args.includes("--no-color") });
}

/**
 * Of `tsmp run`, what stands behind `--` is for the program. Elsewhere `--` only says that no
 * options follow, which is commander's business.
 */
function splitAtDashes(args: readonly string[]): {
  before: readonly string[];
  behind: readonly string[];
} {
  const dashes = args.indexOf("--");
  const command = args.find((arg) => !arg.startsWith("-"));
  if (dashes === -1 || command !== "run") return { before: args, behind: [] };
  return { before: args.slice(0, dashes), behind: args.slice(dashes + 1) };
}

/** The whole command line, as the completions read it too. */
export function defineProgram(context: CommandContext): Command {
  const program = new Command("tsmp")
    .description("Firmware for the Raspberry Pi Pico W, written in TypeScript.")
    .version(ownVersion(), "-V, --version", "print the version")
    .option("--json", "one JSON document on stdout, notices on stderr")
    .option("--no-color", "plain text (also: the variable NO_COLOR; FORCE_COLOR for the opposite)")
    .helpOption("-h, --help", "show help")
    .helpCommand(false)
    .addHelpText("after", exitCodeHelp)
    .showSuggestionAfterError()
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  for (const define of commands) define(program, context);
  return program;
}

/** What commander says, as a diagnostic; help and version were asked for and are no error. */
function explainUsage(
  error: CommanderError,
  program: Command,
  args: readonly string[],
  terminal: Terminal,
): number {
  if (error.exitCode === 0) return exitCodes.ok;
  if (error.code === "commander.help") return exitCodes.usage;
  report(usageProblem(error, program, args), nowhere, terminal);
  return exitCodes.usage;
}

function usageProblem(error: CommanderError, program: Command, args: readonly string[]): Problem {
  const names = program.commands.map((command) => command.name());
  if (error.code === "commander.unknownCommand") {
    const name = program.args[0] ?? "";
    return unknownCommand(name, didYouMean(name, names));
  }
  const command = args.find((arg) => names.includes(arg));
  const [what = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const sentence = `${what[0]?.toUpperCase()}${what.slice(1)}`.replace(/\.?$/, ".");
  const message = suggestion ? `${sentence} ${suggestion}` : sentence;
  return wrongUsage(message, command === undefined ? "tsmp" : `tsmp ${command}`);
}

/** Says that tsmp failed and at what; the stack only to those who asked for it. */
function reportFault(error: unknown, terminal: Terminal): number {
  const fault = InternalFault.from(error);
  const problem = internalFault(fault.construct ?? "this command", fault.message);
  report(problem, fault.place ?? nowhere, terminal);
  if (process.env["TSMP_DEBUG"] === "1") terminal.notice(String(stackOf(error)));
  return exitCodes.internal;
}

function stackOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return error.cause instanceof Error
    ? `${error.stack}\ncaused by ${error.cause.stack}`
    : error.stack;
}

function report(problem: Problem, place: Place, terminal: Terminal): void {
  const diagnostic = diagnosticAt(place, problem);
  terminal.diagnostics([diagnostic], process.cwd(), "err");
  terminal.document({ ok: false, diagnostics: [diagnostic] });
}
