import { join, resolve } from "node:path";
import {
  entryNotFound,
  fileOutsideProject,
  fileUnreadable,
  isAFolder,
  noEntry,
  notATypeScriptFile,
} from "../diagnostics/catalogue/project.ts";
import type { Diagnostic, Problem } from "../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere, type Place, wholeFile } from "../diagnostics/place.ts";
import { below, isInside } from "./disk.ts";
import { kindOfPath } from "./observedDisk.ts";
import { isDeclaration, isTypeScript } from "./reachableFiles.ts";
import type { Settings } from "./settings.ts";
import type { Tsconfig } from "./tsconfigFile.ts";

/** Where the main program is looked for when nobody names it. */
const defaultEntries = ["src/main.ts", "main.ts", "src/index.ts", "index.ts"];

interface Wanted {
  readonly root: string;
  readonly tsconfig: Tsconfig | undefined;
  /** Named on the command line, absolute. */
  readonly namedEntry: string | undefined;
  readonly settings: Settings;
}

/** The file of the main program, absolute, or what is wrong with the one that was named. */
export function findEntry(wanted: Wanted): { path: string } | { diagnostic: Diagnostic } {
  const { root, tsconfig, namedEntry, settings } = wanted;
  if (namedEntry !== undefined) return checked(namedEntry, root, nowhere);
  if (settings.entry !== undefined) {
    const place = tsconfig?.placeOf("entry") ?? nowhere;
    return checked(resolve(root, settings.entry), root, place);
  }
  const found = defaultEntries
    .map((name) => join(root, name))
    .find((path) => kindOfPath(path) === "file");
  const path = found ?? onlyModule(tsconfig);
  if (path !== undefined) return { path };
  const place = tsconfig ? wholeFile(below(root, tsconfig.path)) : nowhere;
  return { diagnostic: diagnosticAt(place, noEntry(root, defaultEntries)) };
}

function checked(
  path: string,
  root: string,
  place: Place,
): { path: string } | { diagnostic: Diagnostic } {
  const problem = problemOf(path, root);
  return problem === undefined ? { path } : { diagnostic: diagnosticAt(place, problem) };
}

function problemOf(path: string, root: string): Problem | undefined {
  const shown = below(root, path);
  if (!isInside(root, path)) return fileOutsideProject(shown, root);
  const kind = kindOfPath(path);
  if (kind === undefined) return entryNotFound(shown);
  if (kind === "folder") return isAFolder(shown);
  if (kind === "other") return fileUnreadable(shown, "it is not a regular file");
  return !path.endsWith(".ts") || isDeclaration(path) ? notATypeScriptFile(shown) : undefined;
}

/** The module of a project that has but one. */
function onlyModule(tsconfig: Tsconfig | undefined): string | undefined {
  const modules = (tsconfig?.fileNames ?? []).filter(
    (name) => isTypeScript(name) && !isDeclaration(name),
  );
  return modules.length === 1 ? modules[0] : undefined;
}
