import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { flashImageSize, flashImageUnreadable } from "../diagnostics/catalogue/emulator.ts";
import { FLASH_SIZE } from "../simulate/rp2040/flashDevice.ts";
import type { Pico } from "../simulate/rp2040/pico.ts";
import { EmulatorError } from "./emulatorError.ts";

/** After the last write to the flash, so long until the file is written. */
const QUIET_MS = 100;

/** The image in a file, undefined where there is none yet. Throws `EmulatorError`. */
export function readFlashImage(path: string): Uint8Array | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = onFile(path, () => new Uint8Array(readFileSync(path)));
  return wholeFlash(bytes, path);
}

/** The bytes of a flash, if they are as many as a Pico has. Throws `EmulatorError`. */
export function wholeFlash(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes.length === FLASH_SIZE) return bytes;
  throw new EmulatorError(flashImageSize(name, bytes.length, FLASH_SIZE));
}

/** Keeps a file equal to the flash of a board, as it is between two operations. */
export class FlashImageFile {
  private readonly pico: Pico;
  private readonly path: string;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pico: Pico, path: string) {
    this.pico = pico;
    this.path = path;
    this.save();
    pico.onFlashOperation = () => this.planSave();
  }

  /** Writes what has changed, and no more after that. */
  close(): void {
    this.pico.onFlashOperation = () => {};
    clearTimeout(this.timer);
    this.save();
  }

  private planSave(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), QUIET_MS);
  }

  private save(): void {
    const unfinished = `${this.path}.${process.pid}`;
    onFile(this.path, () => {
      writeFileSync(unfinished, this.pico.flash);
      renameSync(unfinished, this.path);
    });
  }
}

function onFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new EmulatorError(flashImageUnreadable(path, (error as Error).message), { cause: error });
  }
}
