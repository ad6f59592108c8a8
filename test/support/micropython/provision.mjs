#!/usr/bin/env node
// Finds a unix-port MicroPython for the tests, or makes one from Debian's packages.
//
//     node test/support/micropython/provision.mjs --print     the command's path, and nothing else, on stdout
//     node test/support/micropython/provision.mjs --print --32
//
// Plain JavaScript, for it runs before anything is built: in vitest's global set-up, from npm scripts and in
// the demo. Types are in provision.d.mts.

import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cacheFolder } from "../debian/cacheFolder.mjs";
import { findOnPath } from "../debian/findOnPath.mjs";
import { hostArchitecture } from "../debian/hostArchitecture.mjs";
import { ProvisionError } from "../debian/provisionError.mjs";
import { unpackWithDependencies } from "../debian/unpackPackages.mjs";
import { unpackEmulator } from "./userEmulator.mjs";

export { ProvisionError } from "../debian/provisionError.mjs";

const run = promisify(execFile);

/** The oldest MicroPython the tests and `tsmp run` accept. */
export const MINIMUM = [1, 24];

/** 1.25 is in trixie, 1.26 in sid. */
const SUITES = ["trixie", "sid"];

/** glibc loads it when a thread ends: without it the whole process aborts there. */
const UNWINDER = "libgcc-s1";

/** Debian architecture -> the dynamic loader's file name in its libc6. */
const LOADERS = {
  amd64: "ld-linux-x86-64.so.2",
  i386: "ld-linux.so.2",
  arm64: "ld-linux-aarch64.so.1",
};

/**
 * @param {{ bits?: 64 | 32 }} [options] 32: MicroPython with 31-bit small integers, as on the Pico
 * @returns {Promise<import("./provision.mjs").Provisioned>}
 */
export async function provisionMicropython({ bits = 64 } = {}) {
  const variable = bits === 64 ? "TSMP_MICROPYTHON" : "TSMP_MICROPYTHON32";
  const named = process.env[variable];
  if (named !== undefined && named !== "") {
    return { command: named, version: await usableVersion(named, variable), origin: variable };
  }
  const onPath = bits === 64 ? findOnPath("micropython") : undefined;
  const pathVersion = onPath && (await usableVersion(onPath, "PATH").catch(() => undefined));
  if (onPath && pathVersion) return { command: onPath, version: pathVersion, origin: "PATH" };

  const architecture = bits === 64 ? await hostArchitecture() : "i386";
  const folder = join(await cacheFolder(), `micropython-${architecture}-threads`);
  const command = join(folder, wrapperName(bits));
  const origin = existsSync(command) ? "cache" : "debian";
  if (origin === "debian") await build(folder, architecture, wrapperName(bits));
  return { command, version: await usableVersion(command, folder), origin };
}

/** @param {64 | 32} bits */
function wrapperName(bits) {
  return bits === 64 ? "micropython" : "micropython32";
}

/**
 * The version, when it is new enough and has threads and asyncio.
 * @param {string} command
 * @param {string} origin
 */
async function usableVersion(command, origin) {
  const probe =
    "import sys, _thread, asyncio; print('.'.join(str(n) for n in sys.implementation[1][:3]))";
  const { stdout } = await run(command, ["-c", probe]).catch((error) => {
    const detail = String(error.stderr ?? "").trim() || error.message;
    throw new ProvisionError("does-not-run", `${command} (${origin}) does not run: ${detail}`);
  });
  const version = stdout.trim();
  if (!isNewEnough(version)) {
    throw new ProvisionError(
      "too-old",
      `${command} (${origin}) is MicroPython ${version}; ${MINIMUM.join(".")} or newer is needed`,
    );
  }
  return version;
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

/**
 * Builds beside `folder` and renames at the end: two processes may do this at once, and one that is killed
 * leaves nothing that looks finished.
 * @param {string} folder
 * @param {string} architecture
 * @param {string} wrapper
 */
async function build(folder, architecture, wrapper) {
  const loaderName = LOADERS[/** @type {keyof typeof LOADERS} */ (architecture)];
  if (loaderName === undefined) {
    throw new ProvisionError("no-mirror", `no dynamic loader is known for ${architecture}`);
  }
  const scratch = await mkdtemp(`${folder}.`);
  try {
    await chmod(scratch, 0o755);
    const accept = isNewEnough;
    const version = await unpackWithDependencies({
      name: "micropython",
      suites: SUITES,
      architecture,
      folder: scratch,
      accept,
      also: [UNWINDER],
    });
    await writeWrapper(scratch, loaderName, wrapper);
    if (architecture === "i386" && !(await startsHere(join(scratch, wrapper)))) {
      await writeWrapper(scratch, loaderName, wrapper, await unpackEmulator(scratch));
    }
    await rm(join(scratch, "downloads"), { recursive: true });
    await writeFile(join(scratch, "VERSION"), `${version} ${architecture}\n`);
    await usableVersion(join(scratch, wrapper), "Debian");
    await rename(scratch, folder).catch((error) => {
      // Somebody else was faster: theirs is as good.
      if (!existsSync(join(folder, wrapper))) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Some 64-bit kernels start no 32-bit program.
 * @param {string} command
 */
async function startsHere(command) {
  return run(command, ["-c", "pass"]).then(
    () => true,
    (error) => !String(error.stderr).includes("Exec format error"),
  );
}

/**
 * The unpacked libc is newer than the system's, so the binary starts through the loader that came with it.
 * @param {string} folder
 * @param {string} loaderName
 * @param {string} wrapper
 * @param {string} [emulator] below `folder`: what runs programs of another processor
 */
async function writeWrapper(folder, loaderName, wrapper, emulator) {
  const root = join(folder, "root");
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => ({
    name: entry.name,
    folder: relative(folder, entry.parentPath),
    isFile: entry.isFile(),
  }));
  const loader = files.find((file) => file.isFile && file.name === loaderName);
  const binary = files.find(
    (file) => file.isFile && file.name === "micropython" && file.folder.endsWith("bin"),
  );
  if (loader === undefined || binary === undefined) {
    throw new ProvisionError(
      "unpack",
      `the packages hold no ${loader ? "micropython" : loaderName}`,
    );
  }
  const libraries = [...new Set(files.filter((f) => /\.so\.\d/.test(f.name)).map((f) => f.folder))];
  const text = `#!/bin/sh
[ -L "$0" ] && set -- "$(readlink -f "$0")" "$@" || set -- "$0" "$@"
here=\${1%/*}
shift
exec ${emulator ? `"$here/${emulator}" ` : ""}"$here/${loader.folder}/${loader.name}" --library-path "${libraries
    .map((library) => `$here/${library}`)
    .join(":")}" "$here/${binary.folder}/micropython" "$@"
`;
  await writeFile(join(folder, wrapper), text);
  await chmod(join(folder, wrapper), 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const found = await provisionMicropython({ bits: process.argv.includes("--32") ? 32 : 64 });
    const line = `MicroPython ${found.version} from ${found.origin}: ${found.command}`;
    console.log(process.argv.includes("--print") ? found.command : line);
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    console.error(`no MicroPython: ${error.message}`);
    process.exitCode = 1;
  }
}
