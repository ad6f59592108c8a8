import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";

/** How a command ends. Documented in docs/commands.md and `tsmp --help`; never renumbered. */
export const exitCodes = {
  ok: 0,
  /** Diagnostics, or the program itself failed. */
  failed: 1,
  usage: 2,
  noBoard: 3,
  portBusy: 4,
  boardSilent: 5,
  transferFailed: 6,
  noSpace: 7,
  internal: 70,
  /** Ctrl-C, as shells report it: 128 + SIGINT. */
  interrupted: 130,
} as const;

/** How a command ends that has nothing but diagnostics to go by. Codes from TSMP9000 on are faults of tsmp. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): number {
  if (diagnostics.some(({ code }) => code.startsWith("TSMP9"))) return exitCodes.internal;
  return hasErrors(diagnostics) ? exitCodes.failed : exitCodes.ok;
}

/** How a command ends that could not do its work with a board. */
export function exitCodeForBoard(code: string): number {
  return boardExitCodes.find(([codes]) => codes.includes(code))?.[1] ?? exitCodes.boardSilent;
}

const boardExitCodes: readonly [readonly string[], number][] = [
  [["TSMP6001", "TSMP6002", "TSMP6003", "TSMP6004", "TSMP6026", "TSMP6028"], exitCodes.noBoard],
  [["TSMP6058"], exitCodes.noBoard],
  [["TSMP6005", "TSMP6006", "TSMP6007", "TSMP6008"], exitCodes.portBusy],
  [
    ["TSMP6020", "TSMP6022", "TSMP6023", "TSMP6025", "TSMP6030", "TSMP6027", "TSMP6034"],
    exitCodes.failed,
  ],
  [["TSMP6055", "TSMP6056", "TSMP6057"], exitCodes.failed],
  [["TSMP6021", "TSMP6051", "TSMP6052"], exitCodes.noSpace],
  [["TSMP6024", "TSMP6053", "TSMP6054"], exitCodes.transferFailed],
];

export const exitCodeHelp = `
Exit codes:
  0    fine
  1    diagnostics, or the program failed
  2    wrong usage
  3    no board, or more than one
  4    port busy or not permitted
  5    board does not answer
  6    transfer failed (the board is still whole)
  7    no space on the board
  70   internal error of tsmp
  130  stopped by Ctrl-C
\`tsmp run\` ends with the program's own status.`;
