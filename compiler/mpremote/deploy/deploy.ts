import { fileNameRefused, noSpace, transferBroke } from "../../diagnostics/catalogue/deploy.ts";
import type { Board } from "../board.ts";
import { boardFile } from "../boardCode.ts";
import { BoardError, isBoardError } from "../boardError.ts";
import { sendBatches } from "../transfer/send.ts";
import { refusedName } from "./fileNames.ts";
import { type DeployFile, type Slot, slotFolder } from "./layout.ts";
import { type KnownDigests, needsHashing, type Plan, planDeploy } from "./plan.ts";
import { type BoardState, digestsOf, probeBoard } from "./probe.ts";
import { spaceNeeds } from "./space.ts";
import { backupName, deploySteps } from "./steps.ts";

export interface DeployOptions {
  /** The file, one of `files`, that starts the program. */
  readonly entry: string;
  /** Plans, and writes nothing. */
  readonly dryRun?: boolean;
  /** Has the board hash what it runs, instead of believing its manifest. */
  readonly verify?: boolean;
  readonly onPlan?: (plan: Plan) => void;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** In bytes of the files that go over the line. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface DeployReport {
  readonly plan: Plan;
  /** False when the board had everything, and for a dry run. */
  readonly changed: boolean;
  /** Where a main.py that was not tsmp's is kept now. */
  readonly savedMain: string | undefined;
}

/**
 * Puts a program on a board. At every instant the board boots the old program or the new one; what
 * has arrived of a deploy that broke off is kept for the next.
 */
export async function deploy(
  board: Board,
  files: readonly DeployFile[],
  options: DeployOptions,
): Promise<DeployReport> {
  checkNames(files);
  const report = await attempt(board, files, options, options.verify ?? false);
  if (report !== undefined) return report;
  // The board read back something else than its manifest promised: this time it hashes all first.
  const second = await attempt(board, files, options, true);
  if (second !== undefined) return second;
  throw new BoardError(
    transferBroke(board.address, "the board does not read back what it has written"),
  );
}

/** Undefined when the board has found the new slot to be different from what was planned. */
async function attempt(
  board: Board,
  files: readonly DeployFile[],
  options: DeployOptions,
  hashing: boolean,
): Promise<DeployReport | undefined> {
  const mainText = boardFile("main.py");
  const state = await probeBoard(board);
  const known = await knownDigests(
    board,
    state,
    hashing,
    (digests) => planDeploy(state, files, options.entry, mainText, digests).upToDate,
  );
  const plan = planDeploy(state, files, options.entry, mainText, known);
  options.onPlan?.(plan);
  const { tight } = checkSpace(state, plan);
  const nothing = plan.upToDate && !plan.replacesMain;
  if (nothing || options.dryRun) return { plan, changed: false, savedMain: undefined };
  await board.softReset(); // threads end, and memory is free
  const total = plan.upToDate
    ? 0
    : plan.upload.reduce((sum, { content }) => sum + content.length, 0);
  try {
    await sendBatches(board, deploySteps(state, plan, mainText, tight), {
      inflates: state.inflates,
      signal: options.signal,
      onProgress: (bytes) => options.onProgress?.({ done: Math.min(bytes, total), total }),
    });
  } catch (error) {
    if (isBoardError(error, transferBroke) && /ValueError: digest/.test(error.message)) return;
    throw error;
  }
  const savedMain = plan.replacesMain ? backupName(state, mainText) : undefined;
  return { plan, changed: true, savedMain };
}

/** Hashes on the board what its manifests do not vouch for; not the spare slot if it is not needed. */
async function knownDigests(
  board: Board,
  state: BoardState,
  hashing: boolean,
  isEnough: (known: KnownDigests) => boolean,
): Promise<KnownDigests> {
  const known: { -readonly [Name in Slot]?: KnownDigests[Name] } = {};
  const hash = async (slot: Slot) => {
    const paths = [...state.slots[slot].files.keys()];
    const folder = slotFolder(slot);
    const digests = await digestsOf(
      board,
      paths.map((path) => `${folder}/${path}`),
    );
    known[slot] = new Map(paths.map((path) => [path, digests.get(`${folder}/${path}`)]));
  };
  const { active } = state;
  if (active !== undefined && (hashing || needsHashing(state.slots[active]))) await hash(active);
  if (isEnough(known)) return known;
  for (const slot of ["a", "b"] as const) {
    if (slot !== active && (hashing || needsHashing(state.slots[slot]))) await hash(slot);
  }
  return known;
}

function checkNames(files: readonly DeployFile[]): void {
  const paths = new Set(files.map(({ path }) => path));
  for (const path of paths) {
    const why = refusedName(path, paths);
    if (why !== undefined) throw new BoardError(fileNameRefused(path, why));
  }
}

function checkSpace(state: BoardState, plan: Plan) {
  const space = spaceNeeds(state, plan);
  if (!plan.upToDate && space.needed > space.available) {
    const text = (blocks: number) => `${Math.ceil((blocks * state.blockSize) / 1024)} kB`;
    const mpy = plan.manifest.entry.endsWith(".mpy");
    throw new BoardError(
      noSpace(text(space.needed), text(space.available), text(state.totalBlocks), mpy),
    );
  }
  return space;
}
