import { GPIOPin, type RP2040 } from "rp2040js";
import type { OutputSignal } from "./outputSignal.ts";

const INVERTED = 1;

/**
 * A pin that knows all of its functions. Those of `rp2040js` show what SIO, PIO and PWM drive; its
 * PWM is not ours.
 */
export class ChipPin extends GPIOPin {
  private readonly signals: readonly (OutputSignal | undefined)[];
  private readonly now: () => number;
  private readonly onFunction: (pin: ChipPin) => void;
  private function = 0x1f;

  constructor(
    chip: RP2040,
    index: number,
    signals: readonly (OutputSignal | undefined)[],
    now: () => number,
    onFunction: (pin: ChipPin) => void,
  ) {
    super(chip, index);
    this.signals = signals;
    this.now = now;
    this.onFunction = onFunction;
  }

  /** What the part that has this pin does with it; undefined for SIO and PIO, and for inputs. */
  get signal(): OutputSignal | undefined {
    // The constructor of the base class asks before there are any.
    return this.signals?.[this.functionSelect];
  }

  /** Whether its part sees the opposite of its level. */
  get inputInverted(): boolean {
    return this.inputOverride === INVERTED;
  }

  override get rawOutputEnable(): boolean {
    const { signal } = this;
    if (signal !== undefined) return signal.driveAt(this.now()) !== undefined;
    return super.rawOutputEnable;
  }

  override get rawOutputValue(): boolean {
    const { signal } = this;
    if (signal !== undefined) return signal.driveAt(this.now()) === 1;
    return super.rawOutputValue;
  }

  /** Called when its settings were written, or what drives it has changed. */
  override checkForUpdates(): void {
    if (this.functionSelect !== this.function) {
      this.function = this.functionSelect;
      this.onFunction(this);
    }
    super.checkForUpdates();
  }
}
