/** The old name of `requests`. */
export * from "requests";
