import type { Place } from "../solve/places.ts";

/** Something whose value is not taken apart: a variable, a length, a product. */
export interface Atom {
  /** Equal where the value is, as long as none of `places` changes. */
  readonly key: string;
  readonly lo: number;
  readonly hi: number;
  /** What its value depends on. */
  readonly places: readonly Place[];
  /** What is always true of it, as forms that are not negative. */
  readonly axioms: readonly LinearForm[];
}

interface Term {
  readonly atom: Atom;
  readonly factor: number;
}

/** `constant + factor * atom + ...`, over the integers. */
export interface LinearForm {
  readonly constant: number;
  readonly terms: ReadonlyMap<string, Term>;
}

export function constantForm(constant: number): LinearForm {
  return { constant, terms: new Map() };
}

export function atomForm(atom: Atom): LinearForm {
  return { constant: 0, terms: new Map([[atom.key, { atom, factor: 1 }]]) };
}

/** `a + factor * b` */
export function combine(a: LinearForm, b: LinearForm, factor: number): LinearForm {
  const terms = new Map(a.terms);
  for (const [key, term] of b.terms) {
    const before = terms.get(key);
    const sum = (before?.factor ?? 0) + factor * term.factor;
    if (Math.abs(sum) < 1e-9) terms.delete(key);
    else terms.set(key, { atom: tighter(before?.atom, term.atom), factor: sum });
  }
  return { constant: a.constant + factor * b.constant, terms };
}

/** What is known of the same value at two places is true of it at both. */
function tighter(a: Atom | undefined, b: Atom): Atom {
  if (!a) return b;
  return { ...b, lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) };
}

export function plus(form: LinearForm, constant: number): LinearForm {
  return { ...form, constant: form.constant + constant };
}

export function scaled(form: LinearForm, factor: number): LinearForm {
  return combine(constantForm(0), form, factor);
}

/** The least value that the ranges of the atoms allow. */
export function leastOf(form: LinearForm): number {
  let least = form.constant;
  for (const { atom, factor } of form.terms.values()) {
    least += factor * (factor > 0 ? atom.lo : atom.hi);
  }
  return least;
}

const mostSteps = 3;

/**
 * Is `goal` not negative, given that none of `facts` is? Tries to write it as facts times positive
 * numbers plus something whose range is not negative.
 */
export function isProven(
  goal: LinearForm,
  facts: readonly LinearForm[],
  steps: number = mostSteps,
): boolean {
  // Factors such as 1 / 3 are not exact in binary.
  if (leastOf(goal) >= -1e-6) return true;
  if (steps === 0) return false;
  return facts.some((fact, index) => {
    const share = shareOf(goal, fact);
    if (share === undefined) return false;
    const others = facts.filter((_, other) => other !== index);
    return isProven(combine(goal, fact, -share), others, steps - 1);
  });
}

/** How much of `fact` takes one of the goal's atoms away. */
function shareOf(goal: LinearForm, fact: LinearForm): number | undefined {
  for (const [key, { factor }] of goal.terms) {
    const other = fact.terms.get(key)?.factor;
    if (other !== undefined && factor * other > 0) return factor / other;
  }
  return undefined;
}
