import type { RP2040 } from "rp2040js";
import type { ChipClock } from "../chipClock.ts";
import { ChipOutputs } from "./chipOutputs.ts";
import { ChipPin } from "./chipPin.ts";
import {
  functions,
  i2cOf,
  isSpiReceive,
  isUartReceive,
  type OutputParts,
  signalsOf,
  spiOf,
  uartOf,
} from "./pinFunctions.ts";

interface InputPart {
  inputChanged(level: 0 | 1): void;
}

export interface PinParts extends OutputParts {
  readonly spi: readonly (OutputParts["spi"][number] & InputPart)[];
  readonly uarts: readonly (OutputParts["uarts"][number] & InputPart)[];
  readonly i2c: readonly (OutputParts["i2c"][number] & InputPart)[];
}

/** What is beyond the pins. */
export interface PinsOutside {
  /** Whether each change of the pin is to be heard of at its time. */
  watches(pin: number): boolean;
  connect(pin: number, level: 0 | 1): void;
}

/** Which part of the chip has which pin: its outputs go there, and it hears of the level. */
export class PinMatrix {
  outside: PinsOutside = { watches: () => false, connect: () => {} };
  private readonly pins: readonly ChipPin[];
  private readonly parts: PinParts;
  private readonly outputs: ChipOutputs;

  /** `seesAll` tells of parts that look at pins which they do not have: the PIO. */
  constructor(chip: RP2040, clock: ChipClock, parts: PinParts, seesAll: () => boolean) {
    this.parts = parts;
    this.outputs = new ChipOutputs(clock, {
      watches: (pin) => pin.irqEnableMask !== 0 || this.outside.watches(pin.index) || seesAll(),
    });
    const connect = (pin: ChipPin): void => {
      this.outputs.connect(pin);
      this.tellPart(pin);
    };
    const now = (): number => clock.nanos;
    this.pins = chip.gpio.map(
      (_, index) => new ChipPin(chip, index, signalsOf(index, parts), now, connect),
    );
    this.pins.forEach((pin, index) => {
      chip.gpio[index] = pin;
    });
  }

  /** Brings the pins up to the present, for one who looks at them. */
  update(): void {
    this.outputs.update();
  }

  /** Others watch than before, or other pins. */
  watchersChanged(): void {
    this.outputs.watchersChanged();
  }

  inputChanged(index: number): void {
    this.tellPart(this.pins[index]!);
  }

  /** Puts a level, as the UART sees it, on each pin that it receives by. */
  driveReceivePins(uart: 0 | 1, level: 0 | 1): void {
    for (const pin of this.pins) {
      const { index, functionSelect, inputInverted } = pin;
      if (functionSelect !== functions.UART || !isUartReceive(index) || uartOf(index) !== uart)
        continue;
      this.outside.connect(index, inputInverted ? (level === 1 ? 0 : 1) : level);
    }
  }

  private tellPart(pin: ChipPin): void {
    const level = pin.inputValue ? 1 : 0;
    this.partOf(pin)?.inputChanged(level);
  }

  private partOf({ index, functionSelect }: ChipPin): InputPart | undefined {
    switch (functionSelect) {
      case functions.SPI:
        return isSpiReceive(index) ? this.parts.spi[spiOf(index)] : undefined;
      case functions.UART:
        return isUartReceive(index) ? this.parts.uarts[uartOf(index)] : undefined;
      case functions.I2C:
        return index % 2 === 0 ? this.parts.i2c[i2cOf(index)] : undefined;
      default:
        return undefined;
    }
  }
}
