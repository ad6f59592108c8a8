import { dirname, join } from "node:path";
import { kindOfPath } from "./observedDisk.ts";
import { readTsconfig, type Tsconfig } from "./tsconfigFile.ts";

/** What a path on the command line stands for. */
export interface ProjectStart {
  /** The project folder: the one of the tsconfig, or where none is found, of the path. */
  readonly folder: string;
  readonly tsconfig: Tsconfig | undefined;
  /** The file that was named as the program. */
  readonly entry: string | undefined;
}

/**
 * The project of a folder, a tsconfig file or an entry file. Its tsconfig is the one in the same
 * folder, else the nearest above that is written for tsmp, so that a firmware inside a larger
 * repository never takes up the settings of that repository.
 */
export function findProject(path: string): ProjectStart {
  const isFolder = kindOfPath(path) === "folder";
  if (!isFolder && path.endsWith(".json")) {
    return { folder: dirname(path), tsconfig: readTsconfig(path), entry: undefined };
  }
  const named = isFolder ? path : dirname(path);
  const tsconfig = nearestTsconfig(named);
  return { folder: tsconfig?.folder ?? named, tsconfig, entry: isFolder ? undefined : path };
}

function nearestTsconfig(named: string): Tsconfig | undefined {
  for (let folder = named; ; folder = dirname(folder)) {
    const candidate = join(folder, "tsconfig.json");
    if (kindOfPath(candidate) === "file") {
      const tsconfig = readTsconfig(candidate);
      if (folder === named || tsconfig.forTsmp) return tsconfig;
    }
    if (dirname(folder) === folder) return undefined;
  }
}
