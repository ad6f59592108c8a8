import { type CharacterSet, characterSet } from "../../../facts/regexps/characterSet.ts";
import {
  type LookPattern,
  mayBeEmpty,
  type Pattern,
  type RegExpFact,
  type RepeatPattern,
} from "../../../facts/regexps/pattern.ts";
import { operation as op, type Step, type StepOperand } from "./operations.ts";

/** A pattern as the matcher of the board takes it. */
export interface CompiledPattern {
  readonly steps: readonly Step[];
  /** Places for the ends of groups and the counters of loops. */
  readonly slots: number;
  /** What every match begins with: a text, or one of some characters; "^" where it begins the text. */
  readonly lead: Lead;
}

export type Lead =
  | { readonly kind: "none" }
  | { readonly kind: "start" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "set"; readonly characters: string; readonly negated: boolean };

/** Sets with no more characters than this are a text of them. */
const mostCharacters = 130;

export function compilePattern(fact: RegExpFact): CompiledPattern {
  const compiler = new PatternCompiler(fact);
  return compiler.compile();
}

class PatternCompiler {
  readonly #fact: RegExpFact;
  readonly #steps: Step[] = [];
  #slots: number;

  constructor(fact: RegExpFact) {
    this.#fact = fact;
    this.#slots = 2 * (fact.groupCount + 1);
  }

  compile(): CompiledPattern {
    this.#emit(this.#fact.pattern, false);
    this.#push(op.done);
    return { steps: this.#steps, slots: this.#slots, lead: this.#leadOf(this.#fact.pattern) };
  }

  #push(...step: Step): number {
    this.#steps.push(step);
    return this.#steps.length - 1;
  }

