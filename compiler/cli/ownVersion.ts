import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../project/installedTsmp.ts";

/** The version of tsmp that is running. */
export function ownVersion(): string {
  const text = readFileSync(join(packageFolder, "package.json"), "utf8");
  const { version }: { version: string } = JSON.parse(text);
  return version;
}
