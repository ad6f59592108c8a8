import type { Chip } from "./chip.ts";
import { PinLevels, type PinListener, type PinState } from "./pinLevels.ts";

export const PIN_COUNT = 30;
const FLOATING: PinState = { level: 0, driven: false, pull: "down" };

/** The pins of a board, over the resets of its chip. */
export class PicoPins {
  private readonly outside: (0 | 1 | undefined)[] = new Array(PIN_COUNT).fill(undefined);
  private readonly listeners = new Set<PinListener>();
  private readonly last: PinState[] = new Array(PIN_COUNT).fill(FLOATING);
  private readonly now: () => number;
  private levels: PinLevels | undefined;

  constructor(now: () => number) {
    this.now = now;
  }

  attach(chip: Chip): void {
    this.levels = new PinLevels(chip, this.outside, this.now, (pin, state, nanos) =>
      this.note(pin, state, nanos),
    );
    for (let pin = 0; pin < PIN_COUNT; pin++) this.note(pin, this.levels.state(pin), this.now());
  }

  /** The chip is gone: nothing drives its pins. */
  detach(): void {
    this.levels = undefined;
    for (let pin = 0; pin < PIN_COUNT; pin++) this.note(pin, FLOATING, this.now());
  }

  state(pin: number): PinState {
    return this.last[pin]!;
  }

  /** Connects a pin to high or low from outside, or to nothing. */
  connect(pin: number, level: 0 | 1 | undefined): void {
    this.outside[pin] = level;
    this.levels?.connect(pin, level);
  }

  /** Calls back at each change of each pin; returns what ends it. */
  onChange(listener: PinListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private note(pin: number, state: PinState, nanos: number): void {
    const before = this.last[pin]!;
    const same =
      before.level === state.level && before.driven === state.driven && before.pull === state.pull;
    if (same) return;
    this.last[pin] = state;
    for (const listener of this.listeners) listener(pin, state, nanos);
  }
}
