/** A regular expression as a tree. What matches one character is a set, named by its source. */
export type Pattern =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "set"; readonly source: string }
  | { readonly kind: "sequence"; readonly items: readonly Pattern[] }
  | { readonly kind: "alternatives"; readonly items: readonly Pattern[] }
  | { readonly kind: "group"; readonly index: number; readonly body: Pattern }
  | RepeatPattern
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "boundary"; readonly negated: boolean }
  | { readonly kind: "backreference"; readonly group: number }
  | LookPattern;

export interface RepeatPattern {
  readonly kind: "repeat";
  readonly body: Pattern;
  readonly min: number;
  readonly max: number;
  readonly greedy: boolean;
  /** The groups inside: from this one up to, not including, the other. */
  readonly groups: readonly [from: number, to: number];
}

export interface LookPattern {
  readonly kind: "look";
  readonly behind: boolean;
  readonly negated: boolean;
  readonly body: Pattern;
  readonly groups: readonly [from: number, to: number];
}

/** A whole regular expression that is known while building. */
export interface RegExpFact {
  readonly source: string;
  readonly flags: string;
  readonly pattern: Pattern;
  /** How many groups it has, the whole match not counted. */
  readonly groupCount: number;
  /** The named groups and their numbers, in order. */
  readonly names: readonly (readonly [name: string, index: number])[];
}

/** Can a pattern match without taking a character? */
export function mayBeEmpty(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case "text":
      return pattern.text === "";
    case "set":
      return false;
    case "sequence":
      return pattern.items.every(mayBeEmpty);
    case "alternatives":
      return pattern.items.some(mayBeEmpty);
    case "group":
      return mayBeEmpty(pattern.body);
    case "repeat":
      return pattern.min === 0 || mayBeEmpty(pattern.body);
    default:
      return true;
  }
}

/** The groups that a match need not have taken part in. */
export function optionalGroups(pattern: Pattern): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (node: Pattern, isOptional: boolean): void => {
    if (node.kind === "group") {
      if (isOptional) found.add(node.index);
      visit(node.body, isOptional);
    } else if (node.kind === "sequence") {
      for (const item of node.items) visit(item, isOptional);
    } else if (node.kind === "alternatives") {
      for (const item of node.items) visit(item, isOptional || node.items.length > 1);
    } else if (node.kind === "repeat") {
      // What matches nothing in a further turn leaves the groups of that turn unset.
      visit(node.body, isOptional || node.min === 0);
    } else if (node.kind === "look") visit(node.body, isOptional || node.negated);
  };
  visit(pattern, false);
  return found;
}
