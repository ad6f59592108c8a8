import type { Place } from "./place.ts";

/** What tsmp was at when it failed. */
interface FaultPlace {
  /** What was being worked on, in the reader's words: "for-of statement", "tsconfig.json". */
  readonly construct?: string | undefined;
  /** Where in the user's files. */
  readonly place?: Place | undefined;
}

/**
 * A fault of tsmp itself: something that no input may cause has happened.
 * Ordinary input, however wrong, is reported from the catalogue and never thrown as this.
 */
export class InternalFault extends Error {
  override readonly name = "InternalFault";
  readonly construct: string | undefined;
  readonly place: Place | undefined;

  constructor(message: string, where: FaultPlace & { readonly cause?: unknown } = {}) {
    super(message, "cause" in where ? { cause: where.cause } : undefined);
    this.construct = where.construct;
    this.place = where.place;
  }

  /**
   * The fault that `thrown` is. What it does not know yet of construct and place is taken from
   * `where`, so that the innermost catcher, which knows most, wins.
   */
  static from(thrown: unknown, where: FaultPlace = {}): InternalFault {
    if (!(thrown instanceof InternalFault)) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      return new InternalFault(message, { ...where, cause: thrown });
    }
    return new InternalFault(thrown.message, {
      construct: thrown.construct ?? where.construct,
      place: thrown.place ?? where.place,
      cause: thrown.cause ?? thrown,
    });
  }
}

/** Has the stack run out? Any program does that which is nested deeply enough; it is no fault. */
export function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && /call stack/.test(thrown.message);
}
