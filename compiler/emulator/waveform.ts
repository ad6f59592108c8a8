import type { Pico } from "../simulate/rp2040/pico.ts";
import { PIN_COUNT } from "../simulate/rp2040/picoPins.ts";
import type { PinState } from "../simulate/rp2040/pinLevels.ts";

/** Identifiers of a value change dump are printable characters; these are `!` and the next ones. */
const FIRST_IDENTIFIER = 0x21;

/**
 * As long a change is held back: cores take turns, and PIO executes behind them, so that one may
 * come a few microseconds after another that was later.
 */
const REORDER_NANOS = 10_000;

interface Change {
  readonly pin: number;
  readonly value: string;
  readonly nanos: number;
}

/**
 * The changes of all pins as a value change dump (IEEE 1364, 18), the format that logic-analyser
 * viewers read, in emulated nanoseconds.
 */
export class Waveform {
  private readonly write: (text: string) => void;
  private readonly values: string[] = [];
  private readonly stopListening: () => void;
  private readonly pico: Pico;
  private time = -1;
  private held: Change[] = [];

  constructor(pico: Pico, write: (text: string) => void) {
    this.pico = pico;
    this.write = write;
    write("$version tsmp $end\n$timescale 1 ns $end\n$scope module pico $end\n");
    for (let pin = 0; pin < PIN_COUNT; pin++) {
      write(`$var wire 1 ${identifier(pin)} GP${pin} $end\n`);
    }
    write("$upscope $end\n$enddefinitions $end\n");
    this.mark(pico.nanos);
    for (let pin = 0; pin < PIN_COUNT; pin++) this.note(pin, pico.pins.state(pin), pico.nanos);
    this.stopListening = pico.pins.onChange((pin, state, nanos) => this.note(pin, state, nanos));
  }

  /** Notes the time of the end, so that a viewer shows how long the last level lasted. */
  close(): void {
    this.stopListening();
    this.writeUntil(Number.POSITIVE_INFINITY);
    this.mark(this.pico.nanos);
  }

  private note(pin: number, state: PinState, nanos: number): void {
    const floats = !state.driven && state.pull === "none" && state.level === 0;
    const value = floats ? "z" : String(state.level);
    let at = this.held.length;
    while (at > 0 && this.held[at - 1]!.nanos > nanos) at -= 1;
    this.held.splice(at, 0, { pin, value, nanos });
    if (nanos - this.held[0]!.nanos > 2 * REORDER_NANOS) this.writeUntil(nanos - REORDER_NANOS);
  }

  private writeUntil(nanos: number): void {
    let count = 0;
    for (const change of this.held) {
      if (change.nanos > nanos) break;
      count += 1;
      if (this.values[change.pin] === change.value) continue;
      this.values[change.pin] = change.value;
      this.mark(change.nanos);
      this.write(`${change.value}${identifier(change.pin)}\n`);
    }
    this.held.splice(0, count);
  }

  private mark(nanos: number): void {
    const time = Math.round(nanos);
    if (time <= this.time) return;
    this.time = time;
    this.write(`#${time}\n`);
  }
}

function identifier(pin: number): string {
  return String.fromCharCode(FIRST_IDENTIFIER + pin);
}
