import { type CompileResult, compile } from "./compile.ts";
import { type Diagnostic, hasErrors } from "./diagnostics/diagnostic.ts";
import { below } from "./project/disk.ts";
import { type Asset, type LoadedProject, loadProject } from "./project/loadProject.ts";
import type { Settings } from "./project/settings.ts";
import { type SourcePlaces, sourceAt } from "./project/sourcePlaces.ts";

/** What `compile` gives, and where it belongs on disk. Diagnostics name files below `root`. */
export interface CompileProjectResult extends CompileResult {
  /** The project folder, absolute. */
  readonly root: string;
  /** The settings of the project, and what overrides them. */
  readonly settings: Settings;
  /** Where a build is written, absolute. */
  readonly outDir: string;
  /** Further files for the board, copied as they are. */
  readonly assets: readonly Asset[];
  /** The file on disk, absolute, that a path in a source map stands for. */
  sourceOf(path: string): string;
}

/**
 * Compiles the project of a folder, a tsconfig.json or an entry file; the current folder if none is
 * given. `overrides` wins over those in the tsconfig. `unsaved` has texts by absolute path that are
 * used instead of those on disk.
 */
export function compileProject(
  path?: string,
  overrides?: Settings,
  unsaved?: ReadonlyMap<string, string>,
): CompileProjectResult {
  const result = compilePlaced(path, overrides, unsaved);
  return { ...result, sourceOf: (place) => sourceAt(result.sources, place) };
}

/** The same as values that can be written down. */
export interface PlacedResult extends Omit<CompileProjectResult, "sourceOf"> {
  readonly sources: SourcePlaces;
}

export function compilePlaced(
  path?: string,
  overrides?: Settings,
  unsaved?: ReadonlyMap<string, string>,
): PlacedResult {
  const project = loadProject(path, overrides, unsaved);
  const { root, outDir, settings, sources } = project;
  const compiled = hasErrors(project.diagnostics) ? nothing : compile(project);
  return {
    ...compiled,
    diagnostics: [
      ...project.diagnostics,
      ...compiled.diagnostics.map((diagnostic) => onDisk(diagnostic, project)),
    ],
    root,
    settings,
    outDir,
    assets: hasErrors(compiled.diagnostics) ? [] : project.assets,
    sources,
  };
}

const nothing: CompileResult = { files: [], entry: "", diagnostics: [] };

/** The diagnostic with its file below the project folder instead of below the source folder. */
function onDisk(diagnostic: Diagnostic, { root, sources }: LoadedProject): Diagnostic {
  if (diagnostic.file === "") return diagnostic;
  return { ...diagnostic, file: below(root, sourceAt(sources, diagnostic.file)) };
}
