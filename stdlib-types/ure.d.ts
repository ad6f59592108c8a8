/** The old name of `re`. */
export * from "re";
