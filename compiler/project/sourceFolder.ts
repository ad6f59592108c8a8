import { basename, dirname } from "node:path";
import { mainNotAtTop, outsideRootDir } from "../diagnostics/catalogue/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticAt, wholeFile } from "../diagnostics/place.ts";
import { below, commonFolder, isInside } from "./disk.ts";
import type { Tsconfig } from "./tsconfigFile.ts";

interface Wanted {
  readonly root: string;
  readonly tsconfig: Tsconfig | undefined;
  readonly entry: string;
  /** The files whose place in the tree matters, absolute: modules, and whatever is imported by path. */
  readonly modules: readonly string[];
}

/**
 * The folder that becomes the top of the board, so that `src/main.ts` becomes `main.py`: tsc's
 * `rootDir` where that is set, else the folder of the entry file, else the deepest that holds all
 * modules. The board then finds no main.py at its top, so the last is reported.
 */
export function findSourceFolder(wanted: Wanted): { folder: string; diagnostics: Diagnostic[] } {
  const { root, tsconfig, entry, modules } = wanted;
  const rootDir = tsconfig?.compilerOptions.rootDir;
  if (rootDir !== undefined) {
    const diagnostics = modules
      .filter((module) => !isInside(rootDir, module))
      .map((module) => below(root, module))
      .map((file) => diagnosticAt(wholeFile(file), outsideRootDir(file, below(root, rootDir))));
    return { folder: rootDir, diagnostics };
  }
  const own = dirname(entry);
  const outside = modules.find((module) => !isInside(own, module));
  if (outside === undefined) return { folder: own, diagnostics: [] };
  const folder = commonFolder(modules.map((module) => dirname(module)));
  return { folder, diagnostics: [...mainLeftTheTop(root, folder, entry, outside)] };
}

function* mainLeftTheTop(
  root: string,
  folder: string,
  entry: string,
  outside: string,
): Generator<Diagnostic> {
  if (basename(entry) !== "main.ts") return;
  const file = below(root, entry);
  const output = below(folder, entry).replace(/\.ts$/, ".py");
  yield diagnosticAt(wholeFile(file), mainNotAtTop(file, output, below(root, outside)));
}
