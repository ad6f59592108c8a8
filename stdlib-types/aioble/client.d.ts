/** Services of the other side. */
import type { DeviceConnection } from "./device";
import type { UUID } from "bluetooth";

/** `micropython.const`. */
export { const } from "micropython";
/** `collections.deque`. */
export { deque } from "collections";
export { ble, GattError, register_irq_handler } from "./core";
export { DeviceConnection } from "./device";

/** Looks for services, characteristics or descriptors; not for programs. */
export class ClientDiscover<T = unknown> implements AsyncIterable<T, undefined, unknown> {
  constructor(connection: DeviceConnection, disc_type: unknown, parent: unknown, timeout_ms: int, ...args: unknown[]);
  [Symbol.asyncIterator](): AsyncIterator<T, undefined, unknown>;
}
/** A service of the other side. */
export class ClientService {
  constructor(connection: DeviceConnection, start_handle: int, end_handle: int, uuid: UUID);
  readonly connection: DeviceConnection;
  readonly uuid: UUID;
  /** The characteristic of this UUID, or null. */
  characteristic(uuid: UUID, timeout_ms?: int): Promise<ClientCharacteristic | null>;
  /** Looks for characteristics. */
  characteristics(uuid?: UUID | null, timeout_ms?: int): AsyncIterable<ClientCharacteristic>;
}
/** What characteristics and descriptors have in common. */
export class BaseClientCharacteristic {
  constructor(value_handle: int, properties: int, uuid: UUID);
  readonly uuid: UUID;
  /** The flags of what it can do. */
  readonly properties: int;
  /** Reads the value. GattError; asyncio.TimeoutError. */
  read(timeout_ms?: int): Promise<bytes>;
  /** Writes the value; waits for the answer when `response` is true. */
  write(data: ReadableBuffer | string, response?: boolean | null, timeout_ms?: int): Promise<void>;
}
/** A characteristic of the other side. */
export class ClientCharacteristic extends BaseClientCharacteristic {
  constructor(service: ClientService, end_handle: int, value_handle: int, properties: int, uuid: UUID);
  readonly service: ClientService;
  /** The descriptor of this UUID, or null. */
  descriptor(uuid: UUID, timeout_ms?: int): Promise<ClientDescriptor | null>;
  /** Looks for descriptors. */
  descriptors(timeout_ms?: int): AsyncIterable<ClientDescriptor>;
  /** Asks to be told of changes. */
  subscribe(notify?: boolean, indicate?: boolean): Promise<void>;
  subscribe(options: Keywords<{ notify?: boolean; indicate?: boolean }>): Promise<void>;
  /** Waits for a notification and gives the value. */
  notified(timeout_ms?: int | null): Promise<bytes>;
  /** Waits for an indication and gives the value. */
  indicated(timeout_ms?: int | null): Promise<bytes>;
}
/** A descriptor of the other side. */
export class ClientDescriptor extends BaseClientCharacteristic {
  constructor(characteristic: ClientCharacteristic, dsc_handle: int, uuid: UUID);
  readonly characteristic: ClientCharacteristic;
}
