import { legalIdentifier, pythonKeywords } from "../python/reservedNames.ts";

/** Which Python module every source file becomes. */
export interface ModulePaths {
  /** `src/lib/util.ts` -> `lib.util` */
  moduleName(path: string): string;
  /** `src/lib/util.ts` -> `lib/util.py` */
  pythonPath(path: string): string;
  /** `src/lib/native.py` -> `lib/native.py`, for a file that keeps its name. */
  place(path: string): string;
}

/**
 * Modules lie as the sources do, seen from the folder of the entry; where a source lies outside it,
 * from the nearest folder that has them all.
 */
export function modulePaths(paths: readonly string[], entry: string): ModulePaths {
  const root = commonFolder(paths, folderOf(entry));
  const segments = (path: string) =>
    path
      .slice(root.length)
      .replace(/(\.d)?\.[cm]?tsx?$|\.json$/, "")
      .split("/")
      .map(moduleSegment);
  return {
    moduleName: (path) => segments(path).join("."),
    pythonPath: (path) => `${segments(path).join("/")}.py`,
    place: (path) => (path.startsWith(root) ? path.slice(root.length) : path),
  };
}

/** The folder with its closing slash, or nothing. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function commonFolder(paths: readonly string[], start: string): string {
  let folder = start;
  while (folder !== "" && !paths.every((path) => path.startsWith(folder))) {
    folder = folderOf(folder.slice(0, -1));
  }
  return folder;
}

function moduleSegment(segment: string): string {
  const legal = legalIdentifier(segment.replace(/[-. ]/g, "_"));
  return pythonKeywords.has(legal) ? `${legal}_` : legal;
}
