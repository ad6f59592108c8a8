/** The old name of `ssl`. */
export * from "ssl";
