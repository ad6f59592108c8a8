/** Devices and connections to them. */
import type { ClientService } from "./client";
import type { L2CAPChannel } from "./l2cap";
import type { UUID } from "bluetooth";

/** `micropython.const`. */
export { const } from "micropython";
export { ble, log_error, register_irq_handler } from "./core";

/** The connection ended. */
export class DeviceDisconnectedError extends Exception {
  private readonly __DeviceDisconnectedError: never;
}

/** A device by its address. */
export class Device {
  /** @param addr 6 bytes, or text "aa:bb:cc:dd:ee:ff". */
  constructor(addr_type: int, addr: ReadableBuffer | string);
  /** `ADDR_PUBLIC` or `ADDR_RANDOM`. */
  readonly addr_type: int;
  /** The address, 6 bytes. */
  readonly addr: bytes;
  /** The address as text. */
  addr_hex(): string;
  /**
   * Connects to the device.
   *
   * @throws asyncio.TimeoutError after `timeout_ms` milliseconds (default 10 000).
   */
  connect(
    options?: Keywords<{
      timeout_ms?: int | null;
      scan_duration_ms?: int | null;
      min_conn_interval_us?: int | null;
      max_conn_interval_us?: int | null;
    }>,
  ): Promise<DeviceConnection>;
  connect(timeout_ms: int | null): Promise<DeviceConnection>;
}

/** A connection. `await using` ends it at the end of the block. */
export class DeviceConnection implements AsyncDisposable {
  constructor(device: Device);
  /** The other side. */
  readonly device: Device;
  /** Whether the connection is encrypted, authenticated, and kept. */
  readonly encrypted: boolean;
  readonly authenticated: boolean;
  readonly bonded: boolean;
  /** The size of packets that was agreed on. */
  readonly mtu: int | null;
  /** Ends the connection. */
  disconnect(timeout_ms?: int): Promise<void>;
  /** Waits until the connection has ended. */
  disconnected(options?: Keywords<{ timeout_ms?: int | null; disconnect?: boolean }>): Promise<void>;
  disconnected(timeout_ms: int | null, disconnect?: boolean): Promise<void>;
  /** True while it stands. */
  is_connected(): boolean;
  /** The service of this UUID, or null. Client side. */
  service(uuid: UUID, timeout_ms?: int): Promise<ClientService | null>;
  /** Looks for services: `for await (const service of connection.services())`. */
  services(uuid?: UUID | null, timeout_ms?: int): AsyncIterable<ClientService>;
  /** Encrypts the connection. */
  pair(options?: Keywords<{ bond?: boolean; le_secure?: boolean; mitm?: boolean; io?: int; timeout_ms?: int }>): Promise<void>;
  /** Agrees on the size of packets and gives it. */
  exchange_mtu(mtu?: int | null, timeout_ms?: int): Promise<int>;
  /** Waits for the other side to open a channel. */
  l2cap_accept(psm: int, mtu: int, timeout_ms?: int | null): Promise<L2CAPChannel>;
  /** Opens a channel. */
  l2cap_connect(psm: int, mtu: int, timeout_ms?: int): Promise<L2CAPChannel>;
  /** A block that DeviceDisconnectedError and asyncio.TimeoutError end: `using _ = connection.timeout(1000);`. */
  timeout(timeout_ms: int | null): DeviceTimeout;
  /** Runs while the connection stands; not for programs. */
  device_task(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What `DeviceConnection.timeout` gives. */
export class DeviceTimeout implements Disposable {
  constructor(connection: DeviceConnection | null, timeout_ms: int | null);
  [Symbol.dispose](): void;
}
