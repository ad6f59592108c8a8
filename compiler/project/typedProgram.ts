import { ts } from "ts-morph";
import { programHost, stubRoot } from "./programHost.ts";
import { quickChecker } from "./quickChecker.ts";

/** A type-checked program, all in memory. Paths are absolute under `programRoot`. */
export interface TypedProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The user's TypeScript files in the order given, declarations included; then the JSON they import. */
  readonly sourceFiles: readonly ts.SourceFile[];
}

/** Where the user's files appear in the memory of a compilation. */
export const programRoot = "/project/";

export const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  strict: true,
  noLib: true,
  types: [],
  noEmit: true,
  useDefineForClassFields: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  esModuleInterop: true,
  experimentalDecorators: false,
  allowUnreachableCode: true,
  allowUnusedLabels: true,
  // The extension of the stubs must win over a package of the same name.
  paths: { "*": [`${stubRoot}*`] },
};

/**
 * Type-checks `files` (path below the project root -> text) and hands the program to `use`. The stubs
 * are parsed and bound once for the life of the process.
 *
 * Not over ts-morph's Project: that parses the stubs with comments and parents, and anew whenever
 * the settings are set; measured on a program of 20 lines, 655 against 415 ms cold and 313 against
 * 68 ms for the second compilation.
 */
export function withTypedProgram<T>(
  files: ReadonlyMap<string, string>,
  options: Partial<ts.CompilerOptions>,
  use: (typed: TypedProgram) => T,
): T {
  const inMemory = new Map([...files].map(([path, text]) => [programRoot + path, text]));
  const sources = [...inMemory.keys()].filter((path) => /\.[cm]?tsx?$/.test(path));
  const program = ts.createProgram({
    rootNames: [`${stubRoot}lib.tsmp.d.ts`, ...sources],
    options: { ...compilerOptions, ...options },
    host: programHost(inMemory),
  });
  return use({
    program,
    checker: quickChecker(program),
    sourceFiles: [
      ...sources.map((path) => program.getSourceFile(path)!),
      ...program.getSourceFiles().filter((file) => file.fileName.endsWith(".json")),
    ],
  });
}
