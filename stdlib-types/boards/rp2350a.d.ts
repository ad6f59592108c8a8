/**
 * Which pins of an RP2350A belong to which peripheral: as on the RP2040, and more for the UARTs.
 *
 * Source: the function table of the RP2350 datasheet, section 1.2.3.
 */
export type { AdcChannels, ChipGpio, I2cPins, SpiPins } from "./rp2040";

/** Pins of the two serial ports; flow control pins may carry data instead. */
export interface UartPins {
  0: {
    tx: 0 | 2 | 12 | 14 | 16 | 18 | 28;
    rx: 1 | 3 | 13 | 15 | 17 | 19 | 29;
    cts: 2 | 14 | 18;
    rts: 3 | 15 | 19;
    text: {
      tx: "0, 2, 12, 14, 16, 18 or 28";
      rx: "1, 3, 13, 15, 17 or 19";
      cts: "2, 14 or 18";
      rts: "3, 15 or 19";
    };
  };
  1: {
    tx: 4 | 6 | 8 | 10 | 20 | 22 | 24 | 26;
    rx: 5 | 7 | 9 | 11 | 21 | 23 | 25 | 27;
    cts: 6 | 10 | 22 | 26;
    rts: 7 | 11 | 23 | 27;
    text: {
      tx: "4, 6, 8, 10, 20, 22 or 26";
      rx: "5, 7, 9, 11, 21 or 27";
      cts: "6, 10, 22 or 26";
      rts: "7, 11 or 27";
    };
  };
}
