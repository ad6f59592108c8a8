/** Waits for streams. Tasks do that through `asyncio`. */
/** There is something to read. */
export const POLLIN: 1;
/** There is room to write. */
export const POLLOUT: 4;
/** Something is wrong; always reported. */
export const POLLERR: 8;
/** The other side is gone; always reported. */
export const POLLHUP: 16;
/** A list of streams to wait for. */
export interface Poll {
  /** Adds a stream, to be read and written unless `eventmask` says otherwise. */
  register(stream: unknown, eventmask?: int): void;
  /** Takes a stream away. KeyError when it is not there. */
  unregister(stream: unknown): void;
  /** Changes what is waited for. OSError ENOENT when the stream is not there. */
  modify(stream: unknown, eventmask: int): void;
  /** Waits until something happens, `timeout` milliseconds at most (-1 for ever). */
  poll(timeout?: int): (readonly [stream: any, event: int])[];
  /** As `poll`, one by one and without taking memory. With flag 1 a stream is reported once. */
  ipoll(timeout?: int, flags?: 0 | 1): Iterable<readonly [stream: any, event: int]>;
}
/** Makes an empty list. */
export function poll(): Poll;
/** Waits for streams to be read, to be written, or in trouble; `timeout` in seconds. */
export function select<R, W, X>(read: readonly R[], write: readonly W[], error: readonly X[], timeout?: number): readonly [R[], W[], X[]];
