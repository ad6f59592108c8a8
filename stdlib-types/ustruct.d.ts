/** The old name of `struct`. */
export * from "struct";
