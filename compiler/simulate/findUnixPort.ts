import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { unixPortDoesNotRun, unixPortTooOld } from "../diagnostics/catalogue/simulate.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";

/** The oldest that has everything the host run relies on, `micropython.RingIO` and f-strings among it. */
const minimum = { major: 1, minor: 24 };

export type UnixPort =
  | { readonly kind: "found"; readonly command: string; readonly version: string }
  | { readonly kind: "missing" }
  | { readonly kind: "unusable"; readonly problem: Problem };

const known = new Map<string, Promise<UnixPort>>();

/** The unix port named by TSMP_MICROPYTHON, or else the first `micropython` on PATH. */
export function findUnixPort(env: NodeJS.ProcessEnv = process.env): Promise<UnixPort> {
  const command = env["TSMP_MICROPYTHON"] || onPath("micropython", env["PATH"] ?? "");
  if (command === undefined) return Promise.resolve({ kind: "missing" });
  const examined = known.get(command) ?? examine(command);
  known.set(command, examined);
  return examined;
}

function onPath(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function examine(command: string): Promise<UnixPort> {
  const probe = "import sys; print('%d.%d.%d' % sys.implementation[1][:3])";
  try {
    const { stdout } = await promisify(execFile)(command, ["-c", probe], { timeout: 10_000 });
    const version = stdout.trim();
    if (!/^\d+\.\d+\.\d+$/.test(version)) {
      return unusable(unixPortDoesNotRun(command, `asked for its version, it says "${version}"`));
    }
    const [major = 0, minor = 0] = version.split(".").map(Number);
    const newEnough = major > minimum.major || (major === minimum.major && minor >= minimum.minor);
    return newEnough
      ? { kind: "found", command, version }
      : unusable(unixPortTooOld(command, version, `${minimum.major}.${minimum.minor}`));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return unusable(unixPortDoesNotRun(command, detail.split("\n")[0] ?? detail));
  }
}

function unusable(problem: Problem): UnixPort {
  return { kind: "unusable", problem };
}
