// Fetches packages of a newer Debian suite and unpacks them into a folder, without touching the system.
// Downloads go through apt's own helper: it knows the proxies, certificates and credentials apt is set up with.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { aptMirrors } from "./aptMirrors.mjs";
import { ProvisionError } from "./provisionError.mjs";

const run = promisify(execFile);
const APT_HELPER = "/usr/lib/apt/apt-helper";
const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
const INDEX_BYTES = 256 * 1024 * 1024;

/** 1.25 is in trixie, 1.26 in sid. */
const SUITES = ["trixie", "sid"];

/**
 * @typedef {{ package: string, version: string, depends: string[], url: string, sha256: string }} Package
 */

/**
 * Unpacks `name` and the packages it depends on directly into `folder`, and returns the version taken.
 * @param {{ name: string, architecture: string, folder: string, accept: (version: string) => boolean }} wanted
 * @returns {Promise<string>}
 */
export async function unpackPackages({ name, architecture, folder, accept }) {
  if (!existsSync(APT_HELPER)) {
    throw new ProvisionError("no-apt", "this system has no apt to fetch Debian packages with");
  }
  const mirrors = aptMirrors();
  const refusals = [];
  for (const suite of SUITES) {
    for (const mirror of mirrors) {
      const index = await readIndex({ mirror, suite, architecture, folder }).catch(refusal);
      if (index instanceof ProvisionError) {
        if (index.reason === "checksum") throw index;
        refusals.push(index.message);
        continue;
      }
      const wanted = index.get(name);
      if (wanted === undefined || !accept(wanted.version)) {
        refusals.push(`${mirror} ${suite} has ${wanted?.version ?? "no"} ${name}`);
        continue;
      }
      const libraries = wanted.depends.map((dependency) => index.get(dependency));
      for (const one of [wanted, ...libraries]) {
        if (one !== undefined) await unpack(one, folder);
      }
      return wanted.version;
    }
  }
  throw new ProvisionError(
    "no-mirror",
    mirrors.length === 0
      ? "apt is configured with no http mirror"
      : `no mirror that apt is configured with has a new enough ${name}:\n  ${refusals.join("\n  ")}`,
  );
}

/** @param {unknown} error */
function refusal(error) {
  if (error instanceof ProvisionError) return error;
  throw error;
}

/**
 * The suite's packages, by name. The index must have the sum that the signed release file gives for it.
 * @param {{ mirror: string, suite: string, architecture: string, folder: string }} where
 * @returns {Promise<Map<string, Package>>}
 */
async function readIndex({ mirror, suite, architecture, folder }) {
  const release = await download(`${mirror}/dists/${suite}/InRelease`, folder);
  await verifySignature(release);
  const path = `main/binary-${architecture}/Packages.xz`;
  const sum = new RegExp(`^ ([0-9a-f]{64}) +\\d+ ${path.replace(".", "\\.")}$`, "m").exec(
    await readFile(release, "utf8"),
  )?.[1];
  if (sum === undefined) {
    throw new ProvisionError("no-mirror", `${mirror} ${suite} has no ${architecture} packages`);
  }
  const packed = await download(`${mirror}/dists/${suite}/${path}`, folder, sum);
  const { stdout } = await run(APT_HELPER, ["cat-file", packed], { maxBuffer: INDEX_BYTES });
  return parseIndex(stdout, mirror);
}

/**
 * A wrong signature is refused. A machine without Debian's keys cannot tell, and takes what apt would fetch.
 * @param {string} release
 */
async function verifySignature(release) {
  if (!existsSync(KEYRING)) return;
  const args = ["--status-fd", "1", "--keyring", KEYRING, release];
  const status = await run("gpgv", args).then(
    (done) => done.stdout,
    (failed) => String(failed.stdout ?? ""),
  );
  if (/^\[GNUPG:\] BADSIG/m.test(status)) {
    throw new ProvisionError("checksum", `the signature of ${basename(release)} is wrong`);
  }
}

/**
 * @param {string} text
 * @param {string} mirror
 */
function parseIndex(text, mirror) {
  /** @type {Map<string, Package>} */
  const packages = new Map();
  for (const stanza of text.split("\n\n")) {
    const field = (/** @type {string} */ key) =>
      new RegExp(`^${key}: (.*)$`, "m").exec(stanza)?.[1] ?? "";
    const name = /^Package: (.*)$/m.exec(stanza)?.[1];
    if (name === undefined || !/^(micropython|lib)/.test(name)) continue;
    packages.set(name, {
      package: name,
      version: field("Version"),
      depends: field("Depends")
        .split(",")
        .map((one) => one.trim().split(/[\s:|]/)[0] ?? ""),
      url: `${mirror}/${field("Filename")}`,
      sha256: field("SHA256"),
    });
  }
  return packages;
}

/**
 * @param {Package} one
 * @param {string} folder
 */
async function unpack(one, folder) {
  const file = await download(one.url, folder, one.sha256);
  await run("dpkg-deb", ["-x", file, join(folder, "root")]).catch((error) => {
    throw new ProvisionError("unpack", `dpkg-deb cannot unpack ${one.package}: ${error.message}`);
  });
}

/**
 * @param {string} url
 * @param {string} folder
 * @param {string} [sha256]
 */
async function download(url, folder, sha256) {
  const downloads = join(folder, "downloads");
  await mkdir(downloads, { recursive: true });
  const file = join(downloads, url.replace(/^.*?:\/\//, "").replaceAll(/[^\w.+-]/g, "_"));
  await run(APT_HELPER, ["download-file", url, file], { timeout: 300_000 }).catch((error) => {
    const detail = /^E: (.*)$/m.exec(String(error.stderr ?? ""))?.[1] ?? error.message;
    throw new ProvisionError("download", `cannot fetch ${url}: ${detail}`);
  });
  if (sha256 !== undefined) {
    const actual = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    if (actual !== sha256) {
      throw new ProvisionError("checksum", `${url} has the SHA-256 ${actual}, not ${sha256}`);
    }
  }
  return file;
}
