/** The board profile when none is chosen. `boards/NAME.json` puts another file in its place. */
export type * from "./boards/pico_w";
