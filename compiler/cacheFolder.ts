import { homedir } from "node:os";
import { join } from "node:path";

/** Where this computer's programs keep what they can make or fetch again. */
export function cacheFolder(): string {
  if (process.platform === "win32") {
    return process.env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local");
  }
  const named = process.env["XDG_CACHE_HOME"];
  if (named !== undefined && named !== "") return named;
  return process.platform === "darwin"
    ? join(homedir(), "Library", "Caches")
    : join(homedir(), ".cache");
}
