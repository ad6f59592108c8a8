/** Raspberry Pi Pico 2 W: RP2350A with the CYW43439 radio. */
import type { ChipGpio } from "./rp2350a";
export type { AdcChannels, I2cPins, SpiPins, UartPins } from "./rp2350a";

/** The name of the profile. */
export type BoardName = "pico2_w";
/** Pins that the board uses itself, and what for. */
export interface ReservedPins {
  23: "it powers the radio";
  24: "it carries the data of the radio";
  25: "it selects the radio";
  29: "it is the clock of the radio";
}
/** Pins that are free for programs. */
export type Gpio = Exclude<ChipGpio, keyof ReservedPins>;
/** Names of pins that are not pins of the chip, or have a name of their own. */
export type NamedPin = "LED" | "WL_GPIO0" | "WL_GPIO1" | "WL_GPIO2" | "EXT_GPIO0" | "EXT_GPIO1" | "EXT_GPIO2";
/** Every name that `Pin("...")` takes. */
export type PinName = `GP${Gpio}` | `GPIO${Gpio}` | NamedPin;
/** Names that stand for a pin of the chip. */
export interface PinAliases {}
/** Pins of the radio chip: switched by radio commands, so without interrupts, PWM and PIO. */
export type RadioPin = "LED" | "WL_GPIO0" | "WL_GPIO1" | "WL_GPIO2" | "EXT_GPIO0" | "EXT_GPIO1" | "EXT_GPIO2";
/** Timers that the program may name: -1, a timer in software. */
export type TimerId = -1;
