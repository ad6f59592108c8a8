import { posix } from "node:path";
import { ts } from "ts-morph";
import { besideTypeErrors } from "./besideTypeErrors.ts";
import { embedHelpers } from "./bundle/embedHelpers.ts";
import { moduleConflicts } from "./bundle/moduleConflicts.ts";
import { modulePaths } from "./bundle/modulePaths.ts";
import { ownPython } from "./bundle/ownPython.ts";
import { runtimeFilesFor, runtimeModuleOf } from "./bundle/runtimeModules.ts";
import { sourceMapOf } from "./bundle/sourceMap.ts";
import { checkBoardMarks } from "./checks/board/boardMarks.ts";
import { checkMemoryAddresses } from "./checks/board/memoryAddresses.ts";
import { checkPackedNumbers } from "./checks/board/packedNumbers.ts";
import { checkPatternsOfRe } from "./checks/board/patternsOfRe.ts";
import { checkPinUse } from "./checks/board/pinUse.ts";
import { checkPioPrograms } from "./checks/board/pioPrograms.ts";
import { checkPwmSlices } from "./checks/board/pwmSlices.ts";
import { checkTickArithmetic } from "./checks/board/tickArithmetic.ts";
import { checkWholeNumbers } from "./checks/board/wholeNumbers.ts";
import { checkConcurrency } from "./checks/concurrency/checkConcurrency.ts";
import { checkBigintMixes } from "./checks/language/bigintMixes.ts";
import { checkCaseVariables } from "./checks/language/caseVariables.ts";
import { checkDetachedMethods } from "./checks/language/detachedMethods.ts";
import { checkPrototypes } from "./checks/language/prototypes.ts";
import { checkTypeFreeRules } from "./checks/language/typeFreeRules.ts";
import { compileFault } from "./compileFault.ts";
import { jsx, nullIsAnObject, nullOrUndefined } from "./diagnostics/catalogue/language.ts";
import {
  entryNotFound,
  fileOutsideProject,
  wrongSetting,
} from "./diagnostics/catalogue/project.ts";
import { type Diagnostic, hasErrors, helpUrlOf, type Problem } from "./diagnostics/diagnostic.ts";
import { isStackOverflow } from "./diagnostics/internalFault.ts";
import { distinct, locate, withoutPlace } from "./diagnostics/locate.ts";
import { canImportLater } from "./facts/contexts/canImportLater.ts";
import { createFacts } from "./facts/facts.ts";
import { type LoweredModule, lowerProgram, type ProgramPaths } from "./lower/lowerProgram.ts";
import { type BoardProfile, defaultBoard, findBoard } from "./project/boards.ts";
import { boardPaths } from "./project/boardTypes.ts";
import { declaredModules } from "./project/declaredModules.ts";
import { expectedSetting, readSetting } from "./project/settings.ts";
import { programRoot, type TypedProgram, withTypedProgram } from "./project/typedProgram.ts";
import { printModule } from "./python/print.ts";
import { remembered } from "./rememberedResults.ts";
import { typeDiagnostics } from "./typeDiagnostics.ts";

/** A program in memory. */
export interface CompileInput {
  /** Path -> text: `.ts`, `.d.ts`, `.json`, and `.py` of modules that a `.d.ts` declares. */
  readonly files: Readonly<Record<string, string>>;
  /** The main program; `main.ts` or the only file where it is left out. */
  readonly entry?: string;
  readonly options?: CompileOptions;
}

export interface CompileOptions {
  /** The board profile: pico_w unless said otherwise. */
  readonly board?: string;
  /** The MicroPython version on the board, such as "1.28". */
  readonly micropython?: string;
  /** False: the calls of the program stay calls. True unless said otherwise. */
  readonly optimize?: boolean;
  readonly useDefineForClassFields?: boolean;
  /** Whether what has no type, and so type `any`, is an error; a warning unless said otherwise. */
  readonly noImplicitAny?: boolean;
}

/** A file for the board. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
  /** The version-3 source map, for what was lowered from TypeScript. */
  readonly map?: string;
}

