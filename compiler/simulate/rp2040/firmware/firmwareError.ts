/**
 * What is wrong with a file that was to be firmware.
 *
 * - `empty`: no bytes at all
 * - `not-firmware`: neither a UF2 nor an image of a flash; `detail` says what it looks like, if that is known
 * - `other-chip`: firmware, but not for the RP2040; `detail` names the chip
 * - `cut-off`: the rest of it is missing; `detail` says how much is there
 * - `damaged`: its parts contradict each other
 * - `too-large`: it does not fit the flash
 */
export type FirmwareProblem =
  | "empty"
  | "not-firmware"
  | "other-chip"
  | "cut-off"
  | "damaged"
  | "too-large";

export class FirmwareError extends Error {
  readonly problem: FirmwareProblem;
  readonly detail: string;

  constructor(problem: FirmwareProblem, detail: string) {
    super(`${problem}: ${detail}`);
    this.name = "FirmwareError";
    this.problem = problem;
    this.detail = detail;
  }
}
