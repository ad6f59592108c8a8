// The sources of the firmware: MicroPython, the Pico's SDK and TinyUSB, as Debian has them.

import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { download } from "../debian/download.mjs";
import { hostArchitecture } from "../debian/hostArchitecture.mjs";
import { ProvisionError } from "../debian/provisionError.mjs";
import { reachableSuites, refusal } from "../debian/suites.mjs";
import { unpackPackage } from "../debian/unpackPackages.mjs";

const run = promisify(execFile);

/** Versions that have been built and run, the best first: 1.26 is in sid, 1.25 in trixie. */
const MICROPYTHON = /^1\.(26|25)\.\d+\+/;
const MICROPYTHON_SUITES = ["sid", "trixie"];
/** A newer SDK (2.2, sid) is made for another C library. */
const SDK_SUITES = ["trixie"];
const SDK_PACKAGES = ["pico-sdk-source", "tinyusb-source"];

/**
 * @typedef {{ micropython: string, sdk: string, tinyusb: string, library: string, version: string }} Sources
 */

/**
 * Unpacks them into `folder`.
 * @param {string} folder
 * @returns {Promise<Sources>}
 */
export async function unpackSources(folder) {
  await unpackSdk(folder);
  const version = await unpackMicropython(folder);
  const [name] = await readdir(join(folder, "micropython"));
  const micropython = join(folder, "micropython", name ?? "");
  const tinyusb = join(folder, "root/usr/src/tinyusb");
  await fitCmake(join(micropython, "ports/rp2/CMakeLists.txt"), tinyusb);
  // The build only asks whether micropython-lib has a README.
  const library = join(folder, "micropython-lib");
  await mkdir(library);
  await writeFile(join(library, "README.md"), "");
  return { micropython, sdk: join(folder, "root/usr/src/pico-sdk"), tinyusb, library, version };
}

/** @param {string} folder */
async function unpackSdk(folder) {
  const { index } = await search(folder, SDK_SUITES, SDK_PACKAGES.join(", "), async (suite) => {
    const packages = await suite.packages(await hostArchitecture());
    return SDK_PACKAGES.every((name) => packages.get(name)) ? { index: packages } : undefined;
  });
  for (const name of SDK_PACKAGES) {
    const one = index.get(name);
    if (one !== undefined) await unpackPackage(one, folder);
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the version
 */
async function unpackMicropython(folder) {
  const source = await search(folder, MICROPYTHON_SUITES, "micropython's source", async (suite) => {
    const found = (await suite.sources()).get("micropython");
    return found !== undefined && MICROPYTHON.test(found.version) ? found : undefined;
  });
  const upstream = source.files.find((file) => /\.orig\.tar\.\w+$/.test(file.url));
  if (upstream === undefined) {
    throw new ProvisionError("no-mirror", `micropython ${source.version} has no source archive`);
  }
  const target = join(folder, "micropython");
  await mkdir(target);
  const file = await download(upstream.url, folder, upstream.sha256);
  await run("tar", ["-x", "-f", file, "-C", target]).catch((error) => {
    throw new ProvisionError("unpack", `cannot unpack MicroPython's source: ${error.message}`);
  });
  return source.version.replace(/\+.*$/, "");
}

/**
 * The first suite in which `take` finds what it wants.
 * @template T
 * @param {string} folder
 * @param {readonly string[]} names
 * @param {string} what
 * @param {(suite: import("../debian/suites.mjs").Suite) => Promise<T | undefined>} take
 * @returns {Promise<T>}
 */
async function search(folder, names, what, take) {
  /** @type {string[]} */
  const refusals = [];
  for await (const suite of reachableSuites(names, folder, refusals)) {
    const found = await take(suite).catch(refusal);
    if (found instanceof ProvisionError) refusals.push(found.message);
    else if (found === undefined) refusals.push(`${suite.title} has no ${what} that fits`);
    else return found;
  }
  throw new ProvisionError("no-mirror", `${what} is not to be had:\n  ${refusals.join("\n  ")}`);
}

/**
 * Three settings of the port that no option reaches: Debian's archive has no mbedtls, and TinyUSB lies elsewhere.
 * @param {string} path
 * @param {string} tinyusb
 */
async function fitCmake(path, tinyusb) {
  /** @type {[RegExp, string][]} */
  const edits = [
    [/^set\(MICROPY_SSL_MBEDTLS ON\)$/m, "set(MICROPY_SSL_MBEDTLS OFF)"],
    [/^target_link_libraries\(\$\{MICROPY_TARGET\} micropy_lib_mbedtls\)$/m, ""],
    [/^set\(PICO_TINYUSB_PATH .*\)$/m, `set(PICO_TINYUSB_PATH ${tinyusb})`],
  ];
  let text = await readFile(path, "utf8");
  for (const [pattern, replacement] of edits) {
    if (!pattern.test(text)) {
      throw new ProvisionError(
        "build",
        `the port's CMakeLists.txt has no line like ${pattern.source}`,
      );
    }
    text = text.replace(pattern, () => replacement);
  }
  await writeFile(path, text);
}
