/** Temperature sensors DS18S20 and DS18B20 on a 1-Wire bus. */
import type { OneWire } from "onewire";
/** `micropython.const`. */
export { const } from "micropython";

/**
 * All sensors of a bus.
 *
 * @example
 * const sensors = new DS18X20(new OneWire(new Pin(22)));
 * const roms = sensors.scan();
 * sensors.convert_temp();
 * await sleep_ms(750);
 * for (const rom of roms) print(sensors.read_temp(rom));
 */
export class DS18X20 {
  constructor(onewire: OneWire);
  /** The addresses of the sensors. */
  scan(): bytearray[];
  /** Lets all sensors measure: it takes 750 milliseconds. */
  convert_temp(): void;
  /** Degrees Celsius, as of the last measurement; Exception "CRC error". */
  read_temp(rom: ReadableBuffer): float;
  /** The nine bytes of a sensor's memory. */
  read_scratch(rom: ReadableBuffer): bytearray;
  /** Sets limits and resolution: three bytes. */
  write_scratch(rom: ReadableBuffer, buffer: ReadableBuffer): void;
}
