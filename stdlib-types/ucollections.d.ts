/** The old name of `collections`. */
export * from "collections";
