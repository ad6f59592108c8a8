import { describe, test } from "vitest";
import { ProvisionError, type ProvisionedFirmware, provisionFirmware } from "./provision.mjs";

/**
 * A group of tests that run on an emulated Pico with real firmware: `await describeOnFirmware(...)` at the top
 * level. Where a machine must test everything (`CI`) absence is a failure; elsewhere a skipped test says why.
 */
export async function describeOnFirmware(
  name: string,
  body: (firmware: ProvisionedFirmware) => void,
): Promise<void> {
  try {
    const firmware = await provisionFirmware();
    describe(name, () => body(firmware));
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    describe(name, () => {
      const title = `needs firmware for the Pico: ${error.message}`;
      if (!process.env["CI"]) test.skip(title, () => undefined);
      else {
        test(title, () => {
          throw error;
        });
      }
    });
  }
}
