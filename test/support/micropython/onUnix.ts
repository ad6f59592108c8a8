import { describe, test } from "vitest";
import { ProvisionError, provisionMicropython } from "./provision.mjs";

/** A group of tests that run on a unix-port MicroPython; `body` gets the command to start it with. */
export function describeOnUnix(name: string, body: (micropython: string) => void): void {
  const missing = process.env["TSMP_TEST_NO_MICROPYTHON"];
  if (missing !== undefined) describeMissing(name, missing);
  else describe(name, () => body(process.env["TSMP_MICROPYTHON"] ?? ""));
}

/**
 * The same on the 32-bit build: 31-bit small integers and 16-byte heap blocks, as on the Pico. It is fetched
 * when the first test file asks: `await describeOn32Bit(...)` at the top level.
 */
export async function describeOn32Bit(
  name: string,
  body: (micropython: string) => void,
): Promise<void> {
  try {
    const { command } = await provisionMicropython({ bits: 32 });
    describe(name, () => body(command));
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    describeMissing(name, error.message);
  }
}

/** Where a machine must test everything (`CI`) absence is a failure; elsewhere a skipped test says why. */
function describeMissing(name: string, reason: string): void {
  const title = `needs a unix MicroPython: ${reason}`;
  if (!process.env["CI"]) {
    describe(name, () => test.skip(title, () => undefined));
    return;
  }
  describe(name, () => {
    test(title, () => {
      throw new Error(reason);
    });
  });
}
