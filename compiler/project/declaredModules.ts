import { posix } from "node:path";
import { ts } from "ts-morph";

/** A Python module that a declaration file declares by name, and the folder that it lies in. */
export interface DeclaredModule {
  readonly folder: string;
  /** Its path without an ending, below that folder: "lib/sub" of `declare module "lib.sub"`. */
  readonly path: string;
}

export function declaredModules(files: ReadonlyMap<string, string>): readonly DeclaredModule[] {
  return [...files].flatMap(([path, text]) => {
    if (!/\.d\.[cm]?ts$/.test(path)) return [];
    const { ambientExternalModules = [] } = ts.preProcessFile(text, true, false);
    const folder = posix.dirname(path);
    return ambientExternalModules.map((name) => ({ folder, path: name.replaceAll(".", "/") }));
  });
}
