import type { Batch, Operation } from "../transfer/operations.ts";
import {
  activePath,
  mainPath,
  manifestPath,
  nextPath,
  otherSlot,
  ownFolder,
  slotFolder,
} from "./layout.ts";
import { manifestText, sha256 } from "./manifest.ts";
import type { Plan } from "./plan.ts";
import type { BoardState } from "./probe.ts";

/** Operations in one batch are one frame of JSON: this many characters leave room for escapes. */
const batchSize = 3000;

/**
 * The operations of a deploy, in their order. Until the last batch, nothing changes what the board
 * boots; in it, one rename does. `known` is the text of tsmp's main.py.
 */
export function deploySteps(
  state: BoardState,
  plan: Plan,
  mainText: string,
  tight: boolean,
): Batch[] {
  const prepared = plan.upToDate ? [] : prepare(state, plan, tight);
  return [
    ...split(prepared.map((operation) => ({ operation }))),
    ...(plan.upToDate ? [] : split(uploads(plan))),
    switchOver(state, plan, mainText),
  ];
}

/** Makes room and folders, and takes what the board has already. */
function prepare(state: BoardState, plan: Plan, tight: boolean): Operation[] {
  const staged = state.slots[plan.target];
  const inSlot = (path: string) => `${slotFolder(plan.target)}/${path}`;
  const running = slotFolder(otherSlot(plan.target));
  const replaced = [...plan.copy, ...plan.upload.map(({ path }) => path)];
  return [
    ...(state.hasOwnFolder ? [] : [["d", ownFolder] as const]),
    // A slot without a manifest counts as empty, whatever happens from here on.
    ...(staged.hasManifestFile ? [["x", manifestPath(plan.target)] as const] : []),
    ...plan.remove.map((path) => ["x", inSlot(path)] as const),
    ...(tight ? replaced.filter((path) => staged.files.has(path)) : []).map(
      (path) => ["x", inSlot(path)] as const,
    ),
    ...plan.removeFolders.map((path) => ["r", inSlot(path)] as const),
    ...(staged.exists ? [] : [["d", slotFolder(plan.target)] as const]),
    ...plan.addFolders.map((path) => ["d", inSlot(path)] as const),
    ...plan.carry.map((path) => ["t", inSlot(path), `${running}/${path}`] as const),
    ...plan.keep.map((path) => ["k", inSlot(path)] as const),
    ...plan.copy.map((path) => ["c", inSlot(path), `${running}/${path}`] as const),
  ];
}

interface Step {
  readonly operation: Operation;
  readonly content?: Uint8Array;
}

function uploads({ target, upload }: Plan): Step[] {
  return upload.map(({ path, content }) => ({
    operation: ["w", `${slotFolder(target)}/${path}`, content.length],
    content,
  }));
}

/** The manifest, which the board writes only if it has read back what it should; then the pointer. */
function switchOver(state: BoardState, plan: Plan, mainText: string): Batch {
  const { manifest, target } = plan;
  const operations: Operation[] = [];
  const contents: Uint8Array[] = [];
  const put = (path: string, content: Uint8Array) => {
    operations.push(["w", nextPath, content.length], ["n", nextPath, path]);
    contents.push(content);
  };
  if (!plan.upToDate) {
    operations.push(["m", manifestPath(target), manifest.entry, sha256(manifestText(manifest))]);
  }
  const backup = plan.replacesMain ? backupName(state, mainText) : undefined;
  if (backup !== undefined) operations.push(["t", backup, mainPath]);
  if (!plan.upToDate) put(activePath, Buffer.from(target));
  if (plan.replacesMain) put(mainPath, Buffer.from(mainText));
  return { operations, contents };
}

/** Where a main.py of the user's own is kept; undefined for none, and for an older one of tsmp's. */
export function backupName(
  { mainText, rootNames }: BoardState,
  ownText: string,
): string | undefined {
  const ownFirstLine = ownText.split("\n", 1)[0];
  if (mainText === undefined || mainText.split("\n", 1)[0] === ownFirstLine) return undefined;
  for (let n = 1; ; n++) {
    const name = n === 1 ? "main.before-tsmp.py" : `main.before-tsmp-${n}.py`;
    if (!rootNames.includes(name)) return `/${name}`;
  }
}

/** Batches of what fits into one frame each. */
function split(steps: readonly Step[]): Batch[] {
  const batches: { operations: Operation[]; contents: Uint8Array[] }[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const { operation, content } of steps) {
    const length = Buffer.byteLength(JSON.stringify(operation)) + 1;
    if (size + length > batchSize) {
      batches.push({ operations: [], contents: [] });
      size = 0;
    }
    size += length;
    const batch = batches.at(-1)!;
    batch.operations.push(operation);
    if (content !== undefined) batch.contents.push(content);
  }
  return batches;
}
