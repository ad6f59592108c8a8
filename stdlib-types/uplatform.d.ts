/** The old name of `platform`. */
export * from "platform";
