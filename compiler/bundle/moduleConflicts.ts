import { moduleNamesCollide, moduleNameTaken } from "../diagnostics/catalogue/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticAt, wholeFile } from "../diagnostics/place.ts";
import { listFolder } from "../project/observedDisk.ts";
import { runtimeFolder, stubFolder } from "../project/packageFolders.ts";
import type { ModulePaths } from "./modulePaths.ts";

/** Sources whose Python module cannot be had: a name of MicroPython's or of the runtime, or one given twice. */
export function moduleConflicts(
  sources: readonly string[],
  paths: ModulePaths,
): readonly Diagnostic[] {
  const seen = new Map<string, string>();
  return sources.flatMap((source) => {
    const module = paths.moduleName(source);
    const other = seen.get(module);
    seen.set(module, source);
    if (other !== undefined) {
      return [diagnosticAt(wholeFile(source), moduleNamesCollide(other, source, module))];
    }
    const taken = module.split(".")[0]!;
    if (!takenNames().has(taken)) return [];
    return [diagnosticAt(wholeFile(source), moduleNameTaken(source, taken))];
  });
}

let names: ReadonlySet<string> | undefined;

/** Modules that an import finds before the program's own, or that the program's own would hide from others. */
function takenNames(): ReadonlySet<string> {
  names ??= new Set([
    ...listFolder(stubFolder).flatMap(({ name }) => stubModule(name)),
    ...listFolder(runtimeFolder).map(({ name }) => name.replace(/\.py$/, "")),
    ...withoutStub,
  ]);
  return names;
}

/** The module that an entry of the folder of stubs declares. */
function stubModule(entry: string): string[] {
  if (notModules.has(entry)) return [];
  return entry.endsWith(".d.ts") || !entry.includes(".") ? [entry.replace(/\.d\.ts$/, "")] : [];
}

const notModules: ReadonlySet<string> = new Set([
  "lib.tsmp.d.ts",
  "all-modules.d.ts",
  "tsmp-board.d.ts",
  "boards",
]);

/** What MicroPython has and no program imports. */
const withoutStub = ["builtins", "__main__", "_asyncio", "_boot", "_boot_fat", "_rp2", "_onewire"];
