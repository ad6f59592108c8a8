import { type Random, randomOf } from "./random.ts";

/** A regular expression and the texts it is tried on. */
export interface PatternCase {
  readonly source: string;
  readonly flags: string;
}

const atoms = [
  "a",
  "b",
  "c",
  "ab",
  "A",
  ".",
  "\\d",
  "\\w",
  "\\s",
  "\\W",
  "\\D",
  "\\S",
  "[abc]",
  "[^a]",
  "[a-c1-3]",
  "[^\\s\\d]",
  "[\\w-]",
  "1",
  " ",
  "é",
  "\\u00e9",
  "\\x61",
  "\\n",
  "\\.",
  "-",
  "[^]",
  "\\$",
];
const edges = ["^", "$", "\\b", "\\B"];
const quantifiers = [
  "*",
  "+",
  "?",
  "*?",
  "+?",
  "??",
  "{2}",
  "{1,2}",
  "{0,2}?",
  "{2,}",
  "{1,}?",
  "{0}",
];
const flagSets = ["", "", "", "g", "i", "gi", "m", "gm", "s", "y", "u", "iu", "gy", "is"];

/** Patterns of all forms, made from a seed; the same seed gives the same ones. */
export function patterns(seed: number, count: number): readonly PatternCase[] {
  const random = randomOf(seed);
  const found: PatternCase[] = [];
  while (found.length < count) {
    const source = new PatternMaker(random).make(3);
    const flags = flagSets[random.below(flagSets.length)]!;
    if (isValid(source, flags)) found.push({ source, flags });
  }
  return found;
}

function isValid(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return source !== "";
  } catch {
    return false;
  }
}

class PatternMaker {
  readonly #random: Random;
  #groups = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  make(depth: number): string {
    const count = this.#random.below(8) === 0 ? 2 : 1;
    return Array.from({ length: count }, () => this.#sequence(depth)).join("|");
  }

  #sequence(depth: number): string {
    let text = "";
    const count = 1 + this.#random.below(3);
    for (let i = 0; i < count; i++) text += this.#term(depth);
    return text;
  }

  #term(depth: number): string {
    const below = (limit: number) => this.#random.below(limit);
    const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
    const kind = below(depth > 0 ? 12 : 7);
    if (kind === 6) return pick(edges);
    if (kind < 6) return pick(atoms) + (below(3) === 0 ? pick(quantifiers) : "");
    if (kind === 7 && this.#groups > 0) return `(?:\\${1 + below(this.#groups)})`;
    const look = kind === 8 ? pick(["?=", "?!", "?<=", "?<!"]) : undefined;
    if (look) return `(${look}${this.make(depth - 1)})`;
    const isGroup = below(3) > 0;
    if (isGroup) this.#groups++;
    const body = this.#body(depth);
    return `(${isGroup ? "" : "?:"}${body})${below(2) === 0 ? pick(quantifiers) : ""}`;
  }

  #body(depth: number): string {
    const body = this.make(depth - 1);
    return this.#random.below(3) === 0 ? `${body}|${["", "b", "c*"][this.#random.below(3)]}` : body;
  }
}

export const subjects = [
  "",
  "a",
  "ab",
  "abc",
  "aab",
  "aaa",
  "ABC",
  "a1b2",
  "12 34",
  "ab\nab",
  "a-b",
  "éa",
  "bcbc",
  "aXbé",
  "  a",
  "a.b$",
  "cabbage",
];
