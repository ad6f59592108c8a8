/** Pyboard v1.1: STM32F405. Pins go by name. */

/** The name of the profile. */
export type BoardName = "pyboard";
/** Pins that the board uses itself: none that are checked. */
export interface ReservedPins {}
/** Pins by number: there are none. */
export type Gpio = never;
/** Names of pins that are not pins of the chip, or have a name of their own. */
export type NamedPin =
  | `X${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 17 | 18 | 19 | 20 | 21 | 22}`
  | `Y${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`
  | `LED_${"BLUE" | "GREEN" | "RED" | "YELLOW"}`
  | "SW";
/** Every name that `Pin("...")` takes. */
export type PinName =
  | NamedPin
  | `${"A" | "B" | "C"}${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13}`
  | `${"A" | "B"}${14 | 15}`
  | "D2";
/** Names that stand for a pin of the chip. */
export interface PinAliases {}
/** Pins of a radio chip: none. */
export type RadioPin = never;
/** The pins with an analog input, by channel. */
export interface AdcChannels {
  [channel: number]: string;
}
/** Pins of the I2C controllers. */
export interface I2cPins {
  [bus: number]: { sda: PinName; scl: PinName };
}
/** Pins of the SPI controllers. */
export interface SpiPins {
  [bus: number]: { miso: PinName; sck: PinName; mosi: PinName };
}
/** Pins of the serial ports. */
export interface UartPins {
  [bus: number]: { tx: PinName; rx: PinName; cts: PinName; rts: PinName };
}
/** Timers that the program may name: -1 is one in software. */
export type TimerId = number;
