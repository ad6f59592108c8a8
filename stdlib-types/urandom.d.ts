/** The old name of `random`. */
export * from "random";
