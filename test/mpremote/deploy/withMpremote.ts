import { test } from "vitest";
import { ProvisionError, provisionMpremote } from "../../support/mpremote/provision.mjs";

/** A test that needs the real mpremote; where there is none, it says why it is skipped. */
export function testWithMpremote(name: string, body: () => Promise<void>): void {
  test(name, async ({ skip }) => {
    try {
      await provisionMpremote();
    } catch (error) {
      if (!(error instanceof ProvisionError) || process.env["CI"]) throw error;
      skip(error.message);
    }
    await body();
  });
}
