/** The old name of `hashlib`. */
export * from "hashlib";
