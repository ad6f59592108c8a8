// npm run demo: builds the echo server, shows the Python that comes out, and runs it on a real
// MicroPython. Where none with threads can be had, an example without threads runs on the
// MicroPython that comes with tsmp.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ProvisionError, provisionMicropython } from "../test/support/micropython/provision.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli/main.js");

if (!existsSync(cli)) {
  console.error("tsmp is not built: `npm ci` does it, or `npm run build`.");
  process.exit(1);
}

const micropython = await unixPort();
const example = micropython === undefined ? "event-from-interrupt" : "echo-server";
const folder = join("examples", example);

say(`TypeScript: ${folder}/src/main.ts`);
show(`${folder}/src/main.ts`);

say(`tsmp build ${folder}`);
tsmp("build", folder);

say(`Python: ${folder}/build/main.py`);
show(`${folder}/build/main.py`);

say(`tsmp run ${folder}`);
tsmp("run", folder, "--host", micropython === undefined ? "embedded" : "unix");

/** The command of a MicroPython with threads, or undefined with a word on why there is none. */
async function unixPort() {
  try {
    const { command, version } = await provisionMicropython();
    console.log(`MicroPython ${version}, unix port: ${command}`);
    return command;
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    console.log(
      `There is no MicroPython with threads here: ${error.message.trim()}\n` +
        "So this is an example without threads, on the MicroPython that comes with tsmp.",
    );
    return undefined;
  }
}

/** @param {string} what */
function say(what) {
  console.log(`\n--- ${what}\n`);
}

/** @param {string} path */
function show(path) {
  process.stdout.write(readFileSync(join(root, path), "utf8"));
}

/**
 * Runs the command line; when it fails, so does the demo.
 * @param {string[]} args
 */
function tsmp(...args) {
  const named = micropython === undefined ? {} : { TSMP_MICROPYTHON: micropython };
  const env = { ...process.env, ...named };
  const { status, error } = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
