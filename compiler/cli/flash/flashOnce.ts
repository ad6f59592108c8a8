import { type Diagnostic, hasErrors, type Problem } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import { BoardError } from "../../mpremote/boardError.ts";
import { exitCodeFor } from "../exitCodes.ts";
import type { Terminal } from "../terminal.ts";
import { addressesOf } from "./addresses.ts";
import type { ProgramNeeds } from "./boardFits.ts";
import { describeReport, reportDocument } from "./describeOutcome.ts";
import { exitCodeOf } from "./exitCodeOf.ts";
import { type FlashOutcome, flashBoard } from "./flashBoard.ts";
import type { FlashOptions } from "./flashOptions.ts";
import { builtSource, compiledSource, type FlashSource } from "./flashSource.ts";
import type { Program } from "./programFiles.ts";
import { ProgressBar } from "./progressBar.ts";

export interface Flashed {
  readonly exitCode: number;
  readonly diagnostics: readonly Diagnostic[];
  /** What stdout's document says beside the diagnostics. */
  readonly document: object;
  readonly source: FlashSource;
  /** The boards that were reached for. */
  readonly addresses: readonly string[];
}

/** Compiles and flashes, and says what was done. */
export async function flashOnce(
  path: string,
  options: FlashOptions,
  terminal: Terminal,
  signal?: AbortSignal,
): Promise<Flashed> {
  const source = await (options.built === undefined
    ? compiledSource(path, options)
    : builtSource(options.built, options));
  const { root, needs, program } = source;
  const diagnostics = [...source.diagnostics];
  const finish = (exitCode: number, outcomes: readonly FlashOutcome[]): Flashed => {
    terminal.diagnostics(diagnostics, root, "err");
    const document = { root, boards: outcomes.map(boardDocument) };
    return {
      exitCode,
      diagnostics,
      document,
      source,
      addresses: outcomes.map(({ address }) => address),
    };
  };
  if (hasErrors(diagnostics)) return finish(exitCodeFor(diagnostics), []);
  let addresses: string[];
  try {
    addresses = await addressesOf(options.device, options.all ?? false);
  } catch (error) {
    if (!(error instanceof BoardError)) throw error;
    diagnostics.push(diagnosticAt(nowhere, error.problem));
    return finish(exitCodeOf([error.problem]), []);
  }
  const outcomes = await flashAll(addresses, program, needs, options, terminal, signal);
  diagnostics.push(...problemsOf(outcomes).map((problem) => diagnosticAt(nowhere, problem)));
  return finish(exitCodeOf(diagnostics), outcomes);
}

async function flashAll(
  addresses: readonly string[],
  program: Program,
  needs: ProgramNeeds,
  options: FlashOptions,
  terminal: Terminal,
  signal: AbortSignal | undefined,
): Promise<FlashOutcome[]> {
  const bar = new ProgressBar(process.stderr, terminal.json);
  const dryRun = options.dryRun ?? false;
  return Promise.all(
    addresses.map(async (address) => {
      const outcome = await flashBoard(address, {
        program,
        needs,
        dryRun,
        verify: options.verify ?? false,
        force: options.force ?? false,
        hold: options.monitor ?? false,
        signal,
        onProgress: (progress) => bar.show(address, progress),
      });
      bar.clear();
      const { report } = outcome;
      if (report !== undefined) terminal.print(`${address}: ${describeReport(report, dryRun)}`);
      return outcome;
    }),
  );
}

/** With several boards, a problem says which of them it is about if its text does not. */
function problemsOf(outcomes: readonly FlashOutcome[]): Problem[] {
  return outcomes.flatMap(({ address, problems }) =>
    problems.map((problem) =>
      outcomes.length === 1 || problem.message.includes(address)
        ? problem
        : { ...problem, message: `${address}: ${problem.message}` },
    ),
  );
}

function boardDocument({ address, machine, report, problems }: FlashOutcome) {
  return {
    address,
    machine: machine ?? null,
    ok: !hasErrors(problems),
    ...(report === undefined ? {} : reportDocument(report)),
  };
}
