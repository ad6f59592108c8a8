import { basename, dirname } from "node:path";
import { mainNotAtTop } from "../diagnostics/catalogue/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticAt, wholeFile } from "../diagnostics/place.ts";
import { below, commonFolder, isInside } from "./disk.ts";

/**
 * The folder that becomes the top of the board, so that `src/main.ts` becomes `main.py`: the folder
 * of the entry file, or if `modules` lie outside it, the deepest that holds them all, as `compile`
 * has it. The board then finds no main.py at its top, so that is reported. Paths are absolute.
 */
export function findSourceFolder(
  root: string,
  entry: string,
  modules: readonly string[],
): { folder: string; diagnostics: readonly Diagnostic[] } {
  const own = dirname(entry);
  const outside = modules.find((module) => !isInside(own, module));
  if (outside === undefined) return { folder: own, diagnostics: [] };
  const folder = commonFolder(modules.map((module) => dirname(module)));
  if (basename(entry) !== "main.ts") return { folder, diagnostics: [] };
  const file = below(root, entry);
  const output = below(folder, entry).replace(/\.ts$/, ".py");
  const problem = mainNotAtTop(file, output, below(root, outside));
  return { folder, diagnostics: [diagnosticAt(wholeFile(file), problem)] };
}
