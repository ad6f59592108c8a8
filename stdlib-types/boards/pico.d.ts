/** Raspberry Pi Pico: RP2040, no radio. */
import type { ChipGpio } from "./rp2040";
export type { AdcChannels, I2cPins, SpiPins, UartPins } from "./rp2040";

/** The name of the profile. */
export type BoardName = "pico";
/** Pins that the board uses itself, and what for. */
export interface ReservedPins {}
/** Pins that are free for programs. */
export type Gpio = Exclude<ChipGpio, keyof ReservedPins>;
/** Names of pins that are not pins of the chip, or have a name of their own. */
export type NamedPin = "LED";
/** Every name that `Pin("...")` takes. */
export type PinName = `GP${Gpio}` | `GPIO${Gpio}` | NamedPin;
/** Names that stand for a pin of the chip. */
export interface PinAliases {
  LED: 25;
}
/** Pins of the radio chip: switched by radio commands, so without interrupts, PWM and PIO. */
export type RadioPin = never;
/** Timers that the program may name: -1, a timer in software. */
export type TimerId = -1;
