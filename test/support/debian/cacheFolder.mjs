import { accessSync, constants } from "node:fs";
import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ProvisionError } from "./provisionError.mjs";

/** The user's cache serves every clone; where there is none, this clone's own. */
export async function cacheFolder() {
  const clone = fileURLToPath(new URL("../../../node_modules/.cache", import.meta.url));
  const user = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  for (const base of [user, clone]) {
    const folder = join(base, "tsmp");
    try {
      await mkdir(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // Not ours to write: the next one.
    }
  }
  throw new ProvisionError("unpack", `neither ${user} nor ${clone} can be written to`);
}
