import { dirname, resolve } from "node:path";
import { moduleNamesCollide, pathNotFound } from "../diagnostics/catalogue/project.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../diagnostics/place.ts";
import { below, isInside } from "./disk.ts";
import { findEntry } from "./entryFile.ts";
import { findIncludedFiles } from "./includedFiles.ts";
import { kindOfPath } from "./observedDisk.ts";
import { readReachableFiles, type UnsavedFiles } from "./reachableFiles.ts";
import type { Settings } from "./settings.ts";
import { findSourceFolder } from "./sourceFolder.ts";
import type { SourcePlaces } from "./sourcePlaces.ts";
import type { Tsconfig } from "./tsconfigFile.ts";
import { findProject } from "./tsconfigSearch.ts";

/** A project on disk, ready for `compile`. With any error, `files` and `assets` are empty. */
export interface LoadedProject {
  /** The project folder, absolute; diagnostics name files below it. */
  readonly root: string;
  /** Texts by path below the source folder, with `/`. */
  readonly files: Readonly<Record<string, string>>;
  /** The path of the main program in `files`. */
  readonly entry: string;
  readonly options: ProjectOptions;
  /** Those of the tsconfig, and what overrides them. */
  readonly settings: Settings;
  /** Where a build is written, absolute. */
  readonly outDir: string;
  /** Further files for the board, copied as they are. */
  readonly assets: readonly Asset[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourcePlaces;
}

/** The settings that `compile` understands, as far as the project has them. */
export interface ProjectOptions extends Pick<Settings, "board" | "micropython" | "optimize"> {
  useDefineForClassFields?: boolean;
  noImplicitAny?: boolean;
}

export interface Asset {
  /** Where it goes in the build, with `/`. */
  readonly path: string;
  /** Where it is on disk, absolute. */
  readonly source: string;
}

const defaultOutDir = "build";

/**
 * Loads the project of a folder, a tsconfig file or an entry file. Of an entry file, the program is
 * what it reaches; of a folder or a tsconfig, all that the tsconfig includes as well.
 * `overrides` wins over the settings of the project; its `outDir` starts at the current folder.
 */
export function loadProject(
  path = ".",
  overrides: Settings = {},
  unsaved?: UnsavedFiles,
): LoadedProject {
  const named = resolve(path);
  const kind = kindOfPath(named);
  if (kind === undefined) {
    const folder = dirname(named);
    return withoutFiles(folder, resolve(folder, defaultOutDir), [
      diagnosticAt(nowhere, pathNotFound(path)),
    ]);
  }
  const { folder: root, tsconfig, entry: namedEntry } = findProject(named);
  const settings = { ...tsconfig?.settings, ...overrides };
  const outDir =
    overrides.outDir === undefined
      ? resolve(root, settings.outDir ?? defaultOutDir)
      : resolve(overrides.outDir);
  const diagnostics = [...(tsconfig?.diagnostics ?? [])];
  if (hasErrors(diagnostics)) return withoutFiles(root, outDir, diagnostics);

  const entry = findEntry({ root, tsconfig, namedEntry, settings });
  if ("diagnostic" in entry) return withoutFiles(root, outDir, [...diagnostics, entry.diagnostic]);
  const included = findIncludedFiles({ root, tsconfig, namedEntry, settings, outDir });
  const read = readReachableFiles(root, [entry.path, ...included.modules], unsaved);
  const source = findSourceFolder(root, entry.path, read.modules);
  diagnostics.push(...included.diagnostics, ...read.diagnostics, ...source.diagnostics);
  if (hasErrors(diagnostics)) return withoutFiles(root, outDir, diagnostics);

  /** What is outside the source folder (declarations, assets) starts at the project folder. */
  const placeOf = (file: string) =>
    read.places.get(file) ?? below(isInside(source.folder, file) ? source.folder : root, file);
  const sources = new Map<string, string>();
  const files: Record<string, string> = {};
  for (const [file, text] of read.texts) {
    const place = placeOf(file);
    const other = sources.get(place);
    if (other !== undefined) {
      const problem = moduleNamesCollide(below(root, other), below(root, file), place);
      return withoutFiles(root, outDir, [...diagnostics, diagnosticAt(nowhere, problem)]);
    }
    sources.set(place, file);
    files[place] = text;
  }
  return {
    root,
    files,
    entry: placeOf(entry.path),
    options: optionsOf(settings, tsconfig),
    settings,
    outDir,
    assets: included.assets.map((asset) => ({ path: placeOf(asset), source: asset })),
    diagnostics,
    sources: { folder: source.folder, places: Object.fromEntries(sources) },
  };
}

function optionsOf(settings: Settings, tsconfig: Tsconfig | undefined): ProjectOptions {
  const { board, micropython, optimize } = settings;
  const {
    useDefineForClassFields,
    strict,
    noImplicitAny = strict,
  } = tsconfig?.compilerOptions ?? {};
  return {
    ...(board === undefined ? {} : { board }),
    ...(micropython === undefined ? {} : { micropython }),
    ...(optimize === undefined ? {} : { optimize }),
    ...(useDefineForClassFields === undefined ? {} : { useDefineForClassFields }),
    ...(noImplicitAny === undefined ? {} : { noImplicitAny }),
  };
}

function withoutFiles(
  root: string,
  outDir: string,
  diagnostics: readonly Diagnostic[],
): LoadedProject {
  return {
    root,
    files: {},
    entry: "",
    options: {},
    settings: {},
    outDir,
    assets: [],
    diagnostics,
    sources: { folder: root, places: {} },
  };
}
