import type { ts } from "ts-morph";
import { internalFault } from "../diagnostics/catalogue/internal.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { withoutPlace } from "../diagnostics/locate.ts";
import type { Facts } from "../facts/facts.ts";
import type * as py from "../python/py.ts";
import { lowerModule } from "./lowerModule.ts";
import { ModuleContext } from "./moduleContext.ts";
import { Names, wordsOf } from "./names.ts";

/** A lowered module and where it goes. */
export interface LoweredModule {
  readonly path: string;
  readonly module: py.Module;
}

interface ProgramPaths {
  readonly pathOf: (file: ts.SourceFile) => string;
  readonly paths: {
    moduleName(path: string): string;
    pythonPath(path: string): string;
  };
  /** Where an exported name of a runtime package really lives. */
  readonly runtimeModuleOf: (module: string, name: string) => string;
}

/** Lowers every source file of a program. */
export function lowerProgram(
  facts: Facts,
  { pathOf, paths, runtimeModuleOf }: ProgramPaths,
  diagnostics: Diagnostic[],
): readonly LoweredModule[] {
  const names = new Map<ts.SourceFile, Names>();
  const namesOf = (file: ts.SourceFile) => {
    const known = names.get(file) ?? new Names(facts.bindings, wordsOf(facts.bindings, file));
    names.set(file, known);
    return known;
  };
  const modules: LoweredModule[] = [];
  for (const file of facts.sourceFiles) {
    const context = new ModuleContext(file, {
      pathOf,
      namesOf,
      runtimeModuleOf,
      moduleNameOf: (other) => paths.moduleName(pathOf(other)),
    });
    try {
      modules.push({
        path: paths.pythonPath(pathOf(file)),
        module: lowerModule(facts, context, diagnostics),
      });
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      if (process.env["TSMP_DEBUG"]) throw thrown;
      diagnostics.push(withoutPlace(internalFault("a module", message), pathOf(file)));
    }
  }
  return modules;
}
