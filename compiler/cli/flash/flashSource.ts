import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import type { Settings } from "../../project/settings.ts";
import { settingsOf } from "../settingOptions.ts";
import type { ProgramNeeds } from "./boardFits.ts";
import type { FlashOptions } from "./flashOptions.ts";
import { type Program, programIn, programOf } from "./programFiles.ts";

/** What is flashed, and where it comes from. */
export interface FlashSource {
  readonly root: string;
  readonly outDir: string;
  readonly needs: ProgramNeeds;
  readonly diagnostics: readonly Diagnostic[];
  /** Empty where the diagnostics have an error. */
  readonly program: Program;
}

const nothing: Program = { files: [], entry: "", problems: [] };

export async function compiledSource(path: string, options: FlashOptions): Promise<FlashSource> {
  const { compileProject } = await import("../../compileProject.ts");
  const compiled = compileProject(path, settingsOf(options));
  const { root, outDir } = compiled;
  const needs = needsOf(compiled.settings, options);
  const program = hasErrors(compiled.diagnostics) ? nothing : await programOf(compiled, needs.mpy);
  const diagnostics = [...inOrder(compiled.diagnostics), ...inNoFile(program)];
  return { root, outDir, needs, diagnostics, program };
}

/** A folder of Python, of which the project only says what board it is for. */
export async function builtSource(
  path: string,
  folder: string,
  options: FlashOptions,
): Promise<FlashSource> {
  const { loadProject } = await import("../../project/loadProject.ts");
  const { root, outDir, entry, settings } = loadProject(path, settingsOf(options));
  const needs = needsOf(settings, options);
  const program = await programIn(folder, [entry.replace(/\.ts$/, ".py"), "main.py"], needs.mpy);
  return { root, outDir, needs, diagnostics: inNoFile(program), program };
}

function needsOf({ board, micropython, mpy }: Settings, options: FlashOptions): ProgramNeeds {
  return { board, micropython, mpy: options.mpy ?? mpy ?? false };
}

function inNoFile({ problems }: Program): Diagnostic[] {
  return problems.map((problem) => diagnosticAt(nowhere, problem));
}
