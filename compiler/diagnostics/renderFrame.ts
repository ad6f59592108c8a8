import type { Place } from "./place.ts";
import { type Cell, cellsOf } from "./renderCells.ts";
import type { Style } from "./renderStyle.ts";

/**
 * The source line of a place with carets under it:
 *
 *     12 | const pin = new Pni(25);
 *        |                 ^^^
 *
 * A place of several lines is marked to the end of the first; of a line wider than `width`, the
 * part around the carets is shown. Undefined if the text has no such line.
 */
export function renderFrame(
  text: string,
  place: Place,
  options: {
    readonly style: Style;
    readonly mark: (text: string) => string;
    readonly width: number;
  },
): string | undefined {
  const line = text.split(/\r\n|[\n\r\u2028\u2029]/, place.line)[place.line - 1];
  if (line === undefined) return undefined;
  const { style, mark } = options;
  const number = String(place.line);
  const room = Math.max(20, options.width - number.length - 4);
  const { shown, before, marked } = layOut(line.trimEnd(), place, room);
  const gutter = (label: string) => style.dim(`${label.padStart(number.length + 1)} |`);
  return [
    `${gutter(number)} ${shown}`,
    `${gutter("")} ${" ".repeat(before)}${mark("^".repeat(Math.max(1, marked)))}`,
  ].join("\n");
}

interface LaidOut {
  readonly shown: string;
  /** Columns before the carets, and under them. */
  readonly before: number;
  readonly marked: number;
}

function layOut(line: string, place: Place, room: number): LaidOut {
  const from = place.column - 1;
  const to = from + Math.max(1, place.length);
  const cells = cellsOf(line);
  const { head, body, tail } = windowOf(cells, from, room);
  const before = widthOf(body.filter((cell) => cell.end <= from));
  const marked = widthOf(body.filter((cell) => cell.end > from && cell.start < to));
  return {
    shown: head + body.map((cell) => cell.shown).join("") + tail,
    before: head.length + before,
    marked,
  };
}

/** The cells that fit into `room`, those around the UTF-16 unit `at` first; ellipses where some are left out. */
function windowOf(
  cells: readonly Cell[],
  at: number,
  room: number,
): { head: string; body: readonly Cell[]; tail: string } {
  if (widthOf(cells) <= room) return { head: "", body: cells, tail: "" };
  const context = Math.floor(room / 3);
  let first = cells.findIndex((cell) => cell.end > at);
  if (first === -1) first = cells.length;
  let left = 0;
  while (first > 0 && left + cells[first - 1]!.width <= context) left += cells[--first]!.width;
  const head = first > 0 ? "…" : "";
  let last = first;
  let used = head.length;
  while (last < cells.length && used + cells[last]!.width < room) used += cells[last++]!.width;
  return { head, body: cells.slice(first, last), tail: last < cells.length ? "…" : "" };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
