import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "../cacheFolder.ts";
import { firmwareDownloadFailed } from "../diagnostics/catalogue/emulator.ts";
import { EmulatorError } from "./emulatorError.ts";
import { parseFirmware } from "./loadFirmware.ts";

/** The release for RPI_PICO that is fetched on request. */
export const officialFirmware =
  "https://micropython.org/resources/firmware/RPI_PICO-20250911-v1.26.1.uf2";

const DOWNLOAD_TIMEOUT_MS = 60_000;

/** Where a fetched firmware stays. */
export function cachedFirmwarePath(): string {
  return join(cacheFolder(), "tsmp", "firmware", "RPI_PICO.uf2");
}

/** Fetches a firmware and keeps it if a Pico starts with it; gives the file. Throws `EmulatorError`. */
export async function downloadFirmware(address: string): Promise<string> {
  const file = await fetchBytes(address);
  parseFirmware(file, address);
  const path = cachedFirmwarePath();
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, file);
  renameSync(unfinished, path);
  return path;
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const { message, cause } = error as Error;
    const detail = cause instanceof Error ? cause.message : message;
    throw new EmulatorError(firmwareDownloadFailed(address, detail), { cause: error });
  }
}
