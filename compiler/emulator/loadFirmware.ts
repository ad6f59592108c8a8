import { existsSync, readFileSync } from "node:fs";
import * as problems from "../diagnostics/catalogue/emulator.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import { FirmwareError } from "../simulate/rp2040/firmware/firmwareError.ts";
import { type Firmware, readFirmware } from "../simulate/rp2040/firmware/readFirmware.ts";
import { FLASH_SIZE } from "../simulate/rp2040/flashDevice.ts";
import { EmulatorError } from "./emulatorError.ts";
import { cachedFirmwarePath } from "./firmwareCache.ts";

/** Reads a `.uf2` or `.bin`. Throws `EmulatorError` for a file with which no Pico starts. */
export function loadFirmware(path: string): Firmware {
  let file: Uint8Array;
  try {
    file = readFileSync(path);
  } catch (error) {
    throw new EmulatorError(problems.firmwareUnreadable(path, (error as Error).message));
  }
  return parseFirmware(file, path);
}

/** The same of bytes that are here already; `name` stands for them in messages. */
export function parseFirmware(file: Uint8Array, name: string): Firmware {
  try {
    return readFirmware(file, FLASH_SIZE);
  } catch (error) {
    if (!(error instanceof FirmwareError)) throw error;
    throw new EmulatorError(firmwareProblem(error, name), { cause: error });
  }
}

/** The file to run where none is named: what `TSMP_FIRMWARE` says, else what was fetched before. */
export function findFirmware(): string {
  const named = process.env["TSMP_FIRMWARE"];
  if (named !== undefined && named !== "") return named;
  const cached = cachedFirmwarePath();
  if (existsSync(cached)) return cached;
  throw new EmulatorError(problems.firmwareMissing(cached));
}

function firmwareProblem({ problem, detail }: FirmwareError, name: string): Problem {
  switch (problem) {
    case "empty":
    case "not-firmware":
      return problems.notFirmware(name, detail);
    case "other-chip":
      return problems.firmwareForOtherChip(name, detail);
    case "cut-off":
      return problems.firmwareCutOff(name, detail);
    case "damaged":
      return problems.firmwareDamaged(name, detail);
    case "too-large":
      return problems.firmwareTooLarge(name, detail);
  }
}
