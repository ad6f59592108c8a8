import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunRequest } from "./request.ts";

/** The folder of the stand-ins for a board; the same distance from `compiler/` and from `dist/`. */
export const simulateFolder = fileURLToPath(new URL("../../runtime-py/simulate/", import.meta.url));

/** A Pico's modules for which a host has neither an own one nor a stand-in. */
const boardOnly = [
  "aioble",
  "bluetooth",
  "dht",
  "ds18x20",
  "lwip",
  "ntptime",
  "onewire",
  "webrepl",
  "websocket",
];
const unixOnly = ["_thread", "socket", "ssl", "requests", "mip", "tls"];

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Modules that say, when they are imported, why they cannot be. They stand last on the path. */
export function absentModules(host: "embedded" | "unix"): TextFile[] {
  const missing = [
    ...boardOnly.map((name) => [name, "it exists only on the board, a host run has no stand-in"]),
    ...(host === "embedded"
      ? unixOnly.map((name) => [name, "it needs the unix port of MicroPython (--host unix)"])
      : []),
  ];
  return missing.map(([name, why]) => ({
    path: `${name}.py`,
    text: `raise ImportError("no module named '${name}': ${why}")\n`,
  }));
}

/** The stand-ins that the embedded host copies into its memory. */
export function embeddedStandIns(): TextFile[] {
  return ["board", "embedded"].flatMap((part) =>
    readdirSync(join(simulateFolder, part), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".py"))
      .map((path) => ({
        path: `${part}/${path.replaceAll("\\", "/")}`,
        text: readFileSync(join(simulateFolder, part, path), "utf8"),
      })),
  );
}

/** What `simulate_start.py` reads. */
export function startConfig(request: RunRequest): string {
  return JSON.stringify({
    entry: request.entry,
    args: request.args ?? [],
    inputs: (request.inputs ?? []).map(({ atMs, pin, level }) => [atMs, pin, level]),
    trace: request.trace ?? false,
  });
}
