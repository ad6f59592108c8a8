import { Project, type SourceFile, ts } from "ts-morph";
import { StubFileSystem, stubRoot } from "./stubFileSystem.ts";

/** A type-checked program, all in memory. Paths are absolute under `programRoot`. */
export interface TypedProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The user's TypeScript files in the order given, declarations included. */
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

/** Makes every file a module, as Node runs it: its names are its own, and it may await. */
const moduleMark = "\nexport {};";

let project: Project | undefined;

/** One Project for the life of the process: later compilations share the parsed library. */
function sharedProject(): Project {
  if (project === undefined) {
    project = new Project({
      fileSystem: new StubFileSystem(),
      compilerOptions,
      skipLoadingLibFiles: true,
      skipFileDependencyResolution: true,
    });
    project.addSourceFileAtPath(`${stubRoot}lib.tsmp.d.ts`);
  }
  return project;
}

/**
 * Type-checks `files` (path below the project root -> text), hands the program to `use` and forgets
 * the files again, so that the next compilation starts clean.
 */
export function withTypedProgram<T>(
  files: ReadonlyMap<string, string>,
  options: Partial<ts.CompilerOptions>,
  use: (typed: TypedProgram) => T,
): T {
  const owner = sharedProject();
  owner.compilerOptions.set({ ...compilerOptions, ...options });
  const added: SourceFile[] = [];
  const fileSystem = owner.getFileSystem();
  const plain: string[] = [];
  try {
    for (const [path, text] of files) {
      if (/\.[cm]?tsx?$/.test(path)) {
        const moduleText = path.endsWith(".d.ts") ? text : text + moduleMark;
        added.push(owner.createSourceFile(programRoot + path, moduleText, { overwrite: true }));
      } else {
        plain.push(programRoot + path);
        fileSystem.writeFileSync(programRoot + path, text);
      }
    }
    const program = owner.getProgram().compilerObject;
    return use({
      program,
      checker: program.getTypeChecker(),
      sourceFiles: added.map((file) => program.getSourceFile(file.getFilePath())!),
    });
  } finally {
    for (const file of added) owner.removeSourceFile(file);
    for (const path of plain) fileSystem.deleteSync(path);
  }
}
