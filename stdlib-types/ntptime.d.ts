/** The time of day from the network. */
import type { TimeTuple } from "time";
/** The server that is asked (default "pool.ntp.org"). */
export let host: string;
/** Seconds to wait for it (default 1). */
export let timeout: number;
/** Sets the board's clock to the time of day, UTC. OSError ETIMEDOUT when the server does not answer. */
export function settime(): void;
/** Seconds since 1970 (the board's epoch), as the server has it. */
export function time(): int;
/** `time.gmtime`. */
export function gmtime(seconds?: int | null): TimeTuple;
