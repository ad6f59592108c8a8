import { lineLost } from "../../diagnostics/catalogue/boardLink.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { exitCodeForBoard, exitCodes } from "../exitCodes.ts";

/** How a flash ends: its first error says. A line that broke has broken a transfer. */
export function exitCodeOf(problems: readonly Problem[]): number {
  const error = problems.find(({ category }) => category === "error");
  if (error === undefined) return exitCodes.ok;
  if (error.code === lineLost.code) return exitCodes.transferFailed;
  return error.code.startsWith("TSMP6") ? exitCodeForBoard(error.code) : exitCodes.failed;
}
