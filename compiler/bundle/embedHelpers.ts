import { printModule } from "../python/print.ts";
import * as py from "../python/py.ts";
import { unreservedBuiltins } from "../python/reservedNames.ts";
import { type HelperFile, readFront, readHelper } from "./helperFile.ts";
import { type RuntimeFile, runtimeFilesFor } from "./runtimeModules.ts";

interface Module {
  readonly path: string;
  readonly module: py.Module;
}

/** A module and the text of the helpers that stand in it. */
export interface ModuleWithHelpers extends Module {
  readonly helpers: readonly string[];
}

export interface EmbeddingOptions {
  /** May helpers be loaded when they are first needed? See `canImportLater`. */
  readonly later: boolean;
}

/** Characters that the helpers behind one import may have: a module of its own costs more than that. */
const mostText = 900;

/**
 * Short helpers of the runtime that one module alone uses stand in that module, after its imports:
 * each module costs some 200 bytes of a board's memory for its dict and its names, and the package
 * `tsmp` as much again.
 *
 *     from tsmp.divide import divide          from math import copysign
 *
 *
 *                                             def divide(a, b):
 *                                                 ...
 *
 * Of a helper that has a front (`readFront`) only that stands there, where the program can import later.
 */
export function embedHelpers(
  modules: readonly Module[],
  others: readonly RuntimeFile[],
  options: EmbeddingOptions,
): readonly ModuleWithHelpers[] {
  const candidates = candidatesOf(modules, options);
  if (candidates.size === 0) return modules.map((one) => ({ ...one, helpers: [] }));
  const remaining = runtimeFilesFor([
    ...others,
    ...modules.map(({ path, module }) => ({ path, text: importLines(module, candidates) })),
  ]);
  const shared = new Set(remaining.map(({ path }) => path));
  return embedAround(modules, others, candidates, shared, options);
}

/**
 * A helper that stays a file, since it is long, brings along files of its own. One of them that was put
 * into a module as well would be there twice: two classes `Thrown`, of which `isinstance` knows one.
 */
function embedAround(
  modules: readonly Module[],
  others: readonly RuntimeFile[],
  candidates: ReadonlySet<string>,
  shared: ReadonlySet<string>,
  options: EmbeddingOptions,
): readonly ModuleWithHelpers[] {
  const embedded = modules.map(({ path, module }) => ({
    path,
    ...new Embedding(module, shared, options).embed(candidates),
  }));
  const files = runtimeFilesFor([
    ...others,
    ...embedded.map(({ path, module }) => ({ path, text: importLines(module, new Set()) })),
  ]).map(({ path }) => path);
  const names = new Set(embedded.flatMap((one) => one.names.map((name) => `tsmp/${name}.py`)));
  const twice = files.filter((path) => names.has(path));
  return twice.length === 0
    ? embedded
    : embedAround(modules, others, candidates, new Set([...shared, ...twice]), options);
}

