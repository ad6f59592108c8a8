import type { Problem } from "../../diagnostics/diagnostic.ts";
import { type Board, openBoard } from "../../mpremote/board.ts";
import { BoardError } from "../../mpremote/boardError.ts";
import { type DeployReport, deploy, type Progress } from "../../mpremote/deploy/deploy.ts";
import { deployQuestion } from "../../mpremote/deploy/probe.ts";
import { boardFits, type ProgramNeeds } from "./boardFits.ts";
import type { Program } from "./programFiles.ts";

export interface FlashRequest {
  readonly program: Program;
  readonly needs: ProgramNeeds;
  readonly dryRun: boolean;
  readonly verify: boolean;
  readonly force: boolean;
  /** Leaves the start of the program to the caller. */
  readonly hold: boolean;
  readonly onProgress: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface FlashOutcome {
  readonly address: string;
  readonly machine: string | undefined;
  readonly report: DeployReport | undefined;
  readonly problems: readonly Problem[];
}

/** Flashes one board and starts its program. What goes wrong with the board is in the outcome. */
export async function flashBoard(address: string, request: FlashRequest): Promise<FlashOutcome> {
  let board: Board | undefined;
  const problems: Problem[] = [];
  let report: DeployReport | undefined;
  try {
    board = await openBoard(address, { force: request.force, ask: deployQuestion() });
    problems.push(...boardFits(board.info, request.needs));
    if (!problems.some(({ category }) => category === "error")) {
      report = await deploy(board, request.program.files, {
        entry: request.program.entry,
        dryRun: request.dryRun,
        verify: request.verify,
        onProgress: request.onProgress,
        signal: request.signal,
      });
    }
  } catch (error) {
    if (error instanceof BoardError) problems.push(error.problem);
    else if (!request.signal?.aborted) throw error;
  } finally {
    // The program that was stopped goes on after a dry run or an error; a flashed one starts.
    const started = report !== undefined && !request.dryRun;
    const restart = request.hold ? "never" : "always";
    await board?.close({ restart: started ? restart : "interrupted" });
  }
  return { address, machine: board?.info.machine, report, problems };
}
