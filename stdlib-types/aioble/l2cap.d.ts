/** Channels for larger data. */
import type { DeviceConnection } from "./device";

/** `micropython.const`. */
export { const } from "micropython";
export { ble, log_error, register_irq_handler } from "./core";
export { DeviceConnection } from "./device";

/** The channel ended. */
export class L2CAPDisconnectedError extends Exception {
  private readonly __L2CAPDisconnectedError: never;
}
/** The channel could not be opened. */
export class L2CAPConnectionError extends Exception {
  private readonly __L2CAPConnectionError: never;
}
/** A channel. `await using` ends it at the end of the block. */
export class L2CAPChannel implements AsyncDisposable {
  constructor(connection: DeviceConnection);
  /** The largest packet of this side. */
  readonly our_mtu: int;
  /** The largest packet of the other side. */
  readonly peer_mtu: int;
  /** True when data is there. */
  available(): boolean;
  /** Fills a buffer as far as it goes; waits for data. */
  recvinto(buffer: WritableBuffer, timeout_ms?: int | null): Promise<int>;
  /** Sends data; waits for room. */
  send(data: ReadableBuffer, timeout_ms?: int | null, chunk_size?: int | null): Promise<void>;
  /** Waits until everything is sent. */
  flush(timeout_ms?: int | null): Promise<void>;
  /** Ends the channel. */
  disconnect(timeout_ms?: int): Promise<void>;
  /** Waits until the channel has ended. */
  disconnected(timeout_ms?: int): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
/** `DeviceConnection.l2cap_accept`. */
export function accept(connection: DeviceConnection, psm: int, mtu: int, timeout_ms: int | null): Promise<L2CAPChannel>;
/** `DeviceConnection.l2cap_connect`. */
export function connect(connection: DeviceConnection, psm: int, mtu: int, timeout_ms: int | null): Promise<L2CAPChannel>;
