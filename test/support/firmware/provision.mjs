#!/usr/bin/env node
// Finds MicroPython firmware for the Raspberry Pi Pico, or builds it from Debian's packages.
//
//     node test/support/firmware/provision.mjs            where it is, and where it came from
//     node test/support/firmware/provision.mjs --print    the path of the image, and nothing else, on stdout
//
// What is built: Debian's source package of MicroPython, with Debian's pico-sdk-source and tinyusb-source, by
// Debian's cross compiler; everything is unpacked into the user's cache, and nothing of the system is touched.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../debian/cacheFolder.mjs";
import { ProvisionError } from "../debian/provisionError.mjs";
import { withLock } from "../debian/withLock.mjs";
import { buildFirmware } from "./buildFirmware.mjs";

export { ProvisionError } from "../debian/provisionError.mjs";

/** A machine without a network should find that out once in a run of the tests, not once for each of their files. */
const FAILURE_COUNTS_FOR_MS = 10 * 60 * 1000;

/**
 * @param {{ retry?: boolean }} [options] retry: also when it has just failed
 * @returns {Promise<import("./provision.mjs").ProvisionedFirmware>}
 */
export async function provisionFirmware({ retry = false } = {}) {
  const folder = join(await cacheFolder(), `firmware-${recipe()}`);
  const isThere = () => existsSync(join(folder, "VERSION"));
  if (isThere()) return describeFolder(folder, "cache");
  return withLock(`${folder}.lock`, async () => {
    if (isThere()) return describeFolder(folder, "cache");
    if (!retry) await throwRecentFailure(`${folder}.failed`);
    await removeScratch(folder);
    const scratch = await mkdtemp(`${folder}.build-`);
    try {
      await buildFirmware(scratch);
      await rename(join(scratch, "firmware"), folder).catch((error) => {
        // Somebody else was faster: theirs is as good.
        if (!isThere()) throw error;
      });
      await rm(`${folder}.failed`, { force: true });
    } catch (error) {
      if (error instanceof ProvisionError) await noteFailure(`${folder}.failed`, error);
      throw error;
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    return describeFolder(folder, "built");
  });
}

/**
 * @param {string} path
 * @param {ProvisionError} error
 */
async function noteFailure(path, { reason, message }) {
  await writeFile(path, JSON.stringify({ reason, message }));
}

/** @param {string} path */
async function throwRecentFailure(path) {
  const noted = await stat(path).catch(() => undefined);
  if (noted === undefined || Date.now() - noted.mtimeMs > FAILURE_COUNTS_FOR_MS) return;
  const { reason, message } = JSON.parse(await readFile(path, "utf8"));
  throw new ProvisionError(reason, message);
}

/**
 * What a build left that was ended: half a gigabyte. Only the holder of the lock builds, so none of it is in use.
 * @param {string} folder
 */
async function removeScratch(folder) {
  const names = await readdir(dirname(folder));
  const left = names.filter((name) => name.startsWith(`${basename(folder)}.build-`));
  for (const name of left) await rm(join(dirname(folder), name), { recursive: true, force: true });
}

/**
 * @param {string} folder
 * @param {"cache" | "built"} origin
 */
async function describeFolder(folder, origin) {
  const version = (await readFile(join(folder, "VERSION"), "utf8")).trim();
  return {
    bin: join(folder, "firmware.bin"),
    elf: join(folder, "firmware.elf"),
    arithmetic: join(folder, "arithmetic.bin"),
    version,
    origin,
  };
}

/** Names what the build is made of: another recipe is another folder, and both stay usable. */
function recipe() {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const hash = createHash("sha256");
  for (const name of readdirSync(here, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/(board|arithmetic)\/|buildFirmware|mpyCross|sources|tools/.test(name)) continue;
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(here, name)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 12);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const found = await provisionFirmware({ retry: true });
    const line = `MicroPython ${found.version} for the Pico (${found.origin}): ${found.bin}`;
    console.log(process.argv.includes("--print") ? found.bin : line);
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    console.error(`no firmware: ${error.message}`);
    process.exitCode = 1;
  }
}
