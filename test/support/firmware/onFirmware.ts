import { describeWith } from "../debian/describeWith.ts";
import { type ProvisionedFirmware, provisionFirmware } from "./provision.mjs";

/** A group of tests that run real firmware on an emulated Pico: `await describeOnFirmware(...)` at the top level. */
export function describeOnFirmware(
  name: string,
  body: (firmware: ProvisionedFirmware) => void,
): Promise<void> {
  return describeWith(name, provisionFirmware, body);
}