export interface CompileResult {
  /** Empty where there is any error. */
  readonly files: readonly OutputFile[];
  /** The path of the Python module made from the entry. */
  readonly entry: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a program in memory. The parsed library is shared by all calls of a process, and a program
 * that is the same as before has the same result object. Never throws: a fault of tsmp itself is a
 * diagnostic too.
 */
export function compile(input: CompileInput): CompileResult {
  const files = new Map(
    Object.entries(input.files).map(([path, text]) => [path.replace(/^\.\//, ""), text]),
  );
  try {
    return remembered(input, () => compileFiles(files, input));
  } catch (thrown) {
    if (process.env["TSMP_DEBUG"] && !isStackOverflow(thrown)) throw thrown;
    return { files: [], entry: "", diagnostics: [compileFault(thrown, files)] };
  }
}

function compileFiles(files: ReadonlyMap<string, string>, input: CompileInput): CompileResult {
  const entry = findEntry(files, input.entry?.replace(/^\.\//, ""));
  const wrong = wrongInput(files, input.options ?? {});
  if (entry === undefined && wrong.length === 0)
    wrong.push(withoutPlace(entryNotFound(input.entry ?? "main.ts")));
  if (entry === undefined || wrong.length > 0) return { files: [], entry: "", diagnostics: wrong };
  const board = findBoard(input.options?.board ?? defaultBoard)!;
  const target = targetOf(board, input.options);
  return withTypedProgram(files, typeScriptOptions(input.options), (typed) =>
    build(typed, files, entry, target),
  );
}

/** TypeScript's own options for a program with these. */
export function typeScriptOptions(options: CompileOptions = {}): Partial<ts.CompilerOptions> {
  return {
    useDefineForClassFields: options.useDefineForClassFields ?? true,
    paths: boardPaths(findBoard(options.board ?? defaultBoard)!.name),
  };
}

/** Paths that lead out of the program, and settings that do not exist. */
function wrongInput(files: ReadonlyMap<string, string>, options: CompileOptions): Diagnostic[] {
  const paths = [...files.keys()].filter(
    (path) => posix.isAbsolute(path) || posix.normalize(path) !== path || path.startsWith("../"),
  );
  const settings = (["board", "micropython"] as const).filter(
    (name) => options[name] !== undefined && !readSetting({}, name, options[name]),
  );
  return [
    ...paths.map((path) => withoutPlace(fileOutsideProject(path, "."), path)),
    ...[...files.keys()].filter(isTsx).map((path) => withoutPlace(jsx(), path)),
    ...settings.map((name) =>
      withoutPlace(wrongSetting(name, expectedSetting(name), JSON.stringify(options[name]))),
    ),
  ];
}

function isTsx(path: string): boolean {
  return path.endsWith(".tsx");
}

function findEntry(files: ReadonlyMap<string, string>, named?: string): string | undefined {
  if (named !== undefined) return files.has(named) ? named : undefined;
  const candidates = ["main.ts", "src/main.ts", "index.ts", "src/index.ts"];
  const sources = [...files.keys()].filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".d.ts"),
  );
  return candidates.find((path) => files.has(path)) ?? sources[0];
}

function build(
  typed: TypedProgram,
  files: ReadonlyMap<string, string>,
  entry: string,
  target: BuildTarget,
): CompileResult {
  const pathOf = (file: ts.SourceFile) =>
    file.fileName.startsWith(programRoot) ? file.fileName.slice(programRoot.length) : file.fileName;
  const sources = typed.sourceFiles.filter((file) => !file.isDeclarationFile).map(pathOf);
  const imported = typed.sourceFiles.filter(
    (file) => file.isDeclarationFile && ts.isExternalModule(file),
  );
  const paths = modulePaths([...sources, ...imported.map(pathOf)], entry);
  const result = { files: [], entry: paths.pythonPath(entry) };
  const places = { pathOf, paths, runtimeModuleOf, entry: sourceFileOf(entry) };
  const diagnostics: Diagnostic[] = [
    ...typeDiagnostics(typed, target.noImplicitAny, pathOf),
    ...moduleConflicts(sources, paths),
  ];
  if (hasErrors(diagnostics)) {
    const others = besideTypeErrors(diagnostics, sources, {
      whole: (found) => checkAndLower(typed, target, places, found),
      typeFree: (found) => checkTypeFreeRules(typed, reportTo(found, pathOf)),
    });
    return { ...result, diagnostics: distinct([...diagnostics, ...others]) };
  }
  const { modules, later } = checkAndLower(typed, target, places, diagnostics);
  if (hasErrors(diagnostics)) return { ...result, diagnostics };
  const own = ownPython(files, declaredModules(files), paths);
  const options = { later: later && own.length === 0 };
  const output: OutputFile[] = embedHelpers(modules, own, options).map(
    ({ path, module, helpers }) => {
      const printed = printModule(module, helpers);
      return { path, text: printed.text, map: sourceMapOf(printed, path) };
    },
  );
  return {
    ...result,
    files: [...output, ...own, ...runtimeFilesFor([...output, ...own])],
    diagnostics,
  };

  function sourceFileOf(path: string): ts.SourceFile {
    return typed.sourceFiles.find((file) => pathOf(file) === path)!;
  }
}

/** Holds a program against the rules and lowers it; what is wrong goes to `diagnostics`. */
function checkAndLower(
  typed: TypedProgram,
  target: BuildTarget,
  places: ProgramPaths,
  diagnostics: Diagnostic[],
): { readonly modules: readonly LoweredModule[]; readonly later: boolean } {
  const facts = createFacts(typed, places.entry, { inlines: target.inlines });
  const report = reportTo(diagnostics, places.pathOf);
  checkPrototypes(facts, report);
  checkBigintMixes(facts, report);
  checkCaseVariables(facts, report);
  checkDetachedMethods(facts, report);
  checkBoardMarks(facts, target, report);
  checkPwmSlices(facts, target, report);
  checkPinUse(facts, report);
  checkMemoryAddresses(facts, report);
  checkTickArithmetic(facts, report);
  checkPioPrograms(facts, report);
  checkWholeNumbers(facts, target, report);
  checkPackedNumbers(facts, report);
  checkPatternsOfRe(facts, report);
  checkConcurrency(facts, target, report);
  const checked = diagnostics.length;
  const modules = lowerProgram(facts, places, diagnostics);
  const later = target.inlines && canImportLater(facts);
  const telling = diagnostics.find(({ code }) => code === nullOrUndefined.code);
  if (!telling || !facts.nulls.canBeObjects) return { modules, later };
  // The program tells null from undefined: null is an object of its own then.
  diagnostics.length = checked;
  diagnostics.push({ ...telling, ...nullIsAnObject(), helpUrl: helpUrlOf(nullIsAnObject.code) });
  const options = { inlines: target.inlines, nullsAreObjects: true };
  const again = createFacts(typed, places.entry, options);
  return { modules: lowerProgram(again, places, diagnostics), later };
}

/** Puts the problem of a node among the diagnostics. */
function reportTo(diagnostics: Diagnostic[], pathOf: ProgramPaths["pathOf"]) {
  return (node: ts.Node, problem: Problem): void => {
    const file = node.getSourceFile();
    const start = node.getStart(file);
    diagnostics.push(locate(problem, pathOf(file), file, start, node.end - start));
  };
}

/** What the checks must know of the board, how strict they are, and how much is done for speed. */
interface BuildTarget {
  readonly inlines: boolean;
  readonly noImplicitAny: boolean;
  readonly oneThreadBoard: string | undefined;
  readonly hasRadio: boolean;
  readonly isPyboard: boolean;
  readonly chip: string;
  readonly micropython: string;
}

function targetOf(board: BoardProfile, options: CompileOptions = {}): BuildTarget {
  const { micropython = board.micropython, optimize = true, noImplicitAny = false } = options;
  const { threads, title, name } = board;
  return {
    oneThreadBoard: threads === 1 ? title : undefined,
    hasRadio: name.endsWith("_w"),
    isPyboard: name === "pyboard",
    chip: name.startsWith("pico2") ? "rp2350" : "rp2040",
    micropython,
    inlines: optimize,
    noImplicitAny,
  };
}
