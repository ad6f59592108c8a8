import type { ts } from "ts-morph";
import * as py from "../python/py.ts";
import type { Names } from "./names.ts";

/** A class that stands for object literals of one shape. */
export interface ShapeClass {
  readonly name: string;
  readonly definition: py.ClassDef;
}

/** What a module knows of the others. */
export interface ProgramNames {
  readonly pathOf: (file: ts.SourceFile) => string;
  readonly namesOf: (file: ts.SourceFile) => Names;
  readonly moduleNameOf: (file: ts.SourceFile) => string;
  /** Where an exported name of a runtime package really lives. */
  readonly runtimeModuleOf: (module: string, name: string) => string;
}

/** The Python module that is being made from one source file: its imports and generated classes. */
export class ModuleContext {
  readonly sourceFile: ts.SourceFile;
  readonly names: Names;
  /** Python names whose value is in place wherever they are read. */
  readonly replacedNames = new Set<string>();
  /** A source file's path as the user knows it. */
  readonly pathOf: (file: ts.SourceFile) => string;
  /** The Python module name of a source file: "lib.util". */
  readonly moduleNameOf: (file: ts.SourceFile) => string;
  /** The names of another module's variables. */
  readonly namesOf: (file: ts.SourceFile) => Names;
  /** Where an exported name of a runtime package really lives. */
  readonly runtimeModuleOf: (module: string, name: string) => string;
  readonly shapes = new Map<string, ShapeClass>();
  readonly #constants = new Map<string, { readonly name: string; readonly value: py.Expression }>();
  readonly #imports = new Map<string, py.Statement>();
  readonly #helpers = new Map<string, string>();
  readonly #asyncioNames = new Set<string>();
  #usesLoop = false;

  constructor(sourceFile: ts.SourceFile, program: ProgramNames) {
    this.sourceFile = sourceFile;
    this.names = program.namesOf(sourceFile);
    this.pathOf = program.pathOf;
    this.namesOf = program.namesOf;
    this.moduleNameOf = program.moduleNameOf;
    this.runtimeModuleOf = program.runtimeModuleOf;
  }

  /** Imports that generated code needs besides the author's own, sorted by module. */
  get generatedImports(): readonly py.Statement[] {
    return [...this.#imports.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, statement]) => statement);
  }

  /** A value that is made once, when the module begins; `key` says which values are the same. */
  constant(key: string, hint: string, value: py.Expression): py.Name {
    const known = this.#constants.get(key);
    if (known) return py.name(known.name);
    const name = this.names.fresh(hint);
    this.#constants.set(key, { name, value });
    return py.name(name);
  }

  get constants(): readonly py.Statement[] {
    return [...this.#constants.values()].map(({ name, value }) => py.assign(py.name(name), value));
  }

  /** Helpers of `runtime-py/tsmp` in use. */
  get helpersInUse(): ReadonlySet<string> {
    return new Set(this.#helpers.keys());
  }

  /** Can a Python name never change its value while an expression is evaluated? */
  isFixedName(name: string): boolean {
    return this.names.isFixed(name);
  }

  /** Says that the module starts tasks, timers or promises: the main program must run them at its end. */
  noteLoop(): void {
    this.#usesLoop = true;
  }

  get usesLoop(): boolean {
    return this.#usesLoop;
  }

  /** The helper that a local name stands for. */
  helperOf(local: string): string | undefined {
    for (const [name, known] of this.#helpers) if (known === local) return name;
    return undefined;
  }

  helper(name: string): string {
    const known = this.#helpers.get(name);
    if (known !== undefined) return known;
    const local = this.names.fresh(name);
    this.#helpers.set(name, local);
    this.#imports.set(
      `tsmp.${name}`,
      py.importFrom(`tsmp.${name}`, [{ name, alias: local === name ? undefined : local }]),
    );
    return local;
  }

  /** `import module`, for variables that are read through it. */
  importModule(module: string, isInCycle: boolean): py.Expression {
    const parts = module.split(".");
    // In a cycle the module is no attribute of its package yet.
    if (isInCycle && parts.length > 1) {
      return this.pythonFunction(parts.slice(0, -1).join("."), parts.at(-1)!);
    }
    const statement = this.importStatement(module);
    this.#imports.set(`import ${module}`, statement);
    if (statement.alias !== undefined) return py.name(statement.alias);
    return parts.slice(1).reduce<py.Expression>(py.attribute, py.name(parts[0]!));
  }

  /** `import module`, under a name of its own where a variable of the file would hide the module. */
  importStatement(module: string): ReturnType<typeof py.importModule> {
    const known = this.#imports.get(`import ${module}`);
    if (known?.kind === "import") return known;
    const isHidden = this.names.isWord(module.split(".")[0]!);
    const alias = isHidden ? this.names.fresh(module.replaceAll(".", "_")) : undefined;
    return py.importModule(module, alias);
  }

  /**
   * `asyncio.Event`, as everybody writes it: asyncio loads its parts when they are asked for first, and
   * `from asyncio import Event` asks at once. Undefined in a file that has a variable `asyncio`.
   */
  asyncioName(name: string): py.Expression | undefined {
    if (this.names.isWord("asyncio")) return undefined;
    this.#asyncioNames.add(name);
    return py.attribute(this.importModule("asyncio", false), name);
  }

  /** What the module uses as `asyncio.name`. */
  get asyncioNames(): ReadonlySet<string> {
    return this.#asyncioNames;
  }

  /** `name` after `from module import name`; of asyncio `asyncio.name`. */
  pythonFunction(module: string, name: string): py.Expression {
    const ofAsyncio = module === "asyncio" ? this.asyncioName(name) : undefined;
    if (ofAsyncio) return ofAsyncio;
    const key = `${module} ${name}`;
    const known = this.#imports.get(key);
    if (known?.kind === "importFrom") {
      const only = known.names[0]!;
      return py.name(only.alias ?? only.name);
    }
    const local = this.names.fresh(name);
    this.#imports.set(
      key,
      py.importFrom(module, [{ name, alias: local === name ? undefined : local }]),
    );
    return py.name(local);
  }
}
