// Debian's suites, as the mirrors that apt is configured with hold them: which packages and sources there are.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { aptMirrors } from "./aptMirrors.mjs";
import { APT_HELPER, download } from "./download.mjs";
import { ProvisionError } from "./provisionError.mjs";

const run = promisify(execFile);
const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";
const INDEX_BYTES = 512 * 1024 * 1024;

/**
 * A binary package. `depends` has the first of every set of alternatives.
 * @typedef {{ package: string, version: string, depends: string[], url: string, sha256: string }} Package
 */
/**
 * A source package: what upstream published, and Debian's changes to it.
 * @typedef {{ package: string, version: string, files: { url: string, sha256: string }[] }} Source
 */

/**
 * Every mirror's copy of every suite that can be reached, in the order asked for; `refusals` collects why the
 * others cannot. A wrong signature ends the search.
 * @param {readonly string[]} names
 * @param {string} folder for the downloads
 * @param {string[]} refusals
 */
export async function* reachableSuites(names, folder, refusals) {
  const mirrors = aptMirrors();
  if (mirrors.length === 0) refusals.push("apt is configured with no http mirror");
  for (const name of names) {
    for (const mirror of mirrors) {
      const suite = await openSuite(mirror, name, folder).catch(refusal);
      if (suite instanceof ProvisionError) refusals.push(suite.message);
      else yield suite;
    }
  }
}

/**
 * For `catch`: a mirror that does not have it is one to pass over; everything else is an error.
 * @param {unknown} error
 */
export function refusal(error) {
  if (error instanceof ProvisionError && error.reason !== "checksum" && error.reason !== "no-apt") {
    return error;
  }
  throw error;
}

/**
 * @param {string} mirror
 * @param {string} name
 * @param {string} folder
 */
async function openSuite(mirror, name, folder) {
  const release = await download(`${mirror}/dists/${name}/InRelease`, folder);
  await verifySignature(release);
  return new Suite({ mirror, name, folder, release: await readFile(release, "utf8") });
}

/** One suite of one mirror. An index is fetched when it is asked for, and must have the sum of the signed release. */
export class Suite {
  #where;

  /** @param {{ mirror: string, name: string, folder: string, release: string }} where */
  constructor(where) {
    this.#where = where;
  }

  /** For messages: which mirror and suite this is. */
  get title() {
    return `${this.#where.mirror} ${this.#where.name}`;
  }

  /** @param {string} architecture */
  async packages(architecture) {
    const text = await this.#index(`main/binary-${architecture}/Packages.xz`);
    const { mirror } = this.#where;
    return new Index(text, (stanza) => readPackage(stanza, mirror));
  }

  async sources() {
    const text = await this.#index("main/source/Sources.xz");
    const { mirror } = this.#where;
    return new Index(text, (stanza) => readSource(stanza, mirror));
  }

  /** @param {string} path */
  async #index(path) {
    const { mirror, name, folder, release } = this.#where;
    const sum = new RegExp(`^ ([0-9a-f]{64}) +\\d+ ${path.replaceAll(".", "\\.")}$`, "m").exec(
      release,
    )?.[1];
    if (sum === undefined) throw new ProvisionError("no-mirror", `${this.title} has no ${path}`);
    const packed = await download(`${mirror}/dists/${name}/${path}`, folder, sum);
    const { stdout } = await run(APT_HELPER, ["cat-file", packed], { maxBuffer: INDEX_BYTES });
    return stdout;
  }
}

/**
 * The stanzas of an index by name; one is read when it is asked for, for there are sixty thousand.
 * @template T
 */
class Index {
  #stanzas = new Map();
  #read;

  /**
   * @param {string} text
   * @param {(stanza: string) => T} read
   */
  constructor(text, read) {
    this.#read = read;
    for (const stanza of text.split("\n\n")) {
      const name = /^Package: (.*)$/m.exec(stanza)?.[1];
      if (name !== undefined) this.#stanzas.set(name, stanza);
    }
  }

  /**
   * @param {string} name
   * @returns {T | undefined}
   */
  get(name) {
    const stanza = this.#stanzas.get(name);
    return stanza === undefined ? undefined : this.#read(stanza);
  }
}

/**
 * @param {string} stanza
 * @param {string} mirror
 * @returns {Package}
 */
function readPackage(stanza, mirror) {
  const depends = [field(stanza, "Pre-Depends"), field(stanza, "Depends")].join(",");
  return {
    package: field(stanza, "Package"),
    version: field(stanza, "Version"),
    depends: depends
      .split(",")
      .map((one) => one.trim().split(/[\s:|]/)[0] ?? "")
      .filter((one) => one !== ""),
    url: `${mirror}/${field(stanza, "Filename")}`,
    sha256: field(stanza, "SHA256"),
  };
}

/**
 * @param {string} stanza
 * @param {string} mirror
 * @returns {Source}
 */
function readSource(stanza, mirror) {
  const sums = /^Checksums-Sha256: *\n((?: .*(?:\n|$))*)/m.exec(stanza)?.[1] ?? "";
  const files = [...sums.matchAll(/^ ([0-9a-f]{64}) \d+ (\S+)$/gm)].map((match) => ({
    url: `${mirror}/${field(stanza, "Directory")}/${match[2]}`,
    sha256: match[1] ?? "",
  }));
  return { package: field(stanza, "Package"), version: field(stanza, "Version"), files };
}

/**
 * @param {string} stanza
 * @param {string} key
 */
function field(stanza, key) {
  return new RegExp(`^${key}: (.*)$`, "m").exec(stanza)?.[1] ?? "";
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
