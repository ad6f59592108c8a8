import { Option } from "commander";
import type { CompileProjectResult } from "../../compileProject.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import type { RunResult } from "../../simulate/request.ts";
import { type BoardOptions, boardAddress, reportingBoardErrors } from "../boardCommand.ts";
import type { CommandContext, CommandDefinition } from "../command.ts";
import { addEmulatedOptions } from "../emulated/emulatedOptions.ts";
import type { EmulatedBoardOptions } from "../emulated/emulateProgram.ts";
import { exitCodeFor } from "../exitCodes.ts";
import { programFiles } from "../programFiles.ts";
import { addSettingOptions, type SettingOptions, settingsOf } from "../settingOptions.ts";
import { fromHere, type Terminal } from "../terminal.ts";
import { untilInterrupted } from "../untilInterrupted.ts";

const hosts = ["auto", "embedded", "unix"] as const;

type RunOptions = SettingOptions &
  BoardOptions &
  EmulatedBoardOptions & { readonly host: (typeof hosts)[number]; readonly raw?: boolean };

/** `tsmp run [entry|folder] [-- arguments]` */
export const defineRun: CommandDefinition = (program, context) => {
  addEmulatedOptions(addSettingOptions(program.command("run")))
    .summary("run a project on this computer, or on a board")
    .description(
      "Compile a project and run it on a MicroPython of this computer, with stand-ins for the\nhardware of the board; with --device on a board, from its memory, without a write to its\nflash. Ends with the program's own exit status.",
    )
    .argument("[arguments...]", "for the program; behind -- they may look like options")
    .addOption(
      new Option("--host <kind>", "which MicroPython").choices(hosts).default("auto" as const),
    )
    .option("-d, --device <name>", "run on this board; `auto` for the only one that is plugged in")
    .option("--raw", "let control characters of a board through to the terminal")
    .option("--force", "try longer to stop a program on the board that catches Ctrl-C")
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
  const { buildProject } = await import("../../rememberedBuild.ts");
  const compiled = await buildProject(path, settingsOf(options));
  const { root } = compiled;
  const diagnostics = inOrder(compiled.diagnostics);
  terminal.diagnostics(diagnostics, root, "err");
  if (hasErrors(diagnostics)) {
    terminal.document({ ok: false, root, diagnostics });
    return exitCodeFor(diagnostics);
  }
  if (options.emulate === true) {
    const { emulateProject, refuseArguments } = await import("../emulated/emulateProject.ts");
    if (words.length > 0) return refuseArguments(words, terminal);
    return emulateProject(compiled, options, terminal);
  }
  const output = outputTo(terminal);
  if (options.device !== undefined) {
    return reportingBoardErrors(terminal, () =>
      runOnBoard(compiled, words, options, { terminal, output }),
    );
  }
  const ended = await runUntilInterrupted(compiled, words, options, output);
  const ofRun = ended.problem === undefined ? [] : [diagnosticAt(nowhere, ended.problem)];
  terminal.diagnostics(ofRun, root, "err");
  const { exitCode, host } = ended;
  const { stdout, stderr } = output;
  diagnostics.push(...ofRun);
  terminal.document({ ok: exitCode === 0, root, exitCode, host, stdout, stderr, diagnostics });
  return exitCode;
}

/** The whole program, from the memory of a board. */
async function runOnBoard(
  compiled: CompileProjectResult,
  words: readonly string[],
  options: RunOptions,
  { terminal, output }: { terminal: Terminal; output: Output },
): Promise<number> {
  const { openBoard } = await import("../../mpremote/board.ts");
  const { runFromRam } = await import("../../mpremote/runFromRam.ts");
  const { mappedOutput } = await import("../mappedOutput.ts");
  const { harmless } = await import("../harmless.ts");
  const clean = { stdout: harmless(), stderr: harmless() };
  const disarms = options.raw !== true && !terminal.json;
  const device = options.device === "auto" ? {} : { device: options.device as string };
  const board = await openBoard(await boardAddress(device), { force: options.force === true });
  const files = programFiles(compiled);
  const mapped = mappedOutput(
    files,
    (source) => fromHere(compiled.sourceOf(source)),
    (stream, piece) => output.put(stream, disarms ? clean[stream].push(piece) : piece),
  );
  try {
    const exitCode = await untilInterrupted((signal) =>
      runFromRam(board, {
        files: files.map(({ path, text }) => ({ path, content: Buffer.from(text as string) })),
        entry: compiled.entry,
        args: words,
        stdout: (piece) => mapped.push("stdout", piece),
        stderr: (piece) => mapped.push("stderr", piece),
        signal,
      }),
    );
    mapped.end();
    const { stdout, stderr } = output;
    const { root } = compiled;
    const diagnostics = inOrder(compiled.diagnostics);
    const document = { ok: exitCode === 0, root, exitCode, device: board.address };
    terminal.document({ ...document, stdout, stderr, diagnostics });
    return exitCode;
  } finally {
    await board.close({ restart: "never" });
  }
}

async function runUntilInterrupted(
  compiled: CompileProjectResult,
  words: readonly string[],
  { host }: RunOptions,
  output: Output,
): Promise<RunResult> {
  const { runProgram } = await import("../../simulate/runProgram.ts");
  return untilInterrupted((signal) =>
    runProgram({
      files: programFiles(compiled),
      entry: compiled.entry,
      host,
      args: words,
      signal,
      sourceName: (source) => fromHere(compiled.sourceOf(source)),
      stdout: (piece) => output.put("stdout", piece),
      stderr: (piece) => output.put("stderr", piece),
    }),
  );
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
