/** Temperature and humidity sensors of the DHT family, on one wire. */
import type { ChipPin } from "machine";
/** `machine.dht_readinto`. */
export { dht_readinto } from "machine";

/** What both sensors share. */
export class DHTBase {
  constructor(pin: ChipPin);
  /** The five bytes of the last measurement. */
  readonly buf: bytearray;
  /** Measures; wait a second (DHT22: two) in between. OSError ETIMEDOUT, or "checksum error". */
  measure(): void;
}
/** The DHT11: whole degrees and percent. */
export class DHT11 extends DHTBase {
  /** Percent, as of the last measurement. */
  humidity(): int;
  /** Degrees Celsius, as of the last measurement. */
  temperature(): int;
}
/**
 * The DHT22: tenths.
 *
 * @example
 * const sensor = new DHT22(new Pin(16));
 * sensor.measure();
 * print(sensor.temperature(), sensor.humidity());
 */
export class DHT22 extends DHTBase {
  /** Percent, as of the last measurement. */
  humidity(): float;
  /** Degrees Celsius, as of the last measurement. */
  temperature(): float;
}
