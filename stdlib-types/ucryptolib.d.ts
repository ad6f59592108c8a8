/** The old name of `cryptolib`. */
export * from "cryptolib";
