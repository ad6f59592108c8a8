/** One user-perceived character of a source line, as a terminal shows it. */
export interface Cell {
  readonly shown: string;
  /** Columns of the terminal: 0, 1 or 2; more for a tab. */
  readonly width: number;
  /** Where it starts in the line, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const tabWidth = 4;

/** What stands for a character that would move the cursor or reorder the line (a terminal must never obey a source file). */
const standIn = "\uFFFD";
const harmful = /^[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Lays out a line: tabs as spaces up to the next stop, harmful characters replaced. */
export function cellsOf(line: string): Cell[] {
  let column = 0;
  return Array.from(graphemesOf(line), ({ text, start }) => {
    const width = text === "\t" ? tabWidth - (column % tabWidth) : widthOf(text);
    const shown = text === "\t" ? " ".repeat(width) : harmful.test(text) ? standIn : text;
    column += width;
    return { shown, width, start, end: start + text.length };
  });
}

/** Text of a message: on a terminal only its line breaks and tabs may act. */
export function harmless(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, standIn);
}

export function displayWidth(text: string): number {
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

let segmenter: Intl.Segmenter | undefined;

function* graphemesOf(line: string): Generator<{ text: string; start: number }> {
  if (/^[\t\x20-\x7E]*$/.test(line)) {
    for (let start = 0; start < line.length; start++) yield { text: line[start]!, start };
    return;
  }
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment, index } of segmenter.segment(line)) yield { text: segment, start: index };
}

function widthOf(grapheme: string): number {
  if (/^\p{M}+$|^[\u200B-\u200D\uFEFF]$/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\uFE0F|\p{Regional_Indicator}/u.test(grapheme)) return 2;
  const code = grapheme.codePointAt(0)!;
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** East Asian wide and full-width characters, Unicode 16 (EastAsianWidth.txt, W and F), emoji apart. */
const wide: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18aff],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];
