/** The old name of `array`. */
export * from "array";
