/**
 * Which pins of an RP2040 belong to which peripheral.
 *
 * Source: the function table of the RP2040 datasheet, section 1.4.3.
 */

/** Every pin of the chip. */
export type ChipGpio =
  | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14
  | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29;

/** The pins with an analog input, by channel. */
export interface AdcChannels {
  0: 26;
  1: 27;
  2: 28;
  3: 29;
}
/** Pins of the two I2C controllers. `text` names them in errors. */
export interface I2cPins {
  0: {
    sda: 0 | 4 | 8 | 12 | 16 | 20 | 24 | 28;
    scl: 1 | 5 | 9 | 13 | 17 | 21 | 25 | 29;
    text: { sda: "0, 4, 8, 12, 16, 20 or 28"; scl: "1, 5, 9, 13, 17 or 21" };
  };
  1: {
    sda: 2 | 6 | 10 | 14 | 18 | 22 | 26;
    scl: 3 | 7 | 11 | 15 | 19 | 23 | 27;
    text: { sda: "2, 6, 10, 14, 18, 22 or 26"; scl: "3, 7, 11, 15, 19 or 27" };
  };
}
/** Pins of the two SPI controllers. */
export interface SpiPins {
  0: {
    miso: 0 | 4 | 16 | 20;
    sck: 2 | 6 | 18 | 22;
    mosi: 3 | 7 | 19 | 23;
    text: { miso: "0, 4, 16 or 20"; sck: "2, 6, 18 or 22"; mosi: "3, 7 or 19" };
  };
  1: {
    miso: 8 | 12 | 24 | 28;
    sck: 10 | 14 | 26;
    mosi: 11 | 15 | 27;
    text: { miso: "8, 12 or 28"; sck: "10, 14 or 26"; mosi: "11, 15 or 27" };
  };
}
/** Pins of the two serial ports. */
export interface UartPins {
  0: {
    tx: 0 | 12 | 16 | 28;
    rx: 1 | 13 | 17 | 29;
    cts: 2 | 14 | 18;
    rts: 3 | 15 | 19;
    text: { tx: "0, 12, 16 or 28"; rx: "1, 13 or 17"; cts: "2, 14 or 18"; rts: "3, 15 or 19" };
  };
  1: {
    tx: 4 | 8 | 20 | 24;
    rx: 5 | 9 | 21 | 25;
    cts: 6 | 10 | 22 | 26;
    rts: 7 | 11 | 23 | 27;
    text: { tx: "4, 8 or 20"; rx: "5, 9 or 21"; cts: "6, 10, 22 or 26"; rts: "7, 11 or 27" };
  };
}
