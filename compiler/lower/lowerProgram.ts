import type { ts } from "ts-morph";
import { internalFault } from "../diagnostics/catalogue/internal.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { InternalFault, isStackOverflow } from "../diagnostics/internalFault.ts";
import { diagnosticAt, wholeFile } from "../diagnostics/place.ts";
import type { Facts } from "../facts/facts.ts";
import * as py from "../python/py.ts";
import { lowerModule } from "./lowerModule.ts";
import { ModuleContext } from "./moduleContext.ts";
import { withoutUnused } from "./modules/withoutUnused.ts";
import { Names, wordsOf } from "./names.ts";

/** A lowered module and where it goes. */
export interface LoweredModule {
  readonly path: string;
  readonly module: py.Module;
}

interface ModuleInProgress extends LoweredModule {
  readonly context: ModuleContext;
}

/** Where the files of a program are, and what its modules are called. */
export interface ProgramPaths {
  readonly pathOf: (file: ts.SourceFile) => string;
  readonly paths: {
    moduleName(path: string): string;
    pythonPath(path: string): string;
  };
  /** Where an exported name of a runtime package really lives. */
  readonly runtimeModuleOf: (module: string, name: string) => string;
  readonly entry: ts.SourceFile;
}

/** Lowers every source file of a program. */
export function lowerProgram(
  facts: Facts,
  { pathOf, paths, runtimeModuleOf, entry }: ProgramPaths,
  diagnostics: Diagnostic[],
): readonly LoweredModule[] {
  const names = new Map<ts.SourceFile, Names>();
  const namesOf = (file: ts.SourceFile) => {
    const known = names.get(file) ?? new Names(facts.bindings, wordsOf(facts.bindings, file));
    names.set(file, known);
    return known;
  };
  const modules: ModuleInProgress[] = [];
  for (const file of facts.sourceFiles) {
    const context = new ModuleContext(file, {
      pathOf,
      namesOf,
      runtimeModuleOf,
      moduleNameOf: (other) => paths.moduleName(pathOf(other)),
    });
    try {
      const module = lowerModule(facts, context, diagnostics);
      modules.push({ path: paths.pythonPath(pathOf(file)), module, context });
    } catch (thrown) {
      if (isStackOverflow(thrown) || process.env["TSMP_DEBUG"]) throw thrown;
      const fault = InternalFault.from(thrown, {
        construct: "a module",
        place: wholeFile(pathOf(file)),
      });
      diagnostics.push(diagnosticAt(fault.place!, internalFault(fault.construct!, fault.message)));
    }
  }
  const lowerEntry = (module: py.Module, { sourceFile, moduleNameOf }: ModuleContext) => {
    const main = runToTheEnd(module, modules);
    return facts.cycles.has(sourceFile) ? underItsName(main, moduleNameOf(sourceFile)) : main;
  };
  return withoutUnused(modules).map(({ path, module, context }) => ({
    path,
    module: context.sourceFile === entry ? lowerEntry(module, context) : module,
  }));
}

/**
 * A main program that its own modules import is the same module under its name:
 *
 *     if __name__ == "__main__":
 *         __import__("sys").modules["main"] = __import__("__main__")
 */
function underItsName(main: py.Module, name: string): py.Module {
  const load = (module: string) => py.callBuiltin("__import__", [py.str(module)]);
  const entry = py.subscript(py.attribute(load("sys"), "modules"), py.str(name));
  const guard = py.compare(py.name("__name__"), "==", py.str("__main__"));
  return { body: [py.ifThen(guard, [py.assign(entry, load("__main__"))]), ...main.body] };
}

/**
 * A main program runs what is still pending when it ends, as Node does; one that runs asyncio itself
 * has seen to that, but for the timers that are left.
 *
 *     if __name__ == "__main__":
 *         run_main()
 */
function runToTheEnd(main: py.Module, modules: readonly ModuleInProgress[]): py.Module {
  if (!modules.some(({ context }) => context.usesLoop)) return main;
  const uses = (helper: string) => modules.some(({ context }) => context.helpersInUse.has(helper));
  if (uses("run_main")) return main;
  if (!runsLoop(modules)) return endingWith("run_main", main);
  return uses("set_timeout") || uses("set_interval") ? endingWith("run_timers", main) : main;
}

function runsLoop(modules: readonly ModuleInProgress[]): boolean {
  return (
    modules.some(({ module, context }) => importsName(module, context, runs)) ||
    (modules.some(({ context }) => drivesLoop.test(context.sourceFile.text)) &&
      modules.some(({ module, context }) => importsName(module, context, givesLoop)))
  );
}

function endingWith(helper: string, main: py.Module): py.Module {
  const run = py.importFrom(`tsmp.${helper}`, [{ name: helper, alias: undefined }]);
  const guard = py.compare(py.name("__name__"), "==", py.str("__main__"));
  return {
    body: [run, ...main.body, py.ifThen(guard, [py.expression(py.call(py.name(helper)))])],
  };
}

/** Does a module use a function of asyncio, or asyncio as a whole? */
function importsName(
  module: py.Module,
  { asyncioNames, sourceFile }: ModuleContext,
  names: RegExp,
): boolean {
  if ([...asyncioNames].some((name) => names.test(name))) return true;
  return module.body.some((statement) =>
    statement.kind === "import"
      ? statement.module === "asyncio" &&
        (statement.alias !== undefined || asyncioNames.size === 0) &&
        mayRun.test(sourceFile.text)
      : statement.kind === "importFrom" &&
        statement.module === "asyncio" &&
        statement.names.some(({ name }) => names.test(name)),
  );
}

const mayRun = /\brun(_until_complete|_forever)?\b/;
const runs = /^run(_until_complete)?$/;
/** A loop that is only asked for, to start tasks in it, does not run. */
const givesLoop = /^(get|new)_event_loop$/;
const drivesLoop = /\brun_(forever|until_complete)\b/;
