import { posix } from "node:path";
import type { DeclaredModule } from "../project/declaredModules.ts";
import type { ModulePaths } from "./modulePaths.ts";
import type { RuntimeFile } from "./runtimeModules.ts";

/**
 * The Python files among the inputs, where the board's imports find them: a module that a
 * declaration file declares under its name (`declare module "lib.sub"`), every other one as it lies.
 */
export function ownPython(
  files: ReadonlyMap<string, string>,
  declared: readonly DeclaredModule[],
  paths: ModulePaths,
): readonly RuntimeFile[] {
  return [...files]
    .filter(([path]) => path.endsWith(".py"))
    .map(([path, text]) => ({ path: declaredPlace(path, declared) ?? paths.place(path), text }));
}

/** `lib/mylib.py` beside the `lib/types.d.ts` that declares "mylib" is `mylib.py`; of a package, all files. */
function declaredPlace(path: string, declared: readonly DeclaredModule[]): string | undefined {
  for (const module of declared) {
    const below = posix.relative(module.folder, path);
    if (below === `${module.path}.py` || below.startsWith(`${module.path}/`)) return below;
  }
  return undefined;
}
