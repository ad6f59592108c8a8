import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of the stubs. */
export const stubs = fileURLToPath(new URL("../../../stdlib-types", import.meta.url)).replace(
  /[\\/]$/,
  "",
);

/** A board profile of `stdlib-types/boards`. */
export type Board = "pico" | "pico_w" | "pico2" | "pico2_w" | "pyboard" | "generic";

/** The compiler options of a project that extends the configuration of a board. */
export function optionsOf(board: Board): ts.CompilerOptions {
  const path = join(stubs, "boards", `${board}.json`);
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent(
    { ...config, files: ["main.ts"] },
    ts.sys,
    join(stubs, "boards"),
  );
  const wrong = parsed.errors.filter((error) => error.code !== missingFile);
  if (wrong.length > 0) throw new Error(wrong.map(messageOf).join("\n"));
  return parsed.options;
}
const missingFile = 6053;

/** Where the program of a test seems to lie. */
export const mainFile = "/program/main.ts";

/** A language service over one program text and the real stubs; the text may be changed. */
export class StubService {
  readonly service: ts.LanguageService;
  #text = "";
  #version = 0;

  constructor(board: Board = "pico_w", extra: ts.CompilerOptions = {}) {
    const options = { ...optionsOf(board), ...extra };
    const host: ts.LanguageServiceHost = {
      getCompilationSettings: () => options,
      getScriptFileNames: () => [mainFile],
      getScriptVersion: (file) => (file === mainFile ? String(this.#version) : "0"),
      getScriptSnapshot: (file) => {
        const text = this.#read(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => "/program",
      getDefaultLibFileName: () => "lib.d.ts",
      fileExists: (file) => file === mainFile || ts.sys.fileExists(file),
      readFile: (file) => this.#read(file),
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      realpath: (path) => path,
    };
    this.service = ts.createLanguageService(host, registry);
  }

  set text(text: string) {
    this.#text = text;
    this.#version++;
  }

  get program(): ts.Program {
    return this.service.getProgram()!;
  }

  /** What is wrong with the program, as `TS2345 message`. */
  errors(text: string): string[] {
    this.text = text;
    return [
      ...this.service.getSyntacticDiagnostics(mainFile),
      ...this.service.getSemanticDiagnostics(mainFile),
    ].map((diagnostic) => `TS${diagnostic.code} ${messageOf(diagnostic)}`);
  }

  /** The names that are offered where the text has `|`. */
  completions(marked: string): string[] {
    const position = this.#place(marked);
    return (
      this.service
        .getCompletionsAtPosition(mainFile, position, { includeSymbol: false })
        ?.entries.map((entry) => entry.name) ?? []
    );
  }

  /** What hovering shows where the text has `|`: type and documentation. */
  hover(marked: string): { type: string; text: string } {
    const info = this.service.getQuickInfoAtPosition(mainFile, this.#place(marked));
    return {
      type: ts.displayPartsToString(info?.displayParts),
      text: ts.displayPartsToString(info?.documentation),
    };
  }

  #place(marked: string): number {
    const position = marked.indexOf("|");
    this.text = marked.slice(0, position) + marked.slice(position + 1);
    return position;
  }

  #read(file: string): string | undefined {
    return file === mainFile ? this.#text : ts.sys.readFile(file);
  }
}
const registry = ts.createDocumentRegistry();

export function messageOf(diagnostic: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
}

/** Signatures and names of the inventory: facts of MicroPython 1.28. */
export interface Inventory {
  readonly modules: Readonly<Record<string, ModuleFacts>>;
}
export interface ModuleFacts {
  readonly functions: Readonly<Record<string, unknown>>;
  readonly classes: Readonly<Record<string, ClassFacts>>;
  readonly constants: Readonly<Record<string, unknown>> | readonly string[];
}
export interface ClassFacts {
  readonly methods: Readonly<Record<string, unknown>>;
  readonly constants?: Readonly<Record<string, unknown>> | readonly string[] | null;
  /** Classes inside of the class, such as `Pin.board`. */
  readonly classes?: Readonly<Record<string, ClassFacts>>;
}
export function inventory(name: "rp2-pico-w" | "pyb"): Inventory {
  const path = new URL(`../facts/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")) as Inventory;
}
export function namesOf(
  names: Readonly<Record<string, unknown>> | readonly string[] | null | undefined,
): string[] {
  if (!names) return [];
  return Array.isArray(names) ? [...names] : Object.keys(names);
}

/** The values that a module exports. */
export function exportsOf(service: StubService, module: string): ReadonlyMap<string, ts.Symbol> {
  service.text = `import * as it from "${module}"; it;`;
  const { program } = service;
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(mainFile)!;
  const declaration = source.statements[0] as ts.ImportDeclaration;
  const symbol = checker.getSymbolAtLocation(declaration.moduleSpecifier);
  if (!symbol) throw new Error(`no stub for ${module}`);
  const found = new Map<string, ts.Symbol>();
  for (const exported of checker.getExportsOfModule(symbol)) {
    const target =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (target.flags & ts.SymbolFlags.Value) found.set(exported.name, target);
  }
  return found;
}

/** The members of a class: of its instances, and of itself. */
export function membersOf(
  service: StubService,
  symbol: ts.Symbol,
): { instance: ReadonlyMap<string, ts.Symbol>; statics: ReadonlyMap<string, ts.Symbol> } {
  const checker = service.program.getTypeChecker();
  const value = checker.getTypeOfSymbol(symbol);
  const instance = new Map<string, ts.Symbol>();
  const made = [
    ...value.getConstructSignatures().map((signature) => signature.getReturnType()),
    ...(value.getProperty("prototype")
      ? [checker.getTypeOfSymbol(value.getProperty("prototype")!)]
      : []),
    ...(symbol.flags & ts.SymbolFlags.Class ? [checker.getDeclaredTypeOfSymbol(symbol)] : []),
  ];
  for (const type of made) {
    for (const property of checker.getPropertiesOfType(type)) instance.set(property.name, property);
  }
  const statics = new Map<string, ts.Symbol>();
  for (const property of checker.getPropertiesOfType(value)) {
    if (property.name !== "prototype") statics.set(property.name, property);
  }
  return { instance, statics };
}
