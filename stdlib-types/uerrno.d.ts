/** The old name of `errno`. */
export * from "errno";
