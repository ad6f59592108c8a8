import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Tests run the command line as it is shipped; so `dist` is bundled anew if a source is newer. */
export default function buildDist(): void {
  const sources = readdirSync(join(root, "compiler"), { recursive: true, encoding: "utf8" });
  const built = statSync(join(root, "dist/cli/main.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const isStale = sources.some((name) => statSync(join(root, "compiler", name)).mtimeMs > built);
  if (!isStale) return;
  const rolldown = join(root, "node_modules/rolldown/bin/cli.mjs");
  execFileSync(process.execPath, [rolldown, "-c", "--log-level", "warn"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
