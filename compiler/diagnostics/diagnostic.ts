/** How serious a diagnostic is; only errors stop a build. */
export type Category = "error" | "warning" | "info";

/** What is wrong, before it has a place: one entry of the catalogue with its arguments filled in. */
export interface Problem {
  /** `TSMPnnnn`, or TypeScript's own `TSnnnn`. */
  readonly code: string;
  readonly category: Category;
  readonly message: string;
  /** What to write or do instead. */
  readonly hint?: string;
}

/** A mechanical change that mends a problem, for editors to offer. */
export interface Fix {
  /** What the change does: "Compare with ===". */
  readonly description: string;
  readonly edits: readonly FixEdit[];
}

/** Text that takes the place of other text; offsets from the begin of the file, in UTF-16 units. */
export interface FixEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A problem at a place, as the public API reports it. */
export interface Diagnostic extends Problem {
  /** In the file of the diagnostic. */
  readonly fix?: Fix;
  /** The path as the caller gave it; empty for a problem that has no file. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** UTF-16 units from the column on; 0 where only a point is known. */
  readonly length: number;
  readonly helpUrl: string;
}

/** A catalogue entry: called with its arguments, it gives the problem. */
export interface ProblemKind<Args extends readonly unknown[]> {
  (...args: Args): Problem;
  readonly code: string;
  readonly category: Category;
}

interface Wording {
  readonly message: string;
  readonly hint?: string;
}

/** Defines one catalogue entry; codes are never reused and never renumbered. */
export function defineProblem<Args extends readonly unknown[]>(
  code: `TSMP${number}`,
  category: Category,
  wording: (...args: Args) => Wording,
): ProblemKind<Args> {
  const make = (...args: Args): Problem => ({ code, category, ...wording(...args) });
  return Object.assign(make, { code, category });
}

/** The page of a code inside the package, and the address that a diagnostic shows. */
export function helpUrlOf(code: string): string {
  return code.startsWith("TSMP")
    ? `docs/diagnostics/${code}.md`
    : `https://typescript.tv/errors/#${code.toLowerCase()}`;
}

export function hasErrors(diagnostics: readonly { readonly category: Category }[]): boolean {
  return diagnostics.some((d) => d.category === "error");
}
