// Fetches packages of a Debian suite and unpacks them into a folder, without touching the system.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { download } from "./download.mjs";
import { ProvisionError } from "./provisionError.mjs";
import { reachableSuites, refusal } from "./suites.mjs";

const run = promisify(execFile);

/** @typedef {import("./suites.mjs").Package} Package */

/**
 * Unpacks `name` of the first suite that has it, and the packages it depends on directly, into `folder`/root, and
 * returns the version taken.
 * @param {{ name: string, suites: readonly string[], architecture: string, folder: string,
 *   accept: (version: string) => boolean, also?: readonly string[] }} wanted `also`: what is loaded without a dependency
 * @returns {Promise<string>}
 */
export async function unpackWithDependencies({
  name,
  suites,
  architecture,
  folder,
  accept,
  also = [],
}) {
  /** @type {string[]} */
  const refusals = [];
  for await (const suite of reachableSuites(suites, folder, refusals)) {
    const index = await suite.packages(architecture).catch(refusal);
    if (index instanceof ProvisionError) {
      refusals.push(index.message);
      continue;
    }
    const wanted = index.get(name);
    if (wanted === undefined || !accept(wanted.version)) {
      refusals.push(`${suite.title} has ${wanted?.version ?? "no"} ${name}`);
      continue;
    }
    const libraries = [...wanted.depends, ...also].map((dependency) => index.get(dependency));
    for (const one of [wanted, ...libraries]) {
      if (one !== undefined) await unpackPackage(one, folder);
    }
    return wanted.version;
  }
  throw new ProvisionError(
    "no-mirror",
    `no mirror that apt is configured with has a new enough ${name}:\n  ${refusals.join("\n  ")}`,
  );
}

/**
 * Unpacks one package into `folder`/root.
 * @param {Package} one
 * @param {string} folder
 * @param {readonly string[]} [excluded] tar's patterns of what is not wanted
 */
export async function unpackPackage(one, folder, excluded = []) {
  const file = await download(one.url, folder, one.sha256);
  const root = join(folder, "root");
  await mkdir(root, { recursive: true });
  const patterns = excluded.map((pattern) => `--exclude=${pattern}`);
  const packed = spawn("dpkg-deb", ["--fsys-tarfile", file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const unpacked = spawn("tar", ["-x", "-C", root, "--wildcards", ...patterns], {
    stdio: [packed.stdout, "inherit", "inherit"],
  });
  const codes = await Promise.all([once(packed, "exit"), once(unpacked, "exit")]).catch((error) => [
    error.message,
  ]);
  if (codes.flat().some((code) => code !== 0 && code !== null)) {
    throw new ProvisionError("unpack", `cannot unpack ${one.package}: ${codes.flat().join(", ")}`);
  }
}

/**
 * The packages, and everything they depend on that this system does not have.
 * @param {readonly string[]} names
 * @param {{ get(name: string): Package | undefined }} index
 * @returns {Promise<Package[]>}
 */
export async function missingPackages(names, index) {
  const installed = await installedPackages();
  /** @type {Map<string, Package>} */
  const found = new Map();
  const queue = [...names];
  for (const name of queue) {
    const one = found.has(name) ? undefined : index.get(name);
    if (one === undefined) continue;
    found.set(name, one);
    queue.push(...one.depends.filter((dependency) => !installed.has(dependency)));
  }
  return [...found.values()];
}

async function installedPackages() {
  const format = "${Package} ${db:Status-Status}\n";
  const { stdout } = await run("dpkg-query", ["-W", "-f", format], { maxBuffer: 1 << 26 });
  const lines = stdout.split("\n").map((line) => line.split(" "));
  return new Set(lines.filter(([, status]) => status === "installed").map(([name]) => name));
}
