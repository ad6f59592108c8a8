// Which Debian mirrors is this machine's apt configured with?
// The tests fetch their MicroPython and their tools from there and from nowhere else: apt's settings are the one place where an
// owner has already said which mirror this machine may use.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const APT = "/etc/apt";

/**
 * Base addresses that may hold `dists/SUITE`, the most likely first, each without a slash at its end.
 * @param {string} [aptFolder]
 * @returns {string[]}
 */
export function aptMirrors(aptFolder = APT) {
  const uris = sourceFiles(aptFolder).flatMap(({ name, text }) =>
    name.endsWith(".sources") ? deb822Uris(text) : oneLineUris(text),
  );
  return [...new Set(uris.flatMap(candidates))];
}

/** @param {string} aptFolder */
function sourceFiles(aptFolder) {
  const parts = join(aptFolder, "sources.list.d");
  const paths = [
    join(aptFolder, "sources.list"),
    ...list(parts)
      .filter((name) => name.endsWith(".list") || name.endsWith(".sources"))
      .map((name) => join(parts, name)),
  ];
  return paths.map((path) => ({ name: path, text: read(path) }));
}

/**
 * `URIs: http://a/debian http://b/debian`, in stanzas that apt reads as `Key: value` lines.
 * @param {string} text
 */
export function deb822Uris(text) {
  return text
    .split(/\n\s*\n/)
    .map((stanza) => stanza.replace(/^#.*\n?/gm, ""))
    .filter((stanza) => !/^Enabled:\s*(no|false|0)\s*$/im.test(stanza))
    .flatMap((stanza) => /^URIs:((?:.*)(?:\n[ \t].*)*)/im.exec(stanza)?.[1]?.split(/\s+/) ?? [])
    .filter(isWeb);
}

/**
 * `deb [arch=amd64 signed-by=...] http://a/debian trixie main`
 * @param {string} text
 */
export function oneLineUris(text) {
  return text
    .split("\n")
    .map((line) => /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)/.exec(line)?.[1] ?? "")
    .filter(isWeb);
}

/**
 * A mirror frozen at a date (`.../archive/debian/20250520T000000Z`) may be too old to have what we want; its
 * host often serves the present archive too, beside it or below the same root.
 * @param {string} uri
 */
function candidates(uri) {
  const base = uri.replace(/\/+$/, "");
  const frozen = /^(.*?)(?:\/archive)?\/debian\/\d{8}T\d{6}Z$/.exec(base);
  return frozen?.[1] === undefined
    ? [base]
    : [base, `${frozen[1]}/debian`, `${frozen[1]}/archive/debian`, frozen[1]];
}

/** @param {string} uri */
function isWeb(uri) {
  return /^https?:\/\//.test(uri);
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
