/**
 * - `no-apt`: not a Debian-like system, and none was named or is on PATH
 * - `no-mirror`: apt's mirrors have no new enough package
 * - `download`, `checksum`, `unpack`: what went wrong with the packages
 * - `too-old`, `does-not-run`: the one that was found cannot be used
 */
export type ProvisionReason =
  | "no-apt"
  | "no-mirror"
  | "download"
  | "checksum"
  | "unpack"
  | "too-old"
  | "does-not-run";

export class ProvisionError extends Error {
  constructor(reason: ProvisionReason, message: string);
  readonly reason: ProvisionReason;
}

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
