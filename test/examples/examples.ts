import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";

export const examplesFolder = join(packageFolder, "examples");

interface Example {
  /** Whether it needs threads or sockets, which MicroPython in WebAssembly does not have. */
  readonly needsUnix: boolean;
  /** What stands behind `--` in the run that `expected.txt` tells of. */
  readonly args?: readonly string[];
}

export const examples: Readonly<Record<string, Example>> = {
  blink: { needsUnix: false },
  "both-directions": { needsUnix: true },
  "cancel-a-group": { needsUnix: false },
  "double-click": { needsUnix: false },
  "echo-server": { needsUnix: true },
  "event-from-interrupt": { needsUnix: false },
  "interrupt-to-task": { needsUnix: false },
  "led-strip": { needsUnix: true, args: ["self-test"] },
  "queue-forms": { needsUnix: true },
  "shared-pool": { needsUnix: true },
  "thread-to-task": { needsUnix: true },
  "two-loops": { needsUnix: true },
  "unblock-a-call": { needsUnix: true },
};

/** The folders that are projects. */
export function exampleFolders(): string[] {
  return readdirSync(examplesFolder).filter((name) =>
    existsSync(join(examplesFolder, name, "tsconfig.json")),
  );
}
