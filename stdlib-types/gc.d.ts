/** The garbage collector. */

/** Frees what nobody uses any more; gives the number of freed objects where the port counts them. */
export function collect(): int;
/** Turns automatic collection off; MemoryError when memory is full. */
export function disable(): void;
/** Turns automatic collection on. */
export function enable(): void;
/** True when automatic collection is on. */
export function isenabled(): boolean;
/** Bytes of heap in use. */
export function mem_alloc(): int;
/** Bytes of heap that are free. */
export function mem_free(): int;
/** After how many allocated bytes a collection runs, or sets it; -1 means only when memory is full. */
export function threshold(): int;
export function threshold(bytes: int): void;
