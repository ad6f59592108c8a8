import { join } from "node:path";
import { fileOutsideProject, nothingIncluded } from "../diagnostics/catalogue/project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../diagnostics/place.ts";
import { below, isInside } from "./disk.ts";
import { filesByGlobs } from "./filesByGlobs.ts";
import { listFolder } from "./observedDisk.ts";
import { isDeclaration, isTypeScript } from "./reachableFiles.ts";
import type { Settings } from "./settings.ts";
import type { Tsconfig } from "./tsconfigFile.ts";

interface Wanted {
  readonly root: string;
  readonly tsconfig: Tsconfig | undefined;
  readonly namedEntry: string | undefined;
  readonly settings: Settings;
  readonly outDir: string;
}

interface Included {
  /** TypeScript and declaration files that belong to the program whether it imports them or not. */
  readonly modules: readonly string[];
  /** Other files, for the board as they are. */
  readonly assets: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The files that belong to the program because the settings say so. Paths are absolute. */
export function findIncludedFiles(wanted: Wanted): Included {
  const { root, tsconfig, namedEntry, settings } = wanted;
  const diagnostics: Diagnostic[] = [];
  const extra: string[] = [];
  for (const [index, pattern] of (settings.include ?? []).entries()) {
    const found = filesMatching(pattern, wanted);
    const outside = found.find((path) => !isInside(root, path));
    const place = tsconfig?.placeOf("include", index) ?? nowhere;
    if (outside !== undefined) {
      diagnostics.push(diagnosticAt(place, fileOutsideProject(below(root, outside), root)));
    } else if (found.length === 0) {
      diagnostics.push(diagnosticAt(place, nothingIncluded(pattern)));
    }
    extra.push(...found);
  }
  const byTsconfig = (tsconfig?.fileNames ?? declarationsIn(root)).filter(
    (path) => isDeclaration(path) || (namedEntry === undefined && !isTest(path)),
  );
  return {
    modules: [...byTsconfig, ...extra].filter(isTypeScript),
    assets: [...new Set(extra.filter((path) => !isTypeScript(path)))],
    diagnostics,
  };
}

/** Tests are programs of their own, for `tsmp test`. */
function isTest(path: string): boolean {
  return path.endsWith(".test.ts");
}

/**
 * The files of a glob, as tsconfig's own `include` understands it, but of any kind, and with `www/**`
 * for all that is in `www` (which tsconfig refuses).
 */
function filesMatching(pattern: string, { root, outDir }: Wanted): string[] {
  const everyExtension = undefined;
  const glob = pattern.replace(/(^|\/)\*\*\/?$/, "$1**/*");
  return filesByGlobs(root, everyExtension, [outDir, "**/node_modules"], [glob]);
}

/** Without a tsconfig, the declarations beside the entry file describe its Python modules. */
function declarationsIn(folder: string): string[] {
  return listFolder(folder)
    .filter((entry) => !entry.isDirectory() && isDeclaration(entry.name))
    .map((entry) => join(folder, entry.name));
}
