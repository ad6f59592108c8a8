import { type GPIOPin, GPIOPinState } from "rp2040js";
import type { Chip } from "./chip.ts";

/** What a pin is: driven by the program, or open, with or without a pull. */
export interface PinState {
  readonly level: 0 | 1;
  readonly driven: boolean;
  readonly pull: "up" | "down" | "none";
}

export type PinListener = (pin: number, state: PinState, nanos: number) => void;

/**
 * The level on every pin: what the program drives, else what is connected outside, else the pull.
 *
 * `rp2040js` never feeds a driven level back to the pin's input, where programs read it.
 */
export class PinLevels {
  private readonly chip: Chip;
  private readonly pins: readonly GPIOPin[];
  private readonly now: () => number;
  /** What is connected to each pin from outside; it lasts over a reset. */
  private readonly outside: (0 | 1 | undefined)[];
  private readonly states: PinState[];
  private readonly listener: PinListener;

  constructor(
    chip: Chip,
    outside: (0 | 1 | undefined)[],
    now: () => number,
    listener: PinListener,
  ) {
    this.chip = chip;
    this.pins = chip.gpio;
    this.outside = outside;
    this.now = now;
    this.listener = listener;
    this.states = this.pins.map((pin, index) => this.compute(pin, index));
    this.pins.forEach((pin, index) => {
      pin.setInputValue(this.states[index]!.level === 1);
      pin.addListener(() => this.update(index));
    });
  }

  state(pin: number): PinState {
    return this.states[pin]!;
  }

  /** Connects a pin to high or low, or to nothing. */
  connect(pin: number, level: 0 | 1 | undefined): void {
    this.outside[pin] = level;
    this.update(pin);
  }

  private update(index: number): void {
    const pin = this.pins[index]!;
    const before = this.states[index]!;
    const state = this.compute(pin, index);
    const same =
      state.level === before.level && state.driven === before.driven && state.pull === before.pull;
    if (same) return;
    this.states[index] = state;
    if (state.level !== before.level) {
      this.chip.beforeInput();
      pin.setInputValue(state.level === 1);
      this.chip.inputChanged(index);
    }
    this.listener(index, state, this.now());
  }

  private compute(pin: GPIOPin, index: number): PinState {
    const pull = pin.pullupEnabled ? "up" : pin.pulldownEnabled ? "down" : "none";
    const { value } = pin;
    if (value === GPIOPinState.High) return { level: 1, driven: true, pull };
    if (value === GPIOPinState.Low) return { level: 0, driven: true, pull };
    return { level: this.outside[index] ?? (pull === "up" ? 1 : 0), driven: false, pull };
  }
}
