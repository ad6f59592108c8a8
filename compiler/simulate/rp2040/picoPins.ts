import type { Chip } from "./chip.ts";
import { PinLevels, type PinListener, type PinState } from "./pinLevels.ts";

export const PIN_COUNT = 30;
const FLOATING: PinState = { level: 0, driven: false, pull: "down" };

/** The pins of a board, over the resets of its chip. */
export class PicoPins {
  private readonly outside: (0 | 1 | undefined)[] = new Array(PIN_COUNT).fill(undefined);
  /** Those of one pin, and at the end those of all. */
  private readonly listeners = Array.from({ length: PIN_COUNT + 1 }, () => new Set<PinListener>());
  private readonly last: PinState[] = new Array(PIN_COUNT).fill(FLOATING);
  private readonly now: () => number;
  private levels: PinLevels | undefined;
  private chip: Chip | undefined;

  constructor(now: () => number) {
    this.now = now;
  }

  attach(chip: Chip): void {
    this.chip = chip;
    chip.pins.outside = {
      watches: (pin) => this.listeners[pin]!.size > 0 || this.listeners[PIN_COUNT]!.size > 0,
      connect: (pin, level) => this.connect(pin, level),
    };
    this.levels = new PinLevels(chip, this.outside, this.now, (pin, state, nanos) =>
      this.note(pin, state, nanos),
    );
    for (let pin = 0; pin < PIN_COUNT; pin++) this.note(pin, this.levels.state(pin), this.now());
  }

  /** The chip is gone: nothing drives its pins. */
  detach(): void {
    this.levels = undefined;
    this.chip = undefined;
    for (let pin = 0; pin < PIN_COUNT; pin++) this.note(pin, FLOATING, this.now());
  }

  state(pin: number): PinState {
    this.chip?.pins.update();
    return this.last[pin]!;
  }

  /** Connects a pin to high or low from outside, or to nothing. */
  connect(pin: number, level: 0 | 1 | undefined): void {
    this.outside[pin] = level;
    this.levels?.connect(pin, level);
  }

  /** Calls back at each change of a pin, or of each pin; returns what ends it. */
  onChange(listener: PinListener, pin = PIN_COUNT): () => void {
    const listeners = this.listeners[pin]!;
    listeners.add(listener);
    this.chip?.pins.watchersChanged();
    return () => {
      listeners.delete(listener);
      this.chip?.pins.watchersChanged();
    };
  }

  private note(pin: number, state: PinState, nanos: number): void {
    const before = this.last[pin]!;
    const same =
      before.level === state.level && before.driven === state.driven && before.pull === state.pull;
    if (same) return;
    this.last[pin] = state;
    for (const listener of this.listeners[pin]!) listener(pin, state, nanos);
    for (const listener of this.listeners[PIN_COUNT]!) listener(pin, state, nanos);
  }
}
