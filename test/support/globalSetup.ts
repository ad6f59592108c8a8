import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ProvisionError, provisionMicropython } from "./micropython/provision.mjs";

/**
 * Once per run, before the first test file: every test process finds the unix port in `TSMP_MICROPYTHON`,
 * or the reason for its absence in `TSMP_TEST_NO_MICROPYTHON` (see `micropython/onUnix.ts`).
 */
export default async function setup(): Promise<() => void> {
  // Builds that the command line remembers are not those of whoever runs the tests.
  const builds = mkdtempSync(join(tmpdir(), "tsmp-builds-"));
  process.env["TSMP_CACHE"] = builds;
  try {
    process.env["TSMP_MICROPYTHON"] = (await provisionMicropython()).command;
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    process.env["TSMP_TEST_NO_MICROPYTHON"] = error.message;
    const consequence = process.env["CI"] ? "FAIL" : "are SKIPPED";
    console.warn(
      `\n  ! No unix MicroPython: tests that need it ${consequence}.\n  ! ${error.message}\n`,
    );
  }
  return () => rmSync(builds, { recursive: true, force: true });
}
