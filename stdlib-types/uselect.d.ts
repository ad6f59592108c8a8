/** The old name of `select`. */
export * from "select";
