/** The old name of `os`. */
export * from "os";
