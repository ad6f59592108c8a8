import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { apart } from "../support/board/apart.ts";

/** The command line as it is shipped; `test/support/buildDist.ts` sees to it. */
export const mainScript = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Another copy of the command line. */
  readonly script?: string;
  /** Leaves the descriptors of this process behind, which a board's pseudo-terminal is one of. */
  readonly apart?: boolean;
  /** Sees the process while it runs, for instance to interrupt it. */
  readonly during?: (child: ChildProcess) => void;
}

/** Runs `tsmp ...args` in a process of its own, without colours unless `env` says so. */
export function tsmp(args: readonly string[], setting: Setting = {}): Promise<Ended> {
  const { NO_COLOR, FORCE_COLOR, ...environment } = process.env;
  const words = [setting.script ?? mainScript, ...args];
  const [command, given] = setting.apart
    ? apart(process.execPath, words)
    : [process.execPath, words];
  const child = spawn(command, given, {
    cwd: setting.cwd,
    env: { ...environment, ...setting.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (piece) => {
    stdout += piece;
  });
  child.stderr.setEncoding("utf8").on("data", (piece) => {
    stderr += piece;
  });
  setting.during?.(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Everything that was said; it must never be a stack trace of tsmp or of Node. */
export function saidBy({ stdout, stderr }: Ended): string {
  return stdout + stderr;
}

export const stackTrace = /^\s+at .*(:\d+:\d+\)?|<anonymous>)$/m;
