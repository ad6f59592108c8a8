import { readFileSync } from "node:fs";
import { Option } from "commander";
import type { CompileProjectResult } from "../../compileProject.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import type { ProgramFile, RunResult } from "../../simulate/request.ts";
import type { CommandContext, CommandDefinition } from "../command.ts";
import type { EmulatedBoardOptions } from "../emulated/emulateProgram.ts";
import { exitCodeFor, exitCodes } from "../exitCodes.ts";
import { addSettingOptions, type SettingOptions, settingsOf } from "../settingOptions.ts";
import { fromHere, type Terminal } from "../terminal.ts";

const hosts = ["auto", "embedded", "unix"] as const;

type RunOptions = SettingOptions & EmulatedBoardOptions & { readonly host: (typeof hosts)[number] };

/** `tsmp run [entry|folder] [-- arguments]` */
export const defineRun: CommandDefinition = (program, context) => {
  addSettingOptions(program.command("run"))
    .summary("run a project on this computer")
    .description(
      "Compile a project and run it on a MicroPython of this computer, with stand-ins for the\nhardware of the board. Ends with the program's own exit status.",
    )
    .argument("[arguments...]", "for the program; behind -- they may look like options")
    .addOption(
      new Option("--host <kind>", "which MicroPython").choices(hosts).default("auto" as const),
    )
    .option("--emulate", "run it on an emulated Pico with MicroPython's own firmware")
    .option("--firmware <file>", "with --emulate: a .uf2 or .bin")
    .option("--gpio <file.vcd>", "with --emulate: write every change of a pin")
    .option("--for <seconds>", "with --emulate: stop after so much of the board's own time")
    .action(
      context.run((path: string, words: string[], options: RunOptions) =>
        run(path, [...words, ...context.forProgram], options, context),
      ),
    );
};

async function run(
  path: string,
  words: readonly string[],
  options: RunOptions,
  { terminal }: CommandContext,
): Promise<number> {
  const { compileProject } = await import("../../compileProject.ts");
  const compiled = compileProject(path, settingsOf(options));
  const { root } = compiled;
  const diagnostics = inOrder(compiled.diagnostics);
  terminal.diagnostics(diagnostics, root, "err");
  if (hasErrors(diagnostics)) {
    terminal.document({ ok: false, root, diagnostics });
    return exitCodeFor(diagnostics);
  }
  if (options.emulate === true) {
    const { emulateProject } = await import("../emulated/emulateProject.ts");
    return emulateProject(compiled, options, terminal);
  }
  const output = outputTo(terminal);
  const ended = await runUntilInterrupted(compiled, words, options, output);
  const ofRun = ended.problem === undefined ? [] : [diagnosticAt(nowhere, ended.problem)];
  terminal.diagnostics(ofRun, root, "err");
  const { exitCode, host } = ended;
  const { stdout, stderr } = output;
  diagnostics.push(...ofRun);
  terminal.document({ ok: exitCode === 0, root, exitCode, host, stdout, stderr, diagnostics });
  return exitCode;
}

/** Ctrl-C stops the program; a second one stops tsmp too. */
async function runUntilInterrupted(
  compiled: CompileProjectResult,
  words: readonly string[],
  { host }: RunOptions,
  output: Output,
): Promise<RunResult> {
  const { runProgram } = await import("../../simulate/runProgram.ts");
  const interruption = new AbortController();
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    return await runProgram({
      files: programFiles(compiled),
      entry: compiled.entry,
      host,
      args: words,
      signal: interruption.signal,
      sourceName: (source) => fromHere(compiled.sourceOf(source)),
      stdout: (piece) => output.put("stdout", piece),
      stderr: (piece) => output.put("stderr", piece),
    });
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

function programFiles({ files, assets }: CompileProjectResult): ProgramFile[] {
  return [...files, ...assets.map(({ path, source }) => ({ path, text: readFileSync(source) }))];
}

interface Output {
  stdout: string;
  stderr: string;
  put(stream: "stdout" | "stderr", piece: string): void;
}

/** The program's output goes to the terminal as it comes, or into the document. */
function outputTo(terminal: Terminal): Output {
  return {
    stdout: "",
    stderr: "",
    put(stream, piece) {
      if (terminal.json) this[stream] += piece;
      else process[stream].write(piece);
    },
  };
}
