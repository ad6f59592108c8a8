import { noBoardFound } from "../../diagnostics/catalogue/boardLink.ts";
import { BoardError } from "../../mpremote/boardError.ts";
import { chooseBoard } from "../../mpremote/chooseBoard.ts";
import { listPorts, looksLikeBoard } from "../../mpremote/discovery.ts";
import { boardAddress } from "../boardCommand.ts";

/** The boards that are meant: those that were named, all that are plugged in, or the only one. */
export async function addressesOf(wanted: readonly string[], all: boolean): Promise<string[]> {
  if (all) {
    const boards = (await listPorts()).filter(looksLikeBoard).map(({ path }) => path);
    if (boards.length === 0) throw new BoardError(noBoardFound());
    return boards;
  }
  if (wanted.length === 0) return [await boardAddress({})];
  const chosen = await Promise.all(wanted.map((name) => chooseBoard(name)));
  return [...new Set(chosen)];
}
