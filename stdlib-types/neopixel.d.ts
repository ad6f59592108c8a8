/** Strips of WS2812 LEDs ("NeoPixel"). */
import type { ChipPin, Pin } from "machine";

/** Red, green and blue, 0 to 255 each; of a strip with 4 bytes per LED (`Color<4>`) with white as the fourth. */
export type Color<Bpp extends 3 | 4 = 3> = Bpp extends 4
  ? readonly [red: u8, green: u8, blue: u8, white: u8]
  : readonly [red: u8, green: u8, blue: u8];

/**
 * A strip of LEDs. Set colours with `strip[0] = [255, 0, 0]`, then `write`.
 *
 * @example
 * const strip = new NeoPixel(new Pin(28), 8);
 * strip.fill([0, 0, 16]);
 * strip.write();
 */
export class NeoPixel<Bpp extends 3 | 4 = 3> {
  /**
   * @param pin The data pin.
   * @param n The number of LEDs.
   * @param bpp 3 for RGB (default), 4 for RGBW.
   * @param timing 1 for 800 kHz (default), 0 for 400 kHz, or four times in nanoseconds.
   */
  constructor(pin: ChipPin, n: int, options?: Keywords<{ bpp?: Bpp; timing?: 0 | 1 | readonly [int, int, int, int] }>);
  constructor(pin: ChipPin, n: int, bpp: Bpp, timing?: 0 | 1 | readonly [int, int, int, int]);
  /** The colour of a LED; IndexError past the end. */
  [index: number]: Color<Bpp>;
  /** The number of LEDs. */
  readonly length: int;
  /** The number of LEDs. */
  readonly n: int;
  /** Bytes per LED. */
  readonly bpp: Bpp;
  /** What is sent: `bpp` bytes per LED, in the order of the strip. */
  readonly buf: bytearray;
  /** The data pin. */
  readonly pin: Pin;
  /** Sets all LEDs to one colour. */
  fill(color: Color<Bpp>): void;
  /** Sends the colours to the strip. Interrupts of this core wait meanwhile: 30 microseconds per LED. */
  write(): void;
  /** Where red, green, blue and white stand in `buf`. */
  static ORDER: readonly [int, int, int, int];
}
/** `machine.bitstream`. */
export { bitstream } from "machine";
