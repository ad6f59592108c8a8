import type { ts } from "ts-morph";
import type { BoardName } from "./boards.ts";
import { stubRoot } from "./programHost.ts";

/** Where imports of stubs lead on a board: `tsmp-board` is its profile, with its pins. */
export function boardPaths(board: BoardName): NonNullable<ts.CompilerOptions["paths"]> {
  return { "tsmp-board": [`${stubRoot}boards/${board}.d.ts`], "*": [`${stubRoot}*`] };
}
