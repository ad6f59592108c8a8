import type { Command } from "commander";
import { boardRaised } from "../diagnostics/catalogue/boardLink.ts";
import { diagnosticAt, nowhere } from "../diagnostics/place.ts";
import type { Board, CloseOptions } from "../mpremote/board.ts";
import { BoardError } from "../mpremote/boardError.ts";
import { exitCodeForBoard, exitCodes } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";

/** The options of every command that talks to a board, as commander gives them. */
export interface BoardOptions {
  readonly device?: string;
  readonly force?: boolean;
  readonly restart?: boolean;
}

/** Adds `--device`, and how hard to try. */
export function addBoardOptions(command: Command): Command {
  return command
    .option("-d, --device <name>", "the board: serial number, alias, port or tcp:host:port")
    .option("--force", "try longer to stop a program that catches Ctrl-C")
    .option("--no-restart", "leave a program stopped that the command had to stop");
}

/** The address of the board that is meant; `TSMP_DEVICE` stands in for `--device`. */
export async function boardAddress({ device }: BoardOptions): Promise<string> {
  const { chooseBoard } = await import("../mpremote/chooseBoard.ts");
  return chooseBoard(device ?? (process.env["TSMP_DEVICE"] || undefined));
}

/** Attaches to the board that is meant, works with it, and leaves it as it was found. */
export async function withBoard(
  options: BoardOptions,
  terminal: Terminal,
  work: (board: Board) => Promise<number>,
  closing: CloseOptions = {},
): Promise<number> {
  return reportingBoardErrors(terminal, async () => {
    const { openBoard } = await import("../mpremote/board.ts");
    const board = await openBoard(await boardAddress(options), { force: options.force === true });
    try {
      return await work(board);
    } finally {
      await board.close(options.restart === false ? { restart: "never" } : closing);
    }
  });
}

/** Does the work; what goes wrong with a board is shown, and gives the exit code. */
export async function reportingBoardErrors(
  terminal: Terminal,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const problem = await problemOf(error);
    const diagnostic = diagnosticAt(nowhere, problem);
    terminal.diagnostics([diagnostic], process.cwd(), "err");
    terminal.document({ ok: false, diagnostics: [diagnostic] });
    return error instanceof BoardError ? exitCodeForBoard(problem.code) : exitCodes.failed;
  }
}

async function problemOf(error: unknown) {
  if (error instanceof BoardError) return error.problem;
  const { DeviceException } = await import("../mpremote/deviceException.ts");
  if (error instanceof DeviceException) return boardRaised("do this", error.message);
  throw error;
}
