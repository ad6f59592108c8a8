import { defineProblem } from "../diagnostic.ts";

/** What the types of the board say: TSMP4000 to TSMP4999. */

export const keywordsNotWritten = defineProblem("TSMP4051", "error", (what: string) => ({
  message: `Keyword arguments of Python must be written at the call; ${what} hides their names.`,
  hint: "Write `{ name: value }` as the last argument, one property per keyword.",
}));
