/** A list as a heap: the smallest item comes first. Items are numbers, text, or tuples of them. */

/** Brings a list into the order of a heap. */
export function heapify(list: unknown[]): void;
/** Removes the smallest item and gives it; IndexError when there is none. */
export function heappop<T>(heap: T[]): T;
/** Adds an item. */
export function heappush<T>(heap: T[], item: T): void;
