import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

const script = fileURLToPath(new URL("provision.mjs", import.meta.url));
const NEEDS_FIRMWARE = /[\\/]test[\\/]emulator[\\/]/;

/**
 * The firmware of the emulated board takes a minute to build, once per machine. In a run that needs it, it is begun
 * when the tests begin, beside them; a test file that needs it waits for what is missing then (see `onFirmware.ts`).
 */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const files = await project.vitest.getRelevantTestSpecifications(commandLineFilters());
  if (!files.some(({ moduleId }) => NEEDS_FIRMWARE.test(moduleId))) return undefined;
  // A group of its own, so that an end of the tests ends the build with all it has started.
  const child = spawn(process.execPath, [script], { stdio: "ignore", detached: true });
  return () => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid);
  };
}

/** The words of `vitest run words...`, which choose test files; without any it runs all. */
function commandLineFilters(): string[] {
  const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  return words.filter((word) => word !== "run");
}
