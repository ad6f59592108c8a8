/** The old name of `binascii`. */
export * from "binascii";
