export { ProvisionError } from "../debian/provisionError.mjs";

export interface ProvisionedMpremote {
  /** The path of something executable that behaves like `mpremote`. */
  readonly command: string;
  /** As in `1.24.1`. */
  readonly version: string;
  readonly origin: "TSMP_MPREMOTE" | "cache" | "debian";
}

/** Throws `ProvisionError`. */
export function provisionMpremote(): Promise<ProvisionedMpremote>;
