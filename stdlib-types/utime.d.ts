/** The old name of `time`. */
export * from "time";
