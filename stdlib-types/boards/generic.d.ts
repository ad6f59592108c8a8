/** Any board: pins by number or name, nothing checked. */

/** The name of the profile. */
export type BoardName = "generic";
/** Pins that the board uses itself: none are known. */
export interface ReservedPins {}
/** Pins that are free for programs. */
export type Gpio = number;
/** Names of pins that are not pins of the chip, or have a name of their own. */
export type NamedPin = string;
/** Every name that `Pin("...")` takes. */
export type PinName = string;
/** Names that stand for a pin of the chip. */
export interface PinAliases {}
/** Pins of a radio chip: none are known. */
export type RadioPin = never;
/** The pins with an analog input, by channel. */
export interface AdcChannels {
  [channel: number]: number;
}
/** Pins of the I2C controllers. */
export interface I2cPins {
  [bus: number]: { sda: number; scl: number };
}
/** Pins of the SPI controllers. */
export interface SpiPins {
  [bus: number]: { miso: number; sck: number; mosi: number };
}
/** Pins of the serial ports. */
export interface UartPins {
  [bus: number]: { tx: number; rx: number; cts: number; rts: number };
}
/** Timers that the program may name. */
export type TimerId = number;
