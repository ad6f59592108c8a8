import { exitCodes } from "../exitCodes.ts";

/** Ranges of TSMP6nnn, and how a command ends for them. */
const ranges: readonly [first: number, last: number, exitCode: number][] = [
  [6001, 6004, exitCodes.noBoard],
  [6005, 6008, exitCodes.portBusy],
  [6009, 6009, exitCodes.transferFailed],
  [6010, 6016, exitCodes.boardSilent],
  [6050, 6050, exitCodes.boardSilent],
  [6051, 6052, exitCodes.noSpace],
  [6053, 6054, exitCodes.transferFailed],
  [6055, 6057, exitCodes.failed],
  [6058, 6058, exitCodes.noBoard],
];

/** The exit code of the first error that has one of its own. */
export function exitCodeOf(
  problems: readonly { readonly code: string; readonly category: string }[],
): number {
  const error = problems.find(({ category }) => category === "error");
  if (error === undefined) return exitCodes.ok;
  const number = Number(/^TSMP(\d+)$/.exec(error.code)?.[1]);
  return ranges.find(([first, last]) => number >= first && number <= last)?.[2] ?? exitCodes.failed;
}
