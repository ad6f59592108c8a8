/** Regular expressions of Python. TypeScript's own `/.../` are checked and lowered to it. */

/** A place where a pattern matched. */
export interface Match {
  /** The whole match (0) or a group; null for a group without part. */
  group(index: 0): string;
  group(index: int): string | null;
  /** All groups. */
  groups(): readonly (string | null)[];
  /** Where a group begins. */
  start(index?: int): int;
  /** Where a group ends. */
  end(index?: int): int;
  /** Where a group begins and ends. */
  span(index?: int): readonly [int, int];
}
/** A compiled pattern. */
export interface Pattern {
  /** The match at the start of the text, or null. */
  match(text: string): Match | null;
  /** The first match, or null. */
  search(text: string): Match | null;
  /** The text with matches replaced, `count` at most; `\\1` is a group. */
  sub(replacement: string | ((match: Match) => string), text: string, count?: int): string;
  /** The parts between matches. */
  split(text: string, max_split?: int): string[];
}
/** Compiles a pattern; ValueError when it is wrong. No {n}, \b, look-ahead, named groups, back-references. */
export function compile(pattern: string, flags?: int): Pattern;
/** The match at the start of the text, or null. */
export function match(pattern: string, text: string): Match | null;
/** The first match, or null. */
export function search(pattern: string, text: string): Match | null;
/** The text with matches replaced, `count` at most. */
export function sub(pattern: string, replacement: string | ((match: Match) => string), text: string, count?: int): string;
