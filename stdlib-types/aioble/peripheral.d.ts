/** Being found by others. */
import type { DeviceConnection } from "./device";
import type { UUID } from "bluetooth";

/** `micropython.const`. */
export { const } from "micropython";
export { ble, ensure_active, log_error, log_info, log_warn, register_irq_handler } from "./core";
export { Device, DeviceConnection, DeviceTimeout } from "./device";

/** What is advertised. */
export interface AdvertiseOptions {
  /** What is advertised, made by the program itself. */
  adv_data?: ReadableBuffer | null;
  /** What active scans are answered, made by the program itself. */
  resp_data?: ReadableBuffer | null;
  /** Whether connections are taken. */
  connectable?: boolean;
  limited_disc?: boolean;
  br_edr?: boolean;
  /** The name of the device. */
  name?: string | null;
  /** The services it offers. */
  services?: readonly UUID[] | null;
  /** A number that says what it is. */
  appearance?: int;
  /** The maker's number and data. */
  manufacturer?: readonly [company: int, data: ReadableBuffer] | null;
  /** Milliseconds to wait for a connection; null for ever. */
  timeout_ms?: int | null;
}
/**
 * Advertises until somebody connects.
 *
 * @throws asyncio.TimeoutError after `timeout_ms`; ValueError when the data does not fit.
 * @example
 * const connection = await advertise(250_000, { name: "sensor", services: [environment] });
 */
export function advertise(interval_us: int, options?: Keywords<AdvertiseOptions>): Promise<DeviceConnection>;
