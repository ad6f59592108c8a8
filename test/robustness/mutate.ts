import { ts } from "ts-morph";

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The text with one to three of its tokens deleted, doubled, swapped, or replaced by another of them. */
export function mutate(text: string, random: () => number): string {
  const tokens = tokensOf(text);
  const pick = () => Math.floor(random() * tokens.length);
  for (let count = 1 + Math.floor(random() * 3); count > 0 && tokens.length > 0; count--) {
    const at = pick();
    const other = pick();
    switch (Math.floor(random() * 4)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, tokens[at]!);
        break;
      case 2:
        [tokens[at], tokens[other]] = [tokens[other]!, tokens[at]!];
        break;
      default:
        tokens[at] = tokens[other]!;
    }
  }
  return tokens.join("");
}

/** The tokens with the white space before them. */
function tokensOf(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, undefined, text);
  const tokens: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) {
    tokens.push(text.slice(scanner.getTokenFullStart(), scanner.getTokenEnd()));
  }
  return tokens;
}
