import type { RP2040 } from "rp2040js";
import { RegisterFile } from "./registerFile.ts";

const CTRL = 0x00;
const STATUS = 0x18;
const RANDOMBIT = 0x1c;
const ENABLED_CTRL = 0xaa0;
/** STABLE, DIV_RUNNING and ENABLED. */
const RUNNING = (1 << 31) | (1 << 16) | (1 << 12);

/**
 * The ring oscillator, of which firmware reads random bits.
 *
 * They come from a generator with a seed, so that a run can be repeated (xorshift32).
 */
export class RingOscillator extends RegisterFile {
  private state: number;

  constructor(chip: RP2040, seed: number) {
    super(chip, "ROSC", { [CTRL]: ENABLED_CTRL, [STATUS]: RUNNING >>> 0 });
    this.state = seed | 0 || 1;
  }

  override readUint32(offset: number): number {
    if (offset !== RANDOMBIT) return super.readUint32(offset);
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return this.state & 1;
  }
}
