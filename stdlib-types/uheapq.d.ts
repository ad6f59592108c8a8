/** The old name of `heapq`. */
export * from "heapq";