  /** A pattern that is matched forwards, or backwards in what stands before a place. */
  #emit(pattern: Pattern, behind: boolean): void {
    switch (pattern.kind) {
      case "text":
        this.#emitText(pattern.text, behind);
        break;
      case "set":
        this.#emitSet(characterSet(pattern.source, this.#fact.flags), behind);
        break;
      case "sequence":
        for (const item of behind ? [...pattern.items].reverse() : pattern.items) {
          this.#emit(item, behind);
        }
        break;
      case "alternatives":
        this.#emitAlternatives(pattern.items, behind);
        break;
      case "group":
        this.#push(op.save, 2 * pattern.index + (behind ? 1 : 0));
        this.#emit(pattern.body, behind);
        this.#push(op.save, 2 * pattern.index + (behind ? 0 : 1));
        break;
      case "repeat":
        this.#emitRepeat(pattern, behind);
        break;
      case "look":
        this.#emitLook(pattern);
        break;
      case "backreference":
        this.#push(op.back, 2 * pattern.group, behind);
        break;
      case "boundary":
        this.#push(op.boundary, pattern.negated);
        break;
      default:
        this.#push(pattern.kind === "start" ? op.start : op.end, this.#has("m"));
    }
  }

  #has(flag: string): boolean {
    return this.#fact.flags.includes(flag);
  }

  /** The set of one character: more than itself where capitals do not count. */
  #setOf(character: string): CharacterSet {
    const escaped = character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
    return characterSet(escaped, this.#fact.flags);
  }

  #emitText(text: string, behind: boolean): void {
    const pieces: (string | CharacterSet)[] = [];
    for (const character of text) {
      const set = this.#has("i") ? this.#setOf(character) : undefined;
      const last = pieces.at(-1);
      if (set && charactersOf(set)?.length !== character.length) pieces.push(set);
      else if (typeof last === "string") pieces[pieces.length - 1] = last + character;
      else pieces.push(character);
    }
    for (const piece of behind ? pieces.reverse() : pieces) {
      if (typeof piece !== "string") this.#emitSet(piece, behind);
      else this.#push(behind ? op.textBefore : op.text, piece);
    }
  }

  #emitSet(set: CharacterSet, behind: boolean): void {
    const [name, ...operands] = this.#setStep(set);
    const before = name === op.oneOf ? op.oneBefore : op.inRangesBefore;
    this.#push(behind ? before : name, ...operands);
  }

  #setStep(set: CharacterSet): Step {
    const characters = charactersOf(set);
    if (characters !== undefined) return [op.oneOf, characters, set.negated];
    return [op.inRanges, set.ranges.map(rangeText).join(""), set.negated];
  }

  #emitAlternatives(items: readonly Pattern[], behind: boolean): void {
    const jumps: number[] = [];
    items.forEach((item, i) => {
      const isLast = i === items.length - 1;
      const split = isLast ? -1 : this.#push(op.split);
      this.#emit(item, behind);
      if (isLast) return;
      jumps.push(this.#push(op.jump));
      this.#steps[split] = [op.split, split + 1, this.#steps.length];
    });
    for (const jump of jumps) this.#steps[jump] = [op.jump, this.#steps.length];
  }

  #emitRepeat(pattern: RepeatPattern, behind: boolean): void {
    if (pattern.max === 0) return;
    const step = behind || !pattern.greedy ? undefined : this.#runStep(pattern);
    if (step) {
      this.#steps.push(step);
      return;
    }
    const { min, max } = pattern;
    const isEndless = max === Number.POSITIVE_INFINITY;
    const isPlain = !mayBeEmpty(pattern.body) && (isEndless ? min <= 1 : min === 0 && max === 1);
    if (!isPlain) this.#emitCounted(pattern, behind);
    else if (min === 1) this.#emitOnceOrMore(pattern, behind);
    else this.#emitOptional(pattern, behind, isEndless);
  }

  #emitOptional(pattern: RepeatPattern, behind: boolean, isEndless: boolean): void {
    const split = this.#push(op.split);
    this.#emitTurn(pattern, behind);
    if (isEndless) this.#push(op.jump, split);
    this.#steps[split] = splitStep(pattern.greedy, split + 1, this.#steps.length);
  }

  /** A greedy loop over one character is one step. */
  #runStep({ body, min, max }: RepeatPattern): Step | undefined {
    const set = this.#singleSet(body);
    if (!set) return undefined;
    const [name, ...operands] = this.#setStep(set);
    const most = max === Number.POSITIVE_INFINITY ? -1 : max;
    return [name === op.oneOf ? op.run : op.runInRanges, ...operands, min, most];
  }

  #singleSet(body: Pattern): CharacterSet | undefined {
    if (body.kind === "set") return characterSet(body.source, this.#fact.flags);
    if (body.kind !== "text" || [...body.text].length !== 1) return undefined;
    return this.#setOf(body.text);
  }

  #emitOnceOrMore(pattern: RepeatPattern, behind: boolean): void {
    const begin = this.#steps.length;
    this.#emitTurn(pattern, behind);
    this.#steps.push(splitStep(pattern.greedy, begin, this.#steps.length + 1));
  }

  /** One turn of a loop, in which the groups inside start unset. */
  #emitTurn(pattern: RepeatPattern, behind: boolean): void {
    const [from, to] = pattern.groups;
    if (from < to) this.#push(op.reset, 2 * from, 2 * to);
    this.#emit(pattern.body, behind);
  }

  /** A loop that counts its turns, and ends one that took nothing. */
  #emitCounted(pattern: RepeatPattern, behind: boolean): void {
    const counter = this.#slots;
    this.#slots += 2;
    const [from, to] = pattern.groups;
    const max = pattern.max === Number.POSITIVE_INFINITY ? -1 : pattern.max;
    this.#push(op.count, counter);
    const loop = this.#push(op.loop);
    this.#push(op.enter, counter, 2 * from, 2 * to);
    this.#emit(pattern.body, behind);
    this.#push(op.next, counter, pattern.min, loop);
    this.#steps[loop] = [op.loop, counter, pattern.min, max, pattern.greedy, this.#steps.length];
  }

  #emitLook(pattern: LookPattern): void {
    const look = this.#push(op.look);
    this.#emit(pattern.body, pattern.behind);
    this.#push(op.done);
    this.#steps[look] = [op.look, this.#steps.length, pattern.negated];
  }

  #leadOf(pattern: Pattern): Lead {
    switch (pattern.kind) {
      case "text": {
        if (!this.#has("i")) return { kind: "text", text: pattern.text };
        return this.#leadOfSet(this.#setOf(String.fromCodePoint(pattern.text.codePointAt(0)!)));
      }
      case "set":
        return this.#leadOfSet(characterSet(pattern.source, this.#fact.flags));
      case "sequence":
        return pattern.items[0] ? this.#leadOf(pattern.items[0]) : { kind: "none" };
      case "group":
        return this.#leadOf(pattern.body);
      case "repeat":
        return pattern.min > 0 ? this.#leadOf(pattern.body) : { kind: "none" };
      case "start":
        return this.#has("m") ? { kind: "none" } : { kind: "start" };
      default:
        return { kind: "none" };
    }
  }

  #leadOfSet(set: CharacterSet): Lead {
    const characters = charactersOf(set);
    return characters === undefined
      ? { kind: "none" }
      : { kind: "set", characters, negated: set.negated };
  }
}

function splitStep(greedy: boolean, again: number, exit: number): Step {
  const targets: readonly StepOperand[] = greedy ? [again, exit] : [exit, again];
  return [op.split, ...targets];
}

/** The characters of a small set as a text. */
function charactersOf({ ranges }: CharacterSet): string | undefined {
  let count = 0;
  for (const [first, last] of ranges) count += last - first + 1;
  if (count > mostCharacters) return undefined;
  return ranges
    .map(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(""),
    )
    .join("");
}

function rangeText([first, last]: readonly [number, number]): string {
  return String.fromCodePoint(first) + String.fromCodePoint(last);
}
