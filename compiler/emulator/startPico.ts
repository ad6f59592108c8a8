import { firmwareSilent, radioAbsent } from "../diagnostics/catalogue/emulator.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import type { Firmware } from "../simulate/rp2040/firmware/readFirmware.ts";
import { Pico, PicoLockedUp } from "../simulate/rp2040/pico.ts";
import { EmulatorError, hex, lockUpProblem } from "./emulatorError.ts";
import { readFlashImage } from "./flashImage.ts";
import { findFirmware, loadFirmware, parseFirmware } from "./loadFirmware.ts";

/** The serial line of MicroPython is there in 0.2 s; a first start formats the file system before. */
const SERIAL_SECONDS = 2;

export interface PicoSource {
  /** A `.uf2` or `.bin`; by default the one of the flash image, else the one that is found. */
  readonly firmware?: string;
  /** A file with the flash of an earlier run; one that does not exist is an erased flash. */
  readonly flash?: string;
}

export interface PreparedPico {
  readonly pico: Pico;
  readonly firmware: Firmware;
  /** What is worth knowing about it. */
  readonly notes: readonly Problem[];
}

/** A board with its firmware in the flash, still without power. Throws `EmulatorError`. */
export function preparePico({ firmware: named, flash: image }: PicoSource): PreparedPico {
  const flash = image === undefined ? undefined : readFlashImage(image);
  const firmware =
    named === undefined && flash !== undefined
      ? parseFirmware(flash, image ?? "")
      : loadFirmware(named ?? findFirmware());
  const pico = new Pico(flash === undefined ? { firmware } : { firmware, flash });
  const hasRadio = firmware.info.board === "pico_w";
  return { pico, firmware, notes: hasRadio ? [radioAbsent()] : [] };
}

/** Starts a board and runs it until its serial line is there. Throws `EmulatorError`. */
export function bootPico(pico: Pico): void {
  pico.powerOn();
  explainingLockUp(() => {
    if (pico.advanceUntil(() => pico.serial.connected, SERIAL_SECONDS * 1000)) return;
    const at = pico.chip?.cores[0].registers[15] ?? 0;
    throw new EmulatorError(firmwareSilent(SERIAL_SECONDS, hex(at)));
  });
}

/** Turns the lock-up of a chip into the words of the catalogue. */
export function explainingLockUp<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error);
  }
}

export function explained(error: unknown): unknown {
  return error instanceof PicoLockedUp
    ? new EmulatorError(lockUpProblem(error.fault), { cause: error })
    : error;
}
