import { closeSync, openSync, writeSync } from "node:fs";
import { waveformUnwritable } from "../diagnostics/catalogue/emulator.ts";
import type { Pico } from "../simulate/rp2040/pico.ts";
import { EmulatorError } from "./emulatorError.ts";
import { Waveform } from "./waveform.ts";

/** Text is collected up to this before it is written. */
const BLOCK = 1 << 16;

/**
 * A waveform in a file. It is written as it comes, and not by a stream: a board that computes for
 * long lets no stream write, and all of the waveform would stay in memory.
 */
export class WaveformFile {
  private readonly path: string;
  private readonly file: number;
  private readonly waveform: Waveform;
  private pending = "";

  /** Throws `EmulatorError` where no file can be made. */
  constructor(pico: Pico, path: string) {
    this.path = path;
    this.file = this.explaining(() => openSync(path, "w"));
    this.waveform = new Waveform(pico, (text) => {
      this.pending += text;
      if (this.pending.length >= BLOCK) this.flush();
    });
  }

  close(): void {
    this.waveform.close();
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    const text = this.pending;
    this.pending = "";
    this.explaining(() => writeSync(this.file, text));
  }

  private explaining<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new EmulatorError(waveformUnwritable(this.path, (error as Error).message), {
        cause: error,
      });
    }
  }
}
