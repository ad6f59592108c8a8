import { resolve } from "node:path";
import { typeScriptOptions } from "./compile.ts";
import { noSuchLine, placeOutsideProject } from "./diagnostics/catalogue/cli.ts";
import { type Diagnostic, hasErrors } from "./diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "./diagnostics/place.ts";
import { type DescribedNode, describeLine } from "./facts/describe/describeLine.ts";
import { createFacts } from "./facts/facts.ts";
import { type LoadedProject, loadProject } from "./project/loadProject.ts";
import { kindOfPath } from "./project/observedDisk.ts";
import type { Settings } from "./project/settings.ts";
import { sourceAt } from "./project/sourcePlaces.ts";
import { programRoot, withTypedProgram } from "./project/typedProgram.ts";

/** A line of a file on disk. */
export interface SourceLine {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

export interface DescribedLine {
  readonly root: string;
  /** The line as it is written. */
  readonly text: string;
  readonly nodes: readonly DescribedNode[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is proven about one line of a project, or of the file alone where no project that has it is named. */
export function describeFacts(
  path: string | undefined,
  settings: Settings,
  place: SourceLine,
): DescribedLine {
  const found = describeIn(loadProject(path, settings), place);
  if (path !== undefined || found.diagnostics.length === 0) return found;
  const isWrongLine = found.diagnostics[0]!.code === noSuchLine.code;
  if (isWrongLine || kindOfPath(resolve(place.file)) !== "file") return found;
  return describeIn(loadProject(place.file, settings), place);
}

function describeIn(project: LoadedProject, place: SourceLine): DescribedLine {
  if (hasErrors(project.diagnostics)) return nothing(project, project.diagnostics);
  const wanted = resolve(place.file);
  const named = Object.keys(project.files).find(
    (file) => sourceAt(project.sources, file) === wanted,
  );
  if (named === undefined) {
    return nothing(project, [diagnosticAt(nowhere, placeOutsideProject(place.file))]);
  }
  const lines = (project.files[named] ?? "").split(/\r?\n/);
  const text = lines[place.line - 1];
  if (text === undefined) {
    return nothing(project, [diagnosticAt(nowhere, noSuchLine(place.file, lines.length))]);
  }
  return { root: project.root, text, nodes: nodesOf(project, named, place.line), diagnostics: [] };
}

function nodesOf(project: LoadedProject, file: string, line: number): readonly DescribedNode[] {
  const files = new Map(Object.entries(project.files));
  return withTypedProgram(files, typeScriptOptions(project.options), (typed) => {
    const find = (path: string) =>
      typed.sourceFiles.find(({ fileName }) => fileName === programRoot + path)!;
    return describeLine(createFacts(typed, find(project.entry)), find(file), line);
  });
}

function nothing({ root }: LoadedProject, diagnostics: readonly Diagnostic[]): DescribedLine {
  return { root, text: "", nodes: [], diagnostics };
}
