/** Paints text with terminal escapes, or leaves it plain. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  cyan(text: string): string;
  green(text: string): string;
}

export const plain: Style = {
  bold: String,
  dim: String,
  red: String,
  yellow: String,
  blue: String,
  cyan: String,
  green: String,
};

/** Select Graphic Rendition (ECMA-48 8.3.117): `on` before the text, `off` after it. */
const paint = (on: number, off: number) => (text: string) =>
  text === "" ? "" : `\u001B[${on}m${text}\u001B[${off}m`;

export const coloured: Style = {
  bold: paint(1, 22),
  dim: paint(2, 22),
  red: paint(91, 39),
  yellow: paint(93, 39),
  blue: paint(94, 39),
  cyan: paint(96, 39),
  green: paint(92, 39),
};

export function styleFor(colour: boolean): Style {
  return colour ? coloured : plain;
}
