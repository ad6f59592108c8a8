/** The old name of `json`. */
export * from "json";
