import { resolve } from "node:path";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import type { BoardInfo } from "../../mpremote/attach.ts";
import { BoardError } from "../../mpremote/boardError.ts";
import { addBoardOptions, type BoardOptions, boardAddress } from "../boardCommand.ts";
import type { CommandDefinition } from "../command.ts";
import { exitCodeForBoard, exitCodes } from "../exitCodes.ts";

/** `tsmp doctor` */
export const defineDoctor: CommandDefinition = (program, { terminal, run }) => {
  addBoardOptions(program.command("doctor"))
    .summary("find out why a board does not work")
    .description(
      "Look at the ports of this computer, at the line to the board, and at the board: its\nfirmware, memory, file system and clock, and whether it is the one that the project is\nfor. For each fault the cause and what to do.",
    )
    .argument("[project]", "a folder or tsconfig.json; by default that of the current folder")
    .action(run((path: string | undefined, options: BoardOptions) => examine(path, options)));

  async function examine(path: string | undefined, options: BoardOptions): Promise<number> {
    const findings: Problem[] = [];
    const checks: string[] = [];
    const passed = (what: string) => {
      checks.push(what);
      terminal.print(`ok  ${what}`);
    };
    try {
      const { openBoard } = await import("../../mpremote/board.ts");
      const { examineBoard } = await import("../../mpremote/examineBoard.ts");
      const address = await boardAddress(options);
      passed(`the board is on ${address}`);
      const board = await openBoard(address, { force: options.force === true });
      try {
        const { version, machine } = board.info;
        passed(`MicroPython ${version} answers: ${machine}`);
        findings.push(...(await examineBoard(board)), ...(await unfit(path, board.info)));
      } finally {
        await board.close(options.restart === false ? { restart: "never" } : {});
      }
    } catch (error) {
      if (!(error instanceof BoardError)) throw error;
      findings.push(error.problem);
    }
    const diagnostics = findings.map((problem) => diagnosticAt(nowhere, problem));
    terminal.diagnostics(diagnostics, process.cwd());
    if (findings.length === 0) passed("memory, file system, clock and last reset are fine");
    const worst = findings.find(({ category }) => category === "error");
    terminal.document({ ok: worst === undefined, checks, diagnostics });
    return worst === undefined ? exitCodes.ok : exitCodeForBoard(worst.code);
  }
};

/** What speaks against putting the project on the board; nothing where there is no project. */
async function unfit(path: string | undefined, board: BoardInfo): Promise<Problem[]> {
  const { findProject } = await import("../../project/tsconfigSearch.ts");
  const { tsconfig } = findProject(resolve(path ?? "."));
  if (tsconfig === undefined || !(tsconfig.forTsmp || path !== undefined)) return [];
  const { boardFits } = await import("../flash/boardFits.ts");
  const { board: wanted, micropython, mpy = false } = tsconfig.settings;
  return boardFits(board, { board: wanted, micropython, mpy });
}
