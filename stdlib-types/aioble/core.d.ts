/** The ground of aioble: the radio, its events, the log. */
import type { BLE } from "bluetooth";

/** The radio. */
export const ble: BLE;
/** How much is logged: 0 nothing, 1 errors, 2 warnings, 3 everything. */
export let log_level: int;
/** Called by the radio with each event; not for programs. */
export function ble_irq(event: int, data: readonly unknown[]): unknown;
/** A setting of the radio, or sets some. */
export const config: BLE["config"];
/** Turns the radio on unless it is on. */
export function ensure_active(): void;
/** Turns the radio off. */
export function stop(): void;
/** Logs an error. */
export function log_error(...args: unknown[]): void;
/** Logs what happens. */
export function log_info(...args: unknown[]): void;
/** Logs a warning. */
export function log_warn(...args: unknown[]): void;
/** Adds a handler of events; not for programs. */
export function register_irq_handler(irq: (event: int, data: readonly any[]) => unknown, shutdown: (() => void) | null): void;
/** The other side answered with an error. */
export class GattError extends Exception {
  constructor(status: int);
  private readonly __GattError: never;
}
