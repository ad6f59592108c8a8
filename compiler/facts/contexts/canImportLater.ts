import type { Facts } from "../facts.ts";
import { importsOf, mayBeConcurrent } from "./concurrentImports.ts";

/** These can take the folder of the program away, or the path to it. */
const folderModules = /^u?(os|sys|vfs)$/;

/**
 * May the program load a part of its runtime when it first needs that? Not where a thread or an interrupt
 * could come upon a module that is half imported, and not where the program can leave its folder.
 */
export function canImportLater(facts: Facts): boolean {
  const names = facts.sourceFiles.flatMap(importsOf);
  if (names.some((name) => folderModules.test(name))) return false;
  return !facts.sourceFiles.some(mayBeConcurrent) || !facts.contexts().hasForeignCode;
}
