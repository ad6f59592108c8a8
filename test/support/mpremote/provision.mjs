#!/usr/bin/env node
// Finds the real mpremote, or unpacks Debian's: it is what the protocol of a board is measured by.
//
//     node test/support/mpremote/provision.mjs            where it is, and where it came from
//     node test/support/mpremote/provision.mjs --print    the command's path, and nothing else, on stdout

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cacheFolder } from "../debian/cacheFolder.mjs";
import { findOnPath } from "../debian/findOnPath.mjs";
import { hostArchitecture } from "../debian/hostArchitecture.mjs";
import { ProvisionError } from "../debian/provisionError.mjs";
import { reachableSuites, refusal } from "../debian/suites.mjs";
import { missingPackages, unpackPackage } from "../debian/unpackPackages.mjs";
import { withLock } from "../debian/withLock.mjs";

export { ProvisionError } from "../debian/provisionError.mjs";

const run = promisify(execFile);

/** 1.24 is in trixie; what it needs of Python, every Python since 3.8 has. */
const SUITES = ["trixie", "sid"];
const PACKAGES = ["micropython-mpremote", "python3-serial", "python3-platformdirs"];

/** @returns {Promise<import("./provision.mjs").ProvisionedMpremote>} */
export async function provisionMpremote() {
  const named = process.env["TSMP_MPREMOTE"];
  if (named !== undefined && named !== "") {
    return { command: named, version: await versionOf(named), origin: "TSMP_MPREMOTE" };
  }
  const folder = join(await cacheFolder(), "mpremote");
  const command = join(folder, "mpremote");
  if (existsSync(command)) return { command, version: await versionOf(command), origin: "cache" };
  return withLock(`${folder}.lock`, async () => {
    if (!existsSync(command)) await unpack(folder);
    return { command, version: await versionOf(command), origin: "debian" };
  });
}

/** @param {string} folder */
async function unpack(folder) {
  const scratch = await mkdtemp(`${folder}.`);
  try {
    await chmod(scratch, 0o755);
    const python = findOnPath("python3") === undefined ? ["python3"] : [];
    for (const one of await findPackages([...PACKAGES, ...python], scratch)) {
      await unpackPackage(one, scratch, ["./usr/share/doc/*"]);
    }
    await rm(join(scratch, "downloads"), { recursive: true });
    await writeWrapper(scratch);
    await versionOf(join(scratch, "mpremote"));
    await rename(scratch, folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {readonly string[]} names
 * @param {string} folder
 */
async function findPackages(names, folder) {
  /** @type {string[]} */
  const refusals = [];
  for await (const suite of reachableSuites(SUITES, folder, refusals)) {
    const index = await suite.packages(await hostArchitecture()).catch(refusal);
    if (index instanceof ProvisionError) refusals.push(index.message);
    else if (index.get("micropython-mpremote") === undefined) {
      refusals.push(`${suite.title} has no micropython-mpremote`);
    } else return missingPackages(names, index);
  }
  throw new ProvisionError("no-mirror", `no mpremote:\n  ${refusals.join("\n  ")}`);
}

/**
 * A system with Python's own packages elsewhere finds these first; one without Python uses what was unpacked.
 * @param {string} folder
 */
async function writeWrapper(folder) {
  const text = `#!/bin/sh
[ -L "$0" ] && set -- "$(readlink -f "$0")" "$@" || set -- "$0" "$@"
here=\${1%/*}
shift
PATH="$PATH:$here/root/usr/bin"
PYTHONPATH="$here/root/usr/lib/python3/dist-packages" exec python3 -m mpremote "$@"
`;
  await writeFile(join(folder, "mpremote"), text);
  await chmod(join(folder, "mpremote"), 0o755);
}

/** @param {string} command */
async function versionOf(command) {
  const { stdout } = await run(command, ["version"]).catch((error) => {
    const detail = String(error.stderr ?? "").trim() || error.message;
    throw new ProvisionError("does-not-run", `${command} does not run: ${detail}`);
  });
  return stdout.trim().replace(/^mpremote /, "");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const found = await provisionMpremote();
    const line = `mpremote ${found.version} (${found.origin}): ${found.command}`;
    console.log(process.argv.includes("--print") ? found.command : line);
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    console.error(`no mpremote: ${error.message}`);
    process.exitCode = 1;
  }
}
