/** Encryption and keys. */
import type { DeviceConnection } from "./device";

/** `micropython.const`. */
export { const, schedule } from "micropython";
export { ble, log_info, log_warn, register_irq_handler } from "./core";
export { DeviceConnection } from "./device";

/** Reads the keys from a file, and keeps them there from now on. */
export function load_secrets(path?: string | null): void;
/** `DeviceConnection.pair`. */
export function pair(
  connection: DeviceConnection,
  options?: Keywords<{ bond?: boolean; le_secure?: boolean; mitm?: boolean; io?: int; timeout_ms?: int }>,
): Promise<void>;
