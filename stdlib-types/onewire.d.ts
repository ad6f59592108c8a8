/** The 1-Wire bus. */
import type { ChipPin } from "machine";

/** Nothing answers on the bus. */
export class OneWireError extends Exception {
  private readonly __OneWireError: never;
}
/** A 1-Wire bus on a pin with a pull-up resistor of 4.7 kiloohms. */
export class OneWire {
  constructor(pin: ChipPin);
  /** True when a device answers; OneWireError when none does and `required` is true. */
  reset(required?: boolean): boolean;
  /** The addresses of all devices, 8 bytes each. */
  scan(): bytearray[];
  /** Speaks to one device. */
  select_rom(rom: ReadableBuffer): void;
  /** Reads a bit. */
  readbit(): 0 | 1;
  /** Reads a byte. */
  readbyte(): u8;
  /** Fills a buffer. */
  readinto(buffer: WritableBuffer): void;
  /** Writes a bit. */
  writebit(value: 0 | 1): void;
  /** Writes a byte. */
  writebyte(value: u8): void;
  /** Writes bytes. */
  write(data: ReadableBuffer): void;
  /** The checksum of bytes; 0 when the last of them is the checksum of the others. */
  crc8(data: ReadableBuffer): u8;
  /** The command that looks for devices. */
  static readonly SEARCH_ROM: 0xf0;
  /** The command that speaks to one device. */
  static readonly MATCH_ROM: 0x55;
  /** The command that speaks to all devices. */
  static readonly SKIP_ROM: 0xcc;
}
