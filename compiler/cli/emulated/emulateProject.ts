import type { CompileProjectResult } from "../../compileProject.ts";
import { argumentsForBoard } from "../../diagnostics/catalogue/emulator.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import { exitCodes } from "../exitCodes.ts";
import { describeReport, reportDocument } from "../flash/describeOutcome.ts";
import { programOf } from "../flash/programFiles.ts";
import { fromHere, type Terminal } from "../terminal.ts";
import { type EmulatedBoardOptions, emulateProgram } from "./emulateProgram.ts";

interface Options extends EmulatedBoardOptions {
  readonly mpy?: boolean;
}

/**
 * Flashes a compiled project to an emulated Pico, runs it there, and shows its output, until it
 * ends or is stopped. Its diagnostics have been shown.
 */
export async function emulateProject(
  compiled: CompileProjectResult,
  options: Options,
  terminal: Terminal,
): Promise<number> {
  const { root, settings } = compiled;
  const program = await programOf(compiled, options.mpy ?? settings.mpy ?? false);
  let stdout = "";
  const ended = await emulateProgram(
    {
      files: program.files,
      entry: program.entry,
      generated: compiled.files,
      sourceName: (source) => fromHere(compiled.sourceOf(source)),
    },
    options,
    (text) => {
      stdout += text;
      if (!terminal.json) process.stdout.write(text);
    },
  );
  const { exitCode, micros, report } = ended;
  const found = [...program.problems, ...ended.problems].map((problem) =>
    diagnosticAt(nowhere, problem),
  );
  terminal.diagnostics(found, root, "err");
  if (report !== undefined) terminal.notice(`emulated Pico: ${describeReport(report, false)}`);
  terminal.document({
    ok: exitCode === 0,
    root,
    exitCode,
    host: "emulated",
    micros,
    ...(report === undefined ? {} : { deploy: reportDocument(report) }),
    stdout,
    stderr: "",
    diagnostics: [...inOrder(compiled.diagnostics), ...found],
  });
  return exitCode;
}

/** Arguments that the program would never see. */
export function refuseArguments(words: readonly string[], terminal: Terminal): number {
  const diagnostics = [diagnosticAt(nowhere, argumentsForBoard(words))];
  terminal.diagnostics(diagnostics, process.cwd(), "err");
  terminal.document({ ok: false, diagnostics });
  return exitCodes.usage;
}
