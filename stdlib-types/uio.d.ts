/** The old name of `io`. */
export * from "io";
