/** The old name of `bluetooth`. */
export * from "bluetooth";
