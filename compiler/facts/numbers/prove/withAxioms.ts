import { isProven, type LinearForm } from "./linearForm.ts";

/** Is a form not negative, by the facts and by what is always true of the values in it and in them? */
export function isAlwaysProven(goal: LinearForm, facts: readonly LinearForm[]): boolean {
  const found = new Map<string, readonly LinearForm[]>();
  for (const form of [goal, ...facts]) {
    for (const { atom } of form.terms.values()) {
      if (atom.axioms.length > 0) found.set(atom.key, atom.axioms);
    }
  }
  return isProven(goal, [...facts, ...[...found.values()].flat()]);
}
