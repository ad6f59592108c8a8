/** Characters from the first to the second. */
export type CodeRange = readonly [first: number, last: number];

/** What matches one character: the characters in ranges, or all others. */
export interface CharacterSet {
  readonly ranges: readonly CodeRange[];
  readonly negated: boolean;
}

const lastOfPlane = 0xffff;
const lastOfAll = 0x10ffff;
const firstSurrogate = 0xd800;
const lastSurrogate = 0xdfff;

const known = new Map<string, CharacterSet>();

/**
 * The characters that `.`, `\d`, `[a-z]` or one character matches under some flags. JavaScript itself
 * is asked, with a text of all characters: case folding and Unicode properties are as it has them.
 * Text on a board is made of characters, not of halves of them: what takes both halves takes the whole.
 */
export function characterSet(source: string, flags: string): CharacterSet {
  const own = flags.replace(/[^iusv]/g, "");
  const key = `${own}/${source}`;
  const found = known.get(key) ?? computeSet(source, own);
  known.set(key, found);
  return found;
}

function computeSet(source: string, flags: string): CharacterSet {
  const isUnicode = /[uv]/.test(flags);
  const text = isUnicode ? allCharacters() : plane();
  const ranges: CodeRange[] = [];
  for (const run of text.matchAll(new RegExp(`(?:${source})+`, `${flags}g`))) {
    const first = run[0].codePointAt(0)!;
    const last = lastCodePoint(run[0]);
    // A run over the gap of the surrogates is one range: no text has them.
    const before = ranges.at(-1);
    if (before && before[1] + 1 === first) ranges[ranges.length - 1] = [before[0], last];
    else ranges.push([first, last]);
  }
  if (!isUnicode && new RegExp(`^(?:${source}){2}$`, flags).test("\u{1f600}")) {
    const before = ranges.at(-1);
    if (before?.[1] === lastOfPlane) ranges[ranges.length - 1] = [before[0], lastOfAll];
    else ranges.push([lastOfPlane + 1, lastOfAll]);
  }
  return ranges.at(-1)?.[1] === lastOfAll
    ? { ranges: complement(ranges), negated: true }
    : { ranges, negated: false };
}

function complement(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const others: CodeRange[] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    if (first > next && !isSurrogates(next, first - 1)) others.push([next, first - 1]);
    next = last + 1;
  }
  return others;
}

function isSurrogates(first: number, last: number): boolean {
  return first >= firstSurrogate && last <= lastSurrogate;
}

function lastCodePoint(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xdc00 && last <= lastSurrogate ? text.codePointAt(text.length - 2)! : last;
}

let planeText: string | undefined;

function plane(): string {
  planeText ??= textOf(0, lastOfPlane);
  return planeText;
}

let allText: string | undefined;

function allCharacters(): string {
  allText ??= plane() + textOf(lastOfPlane + 1, lastOfAll);
  return allText;
}

function textOf(first: number, last: number): string {
  const pieces: string[] = [];
  for (let code = first; code <= last; code++) {
    if (code < firstSurrogate || code > lastSurrogate) pieces.push(String.fromCodePoint(code));
  }
  return pieces.join("");
}
