import { type Diagnostic, helpUrlOf, type Problem } from "./diagnostic.ts";

/** Where something is: 1-based line and column, in UTF-16 units, as editors count. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** UTF-16 units from the column on; 0 where only a point is known. */
  readonly length: number;
}

/** No place at all: the problem is one of the command or of the machine. */
export const nowhere: Place = { file: "", line: 1, column: 1, length: 0 };

/** The start of a file, for a problem of the file as a whole. */
export function wholeFile(file: string): Place {
  return { ...nowhere, file };
}

export function diagnosticAt(place: Place, problem: Problem): Diagnostic {
  const { file, line, column, length } = place;
  return { ...problem, file, line, column, length, helpUrl: helpUrlOf(problem.code) };
}
