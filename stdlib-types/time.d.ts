/** The clock, waiting, and counters for short times. */

/** A counter's value; only `ticks_diff` and `ticks_add` may compute with it, for it wraps. */
export type Ticks = int;
/** Year, month 1-12, day 1-31, hour, minute, second, weekday (0 is Monday), day of the year 1-366. */
export type TimeTuple = readonly [
  year: int,
  month: int,
  mday: int,
  hour: int,
  minute: int,
  second: int,
  weekday: int,
  yearday: int,
];

/** Waits so many seconds and blocks this core. In a task use `asyncio.sleep`. */
export function sleep(seconds: number): void;
/** Waits so many milliseconds and blocks this core. In a task use `asyncio.sleep_ms`. */
export function sleep_ms(ms: int): void;
/** Waits so many microseconds and blocks this core. */
export function sleep_us(us: int): void;

/** Milliseconds of a counter that wraps. Compare two with `ticks_diff`. */
export function ticks_ms(): Ticks;
/** Microseconds of a counter that wraps (about every 18 minutes). */
export function ticks_us(): Ticks;
/** The finest counter of the port: microseconds on an RP2. */
export function ticks_cpu(): Ticks;
/** A counter's value `delta` later (or earlier, when negative). */
export function ticks_add(ticks: Ticks, delta: int): Ticks;
/**
 * From `start` to `end`, with regard to the wrap; negative when `end` came first.
 *
 * @example
 * const start = ticks_us();
 * work();
 * print(ticks_diff(ticks_us(), start), "us");
 */
export function ticks_diff(end: Ticks, start: Ticks): int;

/** Seconds since 1970-01-01 by the board's clock, which starts at 2021 unless it is set. */
export function time(): int;
/** Nanoseconds since 1970-01-01. Takes memory: never in an interrupt. */
export function time_ns(): int;
/** Date and time of so many seconds since 1970, or of now. */
export function gmtime(seconds?: int | null): TimeTuple;
/** As `gmtime`; a board knows no time zone. */
export function localtime(seconds?: int | null): TimeTuple;
/** Seconds since 1970 of a date and time: 8 or 9 numbers, of which the last three are not looked at. */
export function mktime<const T extends readonly int[]>(
  time: number extends T["length"] ? T : T["length"] extends 8 | 9 ? T : TimeTuple,
): int;
