import type { Problem } from "../diagnostics/diagnostic.ts";

/** What went wrong between this computer and a board: an entry of the catalogue, thrown. */
export class BoardError extends Error {
  override readonly name = "BoardError";
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }

  /** The catalogue's code, such as `TSMP6004`. */
  get code(): string {
    return this.problem.code;
  }
}

/** Whether the error is the one of that catalogue entry. */
export function isBoardError(error: unknown, kind: { readonly code: string }): error is BoardError {
  return error instanceof BoardError && error.code === kind.code;
}
