import { noBoardFound } from "../../diagnostics/catalogue/boardLink.ts";
import { BoardError } from "../../mpremote/boardError.ts";

/** The boards that are meant: those that were named. */
export async function addressesOf(wanted: readonly string[], _all: boolean): Promise<string[]> {
  if (wanted.length === 0) throw new BoardError(noBoardFound());
  return [...new Set(wanted)];
}
