import { resolve } from "node:path";
import { readManifest } from "../../bundle/buildManifest.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import { findBoard } from "../../project/boards.ts";
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
  const { buildProject } = await import("../../rememberedBuild.ts");
  const { inOrder } = await import("../../diagnostics/renderDiagnostics.ts");
  const compiled = await buildProject(path, settingsOf(options));
  const { root, outDir } = compiled;
  const needs = needsOf(compiled.settings, options);
  const program = hasErrors(compiled.diagnostics) ? nothing : await programOf(compiled, needs.mpy);
  const diagnostics = [...inOrder(compiled.diagnostics), ...inNoFile(program)];
  return { root, outDir, needs, diagnostics, program };
}

/** A folder of Python, as `tsmp build` or anybody has made it. Loads no compiler. */
export async function builtSource(folder: string, options: FlashOptions): Promise<FlashSource> {
  const root = resolve(folder);
  const { program: built } = readManifest(root);
  const board = built?.board === undefined ? undefined : findBoard(built.board)?.name;
  const settings = {
    ...(board === undefined ? {} : { board }),
    ...(built?.micropython === undefined ? {} : { micropython: built.micropython }),
    ...settingsOf(options),
  };
  const needs = needsOf(settings, options);
  const program = await programIn(root, built?.entry ?? "main.py", needs.mpy);
  return { root, outDir: root, needs, diagnostics: inNoFile(program), program };
}

function needsOf({ board, micropython, mpy }: Settings, options: FlashOptions): ProgramNeeds {
  return { board, micropython, mpy: options.mpy ?? mpy ?? false };
}

function inNoFile({ problems }: Program): Diagnostic[] {
  return problems.map((problem) => diagnosticAt(nowhere, problem));
}
