import { describe, test } from "vitest";
import { ProvisionError } from "./provisionError.mjs";

/**
 * A group of tests that need what `provision` finds or makes: `await describeWith(...)` at the top level. Where a
 * machine must test everything (`CI`) absence is a failure; elsewhere a skipped test says why.
 */
export async function describeWith<T>(
  name: string,
  provision: () => Promise<T>,
  body: (provided: T) => void,
): Promise<void> {
  try {
    const provided = await provision();
    describe(name, () => body(provided));
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    describe(name, () => describeAbsence(error));
  }
}

function describeAbsence(error: ProvisionError): void {
  const title = `cannot run here: ${error.message}`;
  if (!process.env["CI"]) {
    test.skip(title, () => undefined);
    return;
  }
  test(title, () => {
    throw error;
  });
}