/** The helpers that only one module imports, and nothing but them from their file. */
function candidatesOf(
  modules: readonly Module[],
  { later }: EmbeddingOptions,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { module } of modules) {
    for (const helper of module.body.map(helperOf)) {
      if (!helper) continue;
      // Under another name only a front can stand there.
      const isKept = helper.alias !== helper.name && !(later && readFront(helper.name));
      counts.set(helper.name, isKept ? 2 : (counts.get(helper.name) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count === 1).map(([helper]) => helper));
}

/** A helper that a module imports, and what it calls that. */
interface ImportedHelper {
  readonly name: string;
  readonly alias: string;
}

/** `divide` of `from tsmp.divide import divide`. */
function helperOf(statement: py.Statement): ImportedHelper | undefined {
  if (statement.kind !== "importFrom" || !statement.module.startsWith("tsmp.")) return undefined;
  const [only, more] = statement.names;
  if (!only || more || statement.module !== `tsmp.${only.name}`) return undefined;
  return { name: only.name, alias: only.alias ?? only.name };
}

/** What a module imports besides helpers that may stand in it. */
function importLines({ body }: py.Module, candidates: ReadonlySet<string>): string {
  const imports = body.filter((statement) => {
    const helper = helperOf(statement);
    return isImport(statement) && (helper === undefined || !candidates.has(helper.name));
  });
  return printModule({ body: imports }).text;
}

function isImport(statement: py.Statement): boolean {
  return statement.kind === "import" || statement.kind === "importFrom";
}

/** Puts helpers into one module, as far as their names are free there. */
class Embedding {
  #body: readonly py.Statement[];
  readonly #shared: ReadonlySet<string>;
  readonly #later: boolean;
  readonly #words: ReadonlySet<string>;
  readonly #embedded = new Map<string, HelperFile>();

  /** `shared` are the paths of files that stay, because something else needs them. */
  constructor(module: py.Module, shared: ReadonlySet<string>, { later }: EmbeddingOptions) {
    this.#body = module.body;
    this.#shared = shared;
    this.#later = later;
    const code = printModule({ body: module.body.filter((one) => !isImport(one)) }).text;
    this.#words = new Set(code.match(/[A-Za-z_]\w*/g));
  }

  embed(candidates: ReadonlySet<string>): Omit<ModuleWithHelpers, "path"> & { names: string[] } {
    for (const statement of this.#body.filter(isImport)) {
      const helper = helperOf(statement);
      if (helper === undefined || !candidates.has(helper.name)) continue;
      const files = this.#filesOf(helper);
      if (files && this.#areFree(files, helper.alias)) this.#take(files, statement);
    }
    const helpers = [...this.#embedded.values()].map(({ text }) => text);
    return { module: { body: this.#body }, helpers, names: [...this.#embedded.keys()] };
  }

  /** The files behind an import, what each needs before itself; undefined where they must stay files. */
  #filesOf({ name: helper, alias }: ImportedHelper): readonly HelperFile[] | undefined {
    if (alias !== helper) {
      const front = this.#shared.has(`tsmp/${helper}.py`) ? undefined : readFront(helper, alias);
      return front && [front];
    }
    const files: HelperFile[] = [];
    const add = (name: string): boolean => {
      const path = `tsmp/${name}.py`;
      if (files.some((file) => file.name === name) || this.#embedded.has(name)) return true;
      const file = this.#shared.has(path) ? undefined : this.#read(name);
      if (!file?.helpers.every(add)) return false;
      files.push(file);
      return true;
    };
    if (!add(helper)) return undefined;
    return files.reduce((sum, { text }) => sum + text.length, 0) <= mostText ? files : undefined;
  }

  #read(name: string): HelperFile | undefined {
    return (this.#later ? readFront(name) : undefined) ?? readHelper(name);
  }

  /** Are the names that the files bring along nobody else's? */
  #areFree(files: readonly HelperFile[], helper: string): boolean {
    return files.every(({ names, imports, name, text }) => {
      const builtins =
        text.match(/[A-Za-z_]\w*/g)?.filter((id) => unreservedBuiltins.has(id)) ?? [];
      if (builtins.some((id) => this.#words.has(id))) return false;
      const own = names.filter((id) => id !== helper && !this.#isHelper(id, name));
      const imported = imports.flatMap(({ module, names: ids }) =>
        ids.map((id) => ({ module, id })),
      );
      return (
        own.every((id) => !this.#isTaken(id)) &&
        imported.every(({ module, id }) => this.#isImported(module, id) || !this.#isTaken(id))
      );
    });
  }

  /** A helper that the module uses itself, too. */
  #isHelper(id: string, name: string): boolean {
    return id === name && this.#body.some((statement) => helperOf(statement)?.alias === id);
  }

  #isTaken(id: string): boolean {
    if (this.#words.has(id) || importedNames(this.#body).has(id)) return true;
    return [...this.#embedded.values()].some(({ names }) => names.includes(id));
  }

  #isImported(module: string | undefined, id: string): boolean {
    return this.#body.some((statement) => {
      if (statement.kind === "import") {
        return module === undefined && statement.module === id && statement.alias === undefined;
      }
      if (statement.kind !== "importFrom" || statement.module !== module) return false;
      return statement.names.some(({ name, alias }) => name === id && alias === undefined);
    });
  }

  #take(files: readonly HelperFile[], statement: py.Statement): void {
    this.#body = this.#body.filter((other) => other !== statement);
    for (const file of files) {
      this.#embedded.set(file.name, file);
      for (const { module, names } of file.imports) {
        for (const id of names) if (!this.#isImported(module, id)) this.#import(module, id);
      }
    }
  }

  #import(module: string | undefined, id: string): void {
    const known = this.#body.find((one) => one.kind === "importFrom" && one.module === module);
    if (known?.kind === "importFrom") {
      const extended = { ...known, names: [...known.names, { name: id, alias: undefined }] };
      this.#body = this.#body.map((other) => (other === known ? extended : other));
      return;
    }
    const added =
      module === undefined
        ? py.importModule(id)
        : py.importFrom(module, [{ name: id, alias: undefined }]);
    this.#body = [added, ...this.#body];
  }
}

function importedNames(body: readonly py.Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of body) {
    if (statement.kind === "import") names.add(statement.alias ?? statement.module.split(".")[0]!);
    if (statement.kind !== "importFrom") continue;
    for (const { name, alias } of statement.names) names.add(alias ?? name);
  }
  return names;
}
