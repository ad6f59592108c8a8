/** Random numbers, not fit for secrets: those come from `os.urandom`. */
/** One of the elements; IndexError when there is none. */
export function choice<T>(sequence: readonly T[] | { readonly [index: number]: T; readonly length: int }): T;
export function choice(text: string): string;
/**
 * `n` random bits, 32 at most.
 *
 * @range n 0 32
 */
export function getrandbits(n: int): u32;
/** An integer from `a` to `b`, both included. */
export function randint(a: int, b: int): int;
/** A number from 0 up to, not including, 1. */
export function random(): float;
/** An integer from `start` (default 0) up to, not including, `stop`, by `step`. */
export function randrange(stop: int): int;
export function randrange(start: int, stop: int, step?: int): int;
/** Starts the numbers over; without a value from a random place. */
export function seed(n?: int | null): void;
/** A number from `a` to `b`. */
export function uniform(a: number, b: number): float;
