export { ProvisionError, type ProvisionReason } from "../debian/provisionError.mjs";

export interface Provisioned {
  /** The path of something executable that behaves like `micropython`. */
  readonly command: string;
  /** As in `1.25.0`. */
  readonly version: string;
  readonly origin: "TSMP_MICROPYTHON" | "TSMP_MICROPYTHON32" | "PATH" | "cache" | "debian";
}

/** Throws `ProvisionError`. */
export function provisionMicropython(options?: { bits?: 64 | 32 }): Promise<Provisioned>;

export const MINIMUM: readonly [number, number];
