/** Bluetooth Low Energy, as the radio has it. The module `aioble` is easier. */

/** What a characteristic can do: it can be read. */
export const FLAG_READ: 0x0002;
/** It can be written without an answer. */
export const FLAG_WRITE_NO_RESPONSE: 0x0004;
/** It can be written. */
export const FLAG_WRITE: 0x0008;
/** It tells of changes. */
export const FLAG_NOTIFY: 0x0010;
/** It tells of changes and waits for an answer. */
export const FLAG_INDICATE: 0x0020;

/** The number of a service or characteristic. */
export class UUID {
  /** @param value 16 bits as a number, or 128 bits as text "6E400001-B5A3-F393-E0A9-E50E24DCCA9E" or bytes. */
  constructor(value: int | string | ReadableBuffer);
}
export interface UUID extends BufferObject {}

/** A descriptor: UUID and flags. */
export type DescriptorDefinition = readonly [uuid: UUID, flags: int];
/** A characteristic: UUID, flags, descriptors. */
export type CharacteristicDefinition =
  | readonly [uuid: UUID, flags: int]
  | readonly [uuid: UUID, flags: int, descriptors: readonly DescriptorDefinition[]];
/** A service: UUID and characteristics. */
export type ServiceDefinition = readonly [uuid: UUID, characteristics: readonly CharacteristicDefinition[]];

interface BleSettings {
  /** 0 public, 1 random, 2 and 3 private addresses. */
  addr_mode?: 0 | 1 | 2 | 3;
  /** The name that GAP gives. */
  gap_name?: string | ReadableBuffer;
  /** Bytes of the buffer for events. */
  rxbuf?: int;
  /** The largest packet, 23 to 65535. */
  mtu?: int;
  /** Whether keys are kept. */
  bond?: boolean;
  /** Whether pairing guards against a man in the middle. */
  mitm?: boolean;
  /** Input and output of this side, for pairing. */
  io?: 0 | 1 | 2 | 3 | 4;
  /** Whether only secure pairing will do. */
  le_secure?: boolean;
}

/** The radio. There is one. */
export class BLE {
  constructor();
  /** Whether the radio is on, or turns it on or off. */
  active(): boolean;
  active(on: boolean | 0 | 1): void;
  /** A setting, or sets some. */
  config(param: "mac"): readonly [addr_type: int, addr: bytes];
  config(param: "gap_name"): bytes;
  config(param: "addr_mode" | "rxbuf" | "mtu" | "bond" | "mitm" | "io" | "le_secure"): int;
  config(options: Keywords<BleSettings>): void;
  /**
   * What is called on events, with the number of the event and its data.
   *
   * Addresses and data are views that are good only until the handler returns: copy them with `bytes`.
   */
  irq(handler: SoftIsr<(event: int, data: readonly any[]) => int | null | undefined | void> | null): void;
  /** Advertises every `interval_us` microseconds; null ends it. */
  gap_advertise(
    interval_us: int | null,
    adv_data?: ReadableBuffer | null,
    options?: Keywords<{ resp_data?: ReadableBuffer | null; connectable?: boolean }>,
  ): void;
  /** Looks for devices for so many milliseconds (0 for ever, null to end). */
  gap_scan(duration_ms: int | null, interval_us?: int, window_us?: int, active?: boolean): void;
  /** Connects to a device; null ends the attempt. */
  gap_connect(addr_type: int, addr: ReadableBuffer, scan_duration_ms?: int, min_conn_interval_us?: int, max_conn_interval_us?: int): void;
  gap_connect(stop: null): void;
  /** Ends a connection; false when there is none of this number. */
  gap_disconnect(conn_handle: int): boolean;
  /** Makes services known; gives the handles of their characteristics. */
  gatts_register_services<S extends readonly ServiceDefinition[]>(services: S): { [I in keyof S]: readonly int[] };
  /** The value of a characteristic of this side. */
  gatts_read(value_handle: int): bytes;
  /** Sets the value of a characteristic of this side; tells subscribers when `send_update` is true. */
  gatts_write(value_handle: int, data: ReadableBuffer | string, send_update?: boolean): void;
  /** Tells a connected device of a value. */
  gatts_notify(conn_handle: int, value_handle: int, data?: ReadableBuffer | string | null): void;
  /** Tells a connected device of a value and waits for its answer, which is an event. */
  gatts_indicate(conn_handle: int, value_handle: int, data?: ReadableBuffer | string | null): void;
  /** Sets the size of a value's buffer; `append` collects writes. */
  gatts_set_buffer(value_handle: int, len: int, append?: boolean): void;
  /** Asks a connected device for its services. */
  gattc_discover_services(conn_handle: int, uuid?: UUID | null): void;
  /** Asks a connected device for characteristics. */
  gattc_discover_characteristics(conn_handle: int, start_handle: int, end_handle: int, uuid?: UUID | null): void;
  /** Asks a connected device for descriptors. */
  gattc_discover_descriptors(conn_handle: int, start_handle: int, end_handle: int): void;
  /** Asks a connected device for a value. */
  gattc_read(conn_handle: int, value_handle: int): void;
  /** Writes a value of a connected device: mode 0 without an answer, 1 with one. */
  gattc_write(conn_handle: int, value_handle: int, data: ReadableBuffer | string, mode?: 0 | 1): void;
  /** Agrees on the size of packets. */
  gattc_exchange_mtu(conn_handle: int): void;
}
