import type { Pattern, RegExpFact, RepeatPattern } from "./pattern.ts";

/** Why a pattern that JavaScript takes is not one for a board. */
export class PatternProblem extends Error {}

/** A pattern that JavaScript does not take is a SyntaxError, with its message. */
export function parseRegExp(source: string, flags: string): RegExpFact {
  new RegExp(source, flags);
  return new Parser(source, flags).parse();
}

const controls: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  f: "\f",
};

/** Reads a pattern that JavaScript has taken: what is left are the forms, not the errors. */
class Parser {
  readonly #source: string;
  readonly #flags: string;
  readonly #isUnicode: boolean;
  readonly #names: (readonly [string, number])[];
  readonly #total: number;
  #at = 0;
  #groups = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
    this.#isUnicode = /[uv]/.test(flags);
    const heads = groupHeads(source);
    this.#total = heads.length;
    this.#names = heads.flatMap((name, i) => (name === undefined ? [] : [[name, i + 1] as const]));
  }

  parse(): RegExpFact {
    const names = this.#names.map(([name]) => name);
    if (new Set(names).size < names.length) {
      throw new PatternProblem("two groups have one name");
    }
    const pattern = this.#alternatives();
    return {
      source: this.#source,
      flags: this.#flags,
      pattern,
      groupCount: this.#groups,
      names: this.#names,
    };
  }

  #alternatives(): Pattern {
    const items = [this.#sequence()];
    while (this.#take("|")) items.push(this.#sequence());
    return items.length === 1 ? items[0]! : { kind: "alternatives", items };
  }

  #sequence(): Pattern {
    const items: Pattern[] = [];
    while (this.#at < this.#source.length && !this.#sees("|") && !this.#sees(")")) {
      const before = this.#groups;
      const term = this.#repeated(this.#term(), before);
      const last = items.at(-1);
      if (term.kind === "text" && last?.kind === "text") {
        items[items.length - 1] = { kind: "text", text: last.text + term.text };
      } else items.push(term);
    }
    return items.length === 1 ? items[0]! : { kind: "sequence", items };
  }

  #repeated(body: Pattern, before: number): Pattern {
    const range = this.#quantifier();
    if (!range) return body;
    const greedy = !this.#take("?");
    if (!this.#isUnicode && body.kind === "text" && /^[\ud800-\udfff]{2}$/.test(body.text)) {
      throw new PatternProblem(
        "a character beyond U+FFFF is repeated, which only means that character under the flag u",
      );
    }
    const groups: RepeatPattern["groups"] = [before + 1, this.#groups + 1];
    return { kind: "repeat", body, min: range[0], max: range[1], greedy, groups };
  }

  #quantifier(): readonly [number, number] | undefined {
    if (this.#take("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.#take("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.#take("?")) return [0, 1];
    const match = /^\{(\d+)(,(\d*))?\}/.exec(this.#rest());
    if (!match) return undefined;
    this.#at += match[0].length;
    const min = Number(match[1]);
    if (match[2] === undefined) return [min, min];
    return [min, match[3] ? Number(match[3]) : Number.POSITIVE_INFINITY];
  }

  #term(): Pattern {
    if (this.#take("^")) return { kind: "start" };
    if (this.#take("$")) return { kind: "end" };
    if (this.#take("(")) return this.#group();
    if (this.#take(".")) return { kind: "set", source: "." };
    if (this.#sees("[")) return { kind: "set", source: this.#classSource() };
    if (this.#sees("\\")) return this.#escape();
    return this.#character();
  }

  #character(): Pattern {
    const code = this.#source.codePointAt(this.#at)!;
    const text = String.fromCodePoint(code);
    this.#at += text.length;
    return { kind: "text", text };
  }

  #group(): Pattern {
    const before = this.#groups;
    const look = /^\?(<?)([=!])/.exec(this.#rest());
    if (look) {
      this.#at += look[0].length;
      const body = this.#body();
      const groups: RepeatPattern["groups"] = [before + 1, this.#groups + 1];
      return { kind: "look", behind: look[1] === "<", negated: look[2] === "!", body, groups };
    }
    if (this.#take("?:")) return this.#body();
    if (this.#rest().startsWith("?") && !this.#rest().startsWith("?<")) {
      throw new PatternProblem("flags are changed inside of the pattern");
    }
    if (this.#take("?<")) this.#at = this.#source.indexOf(">", this.#at) + 1;
    const index = ++this.#groups;
    return { kind: "group", index, body: this.#body() };
  }

  #body(): Pattern {
    const body = this.#alternatives();
    this.#take(")");
    return body;
  }

  #escape(): Pattern {
    const rest = this.#rest();
    const next = rest[1]!;
    if (next === "b" || next === "B") {
      this.#at += 2;
      return { kind: "boundary", negated: next === "B" };
    }
    const set = /^\\(?:[dDsSwW]|[pP]\{[^}]*\})/.exec(rest)?.[0];
    if (set && (set.length === 2 || this.#isUnicode)) {
      this.#at += set.length;
      return { kind: "set", source: set };
    }
    return this.#backreference(rest) ?? this.#escapedCharacter(rest);
  }

  #backreference(rest: string): Pattern | undefined {
    const named = /^\\k<([^>]*)>/.exec(rest);
    const group = this.#names.find(([name]) => name === named?.[1])?.[1];
    if (named && group !== undefined) {
      this.#at += named[0].length;
      return { kind: "backreference", group };
    }
    const number = /^\\([1-9]\d*)/.exec(rest);
    if (!number) return undefined;
    if (Number(number[1]) > this.#total) {
      throw new PatternProblem(`\\${number[1]} is an octal escape: there is no such group`);
    }
    this.#at += number[0].length;
    return { kind: "backreference", group: Number(number[1]) };
  }

  #escapedCharacter(rest: string): Pattern {
    const code = codeOfEscape(rest, this.#isUnicode);
    if (code) {
      this.#at += code.length;
      return { kind: "text", text: code.text };
    }
    const next = rest[1]!;
    if (/\d/.test(next) && /^\\0\d/.test(rest)) throw new PatternProblem("an octal escape");
    this.#at += 2;
    if (next === "0") return { kind: "text", text: "\0" };
    if (next === "c") {
      // Without a letter after it the backslash stands for itself.
      this.#at -= 1;
      return { kind: "text", text: "\\" };
    }
    const text = controls[next] ?? next;
    return { kind: "text", text };
  }

  /** A class in brackets as it is written; under the flag v classes nest. */
  #classSource(): string {
    const start = this.#at;
    let depth = 0;
    do {
      const c = this.#source[this.#at]!;
      if (c === "\\") {
        if (this.#source[this.#at + 1] === "q" && this.#flags.includes("v")) {
          throw new PatternProblem("a class holds texts (\\q)");
        }
        this.#at++;
      } else if (c === "[" && (depth === 0 || this.#flags.includes("v"))) depth++;
      else if (c === "]") depth--;
      this.#at++;
    } while (depth > 0);
    const source = this.#source.slice(start, this.#at);
    if (!this.#isUnicode && /[\ud800-\udfff]|\\u[dD][89a-fA-F]/.test(source)) {
      throw new PatternProblem("a class holds a character beyond U+FFFF without the flag u");
    }
    return source;
  }

  #rest(): string {
    return this.#source.slice(this.#at);
  }

  #sees(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    if (!this.#sees(text)) return false;
    this.#at += text.length;
    return true;
  }
}

/** The character that `\xHH`, `\uHHHH`, `\u{H}` or `\cX` stands for. */
function codeOfEscape(rest: string, isUnicode: boolean) {
  const pair = /^\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})/i.exec(rest);
  if (pair) {
    const text = String.fromCharCode(Number.parseInt(pair[1]!, 16), Number.parseInt(pair[2]!, 16));
    return { text, length: pair[0].length };
  }
  const hex = /^\\(?:x([\da-f]{2})|u([\da-f]{4}))/i.exec(rest);
  if (hex) {
    const code = Number.parseInt(hex[1] ?? hex[2]!, 16);
    if (code >= 0xd800 && code < 0xe000) {
      throw new PatternProblem("half of a surrogate pair, which no text on a board has");
    }
    return { text: String.fromCharCode(code), length: hex[0].length };
  }
  const braces = isUnicode ? /^\\u\{([\da-f]+)\}/i.exec(rest) : null;
  if (braces) {
    return {
      text: String.fromCodePoint(Number.parseInt(braces[1]!, 16)),
      length: braces[0].length,
    };
  }
  const control = /^\\c([a-z])/i.exec(rest);
  if (!control) return undefined;
  return { text: String.fromCharCode(control[1]!.charCodeAt(0) % 32), length: 3 };
}

/** The names, or undefined, of the groups that capture, in order. */
function groupHeads(source: string): readonly (string | undefined)[] {
  const heads: (string | undefined)[] = [];
  const token = /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?<([^=!>][^>]*)>|(\?))?/g;
  for (const [text, name, other] of source.matchAll(token)) {
    if (text.startsWith("(") && other === undefined) heads.push(name);
  }
  return heads;
}
