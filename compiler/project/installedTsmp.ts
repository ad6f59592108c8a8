import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { kindOfPath } from "./observedDisk.ts";

/** The package that is running. */
export const packageFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** The tsmp that a project in `folder` has installed, found as Node would. */
export function installedTsmp(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, "node_modules", "tsmp");
    if (kindOfPath(join(candidate, "package.json")) === "file") return candidate;
    if (dirname(at) === at) return undefined;
  }
}
