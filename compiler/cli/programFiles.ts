import { readFileSync } from "node:fs";
import type { CompileResult } from "../compile.ts";
import type { Asset } from "../project/loadProject.ts";
import type { ProgramFile } from "../simulate/request.ts";

/** Everything that a compiled project has on the board. */
export function programFiles({
  files,
  assets,
}: Pick<CompileResult, "files"> & { readonly assets: readonly Asset[] }): ProgramFile[] {
  return [...files, ...assets.map(({ path, source }) => ({ path, text: readFileSync(source) }))];
}
