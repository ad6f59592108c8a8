// The programs of the build: Debian 12's cross compiler, and what else of them this machine does not have.

import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { findOnPath } from "../debian/findOnPath.mjs";
import { hostArchitecture } from "../debian/hostArchitecture.mjs";
import { ProvisionError } from "../debian/provisionError.mjs";
import { reachableSuites, refusal } from "../debian/suites.mjs";
import { missingPackages, unpackPackage } from "../debian/unpackPackages.mjs";

const run = promisify(execFile);

/** gcc 12 and newlib 3.3; its programs need no newer C library than that of Debian 12. */
const SUITE = "bookworm";
const COMPILER = [
  "gcc-arm-none-eabi",
  "binutils-arm-none-eabi",
  "libnewlib-arm-none-eabi",
  "libnewlib-dev",
];
/** Program -> the package that has it. */
const HOST_TOOLS = { cmake: "cmake", make: "make", python3: "python3" };

/** Of the compiler's 800 MB, what has nothing to do with C for a Cortex-M0+. */
const EXCLUDED = [
  "./usr/share/doc/*",
  "./usr/share/man/*",
  "*/arm/v5te/*",
  "*/thumb/v[78]*",
  "*/thumb/nofp/*",
  "*/plugin/*",
  "*/install-tools/*",
  "*/lto1",
  "*-lto-dump",
];

/**
 * @param {string} folder
 * @returns {Promise<NodeJS.ProcessEnv>} an environment in which the programs are found
 */
export async function unpackTools(folder) {
  const absent = Object.entries(HOST_TOOLS).filter(
    ([program]) => findOnPath(program) === undefined,
  );
  const names = [...COMPILER, ...absent.map(([, name]) => name)];
  const { packages } = await findInSuite(folder);
  const wanted = await missingPackages(names, packages);
  const unfound = names.filter((name) => !wanted.some((one) => one.package === name));
  if (unfound.length > 0) {
    throw new ProvisionError("no-mirror", `Debian 12 has no ${unfound.join(", ")}`);
  }
  await inPairs(wanted, (one) => unpackPackage(one, folder, EXCLUDED));
  const root = join(folder, "root");
  await linkNewlib(join(root, "usr/lib/arm-none-eabi"));
  const env = environment(root);
  await checkTools(env);
  return env;
}

/** @param {string} folder */
async function findInSuite(folder) {
  /** @type {string[]} */
  const refusals = [];
  const architecture = await hostArchitecture();
  for await (const suite of reachableSuites([SUITE], folder, refusals)) {
    const packages = await suite.packages(architecture).catch(refusal);
    if (packages instanceof ProvisionError) refusals.push(packages.message);
    else if (packages.get(COMPILER[0] ?? "") === undefined) {
      refusals.push(`${suite.title} has no ${COMPILER[0]}`);
    } else return { packages };
  }
  throw new ProvisionError("no-mirror", `no cross compiler for ARM:\n  ${refusals.join("\n  ")}`);
}

/**
 * Debian's compiler knows newlib's place by its absolute name. Unpacked elsewhere it looks beside itself.
 * @param {string} target
 */
async function linkNewlib(target) {
  await symlink("newlib", join(target, "lib"));
  await symlink("../../include/newlib", join(target, "include"));
  const archiver = join(target, "../../bin/arm-none-eabi-ar");
  // The SDK links through g++, which asks for this library, 313 MB of it in Debian; nothing of it is used.
  await run(archiver, ["rc", join(target, "lib/thumb/v6-m/nofp/libstdc++.a")]);
}

/** @param {string} root */
function environment(root) {
  const libraries = ["usr/lib", "lib"]
    .map((path) => join(root, path))
    .flatMap((path) => (existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : []))
    .filter((path) => /-linux-gnu\w*$/.test(path));
  const programs = [join(root, "usr/bin"), process.env["PATH"] ?? ""];
  return {
    ...process.env,
    PATH: programs.join(delimiter),
    ...(libraries.length > 0 && { LD_LIBRARY_PATH: libraries.join(delimiter) }),
  };
}

/**
 * A machine whose C library is older than Debian 12's cannot run these programs; it should say so here.
 * @param {NodeJS.ProcessEnv} env
 */
async function checkTools(env) {
  for (const program of ["arm-none-eabi-gcc", ...Object.keys(HOST_TOOLS)]) {
    await run(program, ["--version"], { env }).catch((error) => {
      const detail = String(error.stderr ?? "").trim() || error.message;
      throw new ProvisionError("does-not-run", `${program} does not run: ${detail}`);
    });
  }
}

/**
 * Two at a time: one unpacks while the other is fetched.
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<void>} work
 */
async function inPairs(items, work) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all([worker(), worker()]);
}
