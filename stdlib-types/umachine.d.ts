/** The old name of `machine`. */
export * from "machine";
