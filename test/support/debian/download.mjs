// Downloads go through apt's own helper: it knows the proxies, certificates and credentials apt is set up with.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { ProvisionError } from "./provisionError.mjs";

const run = promisify(execFile);
export const APT_HELPER = "/usr/lib/apt/apt-helper";

/**
 * Fetches `url` into `folder`/downloads and returns the file's path.
 * @param {string} url
 * @param {string} folder
 * @param {string} [sha256] refuse the file if it has another sum
 */
export async function download(url, folder, sha256) {
  if (!existsSync(APT_HELPER)) {
    throw new ProvisionError("no-apt", "this system has no apt to fetch Debian packages with");
  }
  const downloads = join(folder, "downloads");
  await mkdir(downloads, { recursive: true });
  const file = join(downloads, url.replace(/^.*?:\/\//, "").replaceAll(/[^\w.+-]/g, "_"));
  await run(APT_HELPER, ["download-file", url, file], { timeout: 300_000 }).catch((error) => {
    const detail = /^E: (.*)$/m.exec(String(error.stderr ?? ""))?.[1] ?? error.message;
    throw new ProvisionError("download", `cannot fetch ${url}: ${detail}`);
  });
  if (sha256 !== undefined) {
    const actual = await sumOf(file);
    if (actual !== sha256) {
      throw new ProvisionError("checksum", `${url} has the SHA-256 ${actual}, not ${sha256}`);
    }
  }
  return file;
}

/** @param {string} file */
async function sumOf(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
