/**
 * - `no-apt`: not a Debian-like system, and none was named or is on PATH
 * - `no-mirror`: apt's mirrors have no such package, or none that is new enough
 * - `download`, `checksum`, `unpack`: what went wrong with the packages
 * - `build`: the sources did not build
 * - `too-old`, `does-not-run`: the one that was found cannot be used
 */
export type ProvisionReason =
  | "no-apt"
  | "no-mirror"
  | "download"
  | "checksum"
  | "unpack"
  | "build"
  | "too-old"
  | "does-not-run";

export class ProvisionError extends Error {
  constructor(reason: ProvisionReason, message: string);
  readonly reason: ProvisionReason;
}
