export { ProvisionError } from "../debian/provisionError.mjs";

export interface ProvisionedFirmware {
  /** The image for the start of the flash. */
  readonly bin: string;
  /** The same with symbols: what is at an address. */
  readonly elf: string;
  /** The compiler's own floating point routines for a Cortex-M0+, for the start of SRAM. */
  readonly arithmetic: string;
  /** MicroPython's version, as in `1.26.1`. */
  readonly version: string;
  readonly origin: "cache" | "built";
}

/**
 * Firmware of MicroPython for the Raspberry Pi Pico, from the cache or built now: about a minute and 110 MB of
 * packages. Processes that ask at the same time build it once. Throws `ProvisionError`; after a failure so does every
 * call of the next ten minutes, but with `retry`.
 */
export function provisionFirmware(options?: { retry?: boolean }): Promise<ProvisionedFirmware>;
