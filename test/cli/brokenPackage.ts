import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { type Ended, tsmp } from "./tsmp.ts";

/** Runs a copy of the package that has lost its help pages. */
export function tsmpWithoutPages(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const copy = temporaryFolder();
  for (const part of ["dist", "package.json"]) {
    cpSync(join(packageFolder, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(packageFolder, "node_modules"), join(copy, "node_modules"));
  return tsmp(args, { env, script: join(copy, "dist/cli/main.js") });
}
