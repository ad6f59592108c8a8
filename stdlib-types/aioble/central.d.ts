/** Looking for devices and connecting to them. */
import type { Device } from "./device";
import type { UUID } from "bluetooth";

/** `micropython.const`. */
export { const } from "micropython";
export { ble, ensure_active, log_error, log_info, log_warn, register_irq_handler } from "./core";
export { Device, DeviceConnection, DeviceTimeout } from "./device";

/** A device that was seen. */
export class ScanResult {
  constructor(device: Device);
  /** The device, to connect to. */
  readonly device: Device;
  /** The strength of the signal in dBm. */
  readonly rssi: int;
  /** Whether it takes connections. */
  readonly connectable: boolean;
  /** What it advertises, as it came. */
  readonly adv_data: bytes | null;
  /** What it answered to an active scan. */
  readonly resp_data: bytes | null;
  /** Its name, or null. */
  name(): string | null;
  /** The services it offers. */
  services(): Iterable<UUID>;
  /** Data of makers, by number: of one maker only when `filter` is given. */
  manufacturer(filter?: int | null): Iterable<readonly [company: int, data: bytes]>;
}
/**
 * Looks for devices.
 *
 * @example
 * await using scanner = new scan(5000, { active: true });
 * for await (const result of scanner) print(result.name());
 */
export class scan implements AsyncDisposable, AsyncIterable<ScanResult, undefined, unknown> {
  /**
   * @param duration_ms Milliseconds; 0 for ever.
   * @param options Interval and window in microseconds; `active` asks devices for more.
   */
  constructor(duration_ms: int, options?: Keywords<{ interval_us?: int | null; window_us?: int | null; active?: boolean }>);
  constructor(duration_ms: int, interval_us: int | null, window_us?: int | null, active?: boolean);
  /** Ends it. */
  cancel(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
  [Symbol.asyncIterator](): AsyncIterator<ScanResult, undefined, unknown>;
}
