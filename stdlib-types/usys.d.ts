/** The old name of `sys`. */
export * from "sys";
