/** The old name of `socket`. */
export * from "socket";
