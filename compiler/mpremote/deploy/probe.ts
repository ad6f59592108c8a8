import { probeNotUnderstood } from "../../diagnostics/catalogue/deploy.ts";
import type { Board } from "../board.ts";
import { boardCode } from "../boardCode.ts";
import { BoardError } from "../boardError.ts";
import { activePath, mainPath, manifestPath, ownFolder, type Slot, slotFolder } from "./layout.ts";
import { type Manifest, parseManifest } from "./manifest.ts";

/** What there is on a board before a deploy. */
export interface BoardState {
  /** The slot that starts; undefined before the first deploy. */
  readonly active: Slot | undefined;
  readonly slots: Readonly<Record<Slot, SlotState>>;
  readonly hasOwnFolder: boolean;
  /** The beginning of main.py, longer than tsmp's own; undefined where there is none. */
  readonly mainText: string | undefined;
  /** Names in the root folder. */
  readonly rootNames: readonly string[];
  readonly blockSize: number;
  readonly freeBlocks: number;
  readonly totalBlocks: number;
  readonly freeMemory: number;
  /** Whether the firmware has `deflate`. */
  readonly inflates: boolean;
}

export interface SlotState {
  readonly exists: boolean;
  /** Undefined where the slot holds no whole program. */
  readonly manifest: Manifest | undefined;
  readonly hasManifestFile: boolean;
  /** Sizes by path below the slot. */
  readonly files: ReadonlyMap<string, number>;
  /** Folders below the slot, those above others first. */
  readonly folders: readonly string[];
}

/** Has a board say all of it. One that is attached to for a deploy is asked this at once. */
export const deployQuestion = () => boardCode("probe.py");

/** Asks everything in one exchange, or in none if the board was asked on attaching; writes nothing. */
export async function probeBoard(board: Board): Promise<BoardState> {
  const said =
    understand(board.takeAnswer() ?? "") ?? (await ask(board)) ?? (await askAfresh(board));
  if (said === undefined) throw new BoardError(probeNotUnderstood(board.address));
  const { texts, entries, roots, statvfs, freeMemory, inflates } = said;
  const [blockSize = 4096, , totalBlocks = 0, freeBlocks = 0] = statvfs;
  return {
    active: slotThatStarts(texts, entries),
    slots: { a: slotState("a", entries, texts), b: slotState("b", entries, texts) },
    hasOwnFolder: roots.includes(ownFolder.slice(1)),
    mainText: texts.get(mainPath) ?? (roots.includes(mainPath.slice(1)) ? "" : undefined),
    rootNames: roots,
    blockSize,
    freeBlocks,
    totalBlocks,
    freeMemory,
    inflates,
  };
}

/** The SHA-256 of files on the board; undefined for those that cannot be read. */
export async function digestsOf(
  board: Board,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const digests = new Map<string, string | undefined>();
  for (let at = 0; at < paths.length; at += 100) {
    const some = paths.slice(at, at + 100);
    const call = `digests(${some.map((path) => pythonText(path)).join(",")})`;
    const { stdout } = await board.exec(`${boardCode("digest.py")}\n${call}`, {
      timeoutMs: 60_000,
    });
    const lines = factLines(stdout);
    some.forEach((path, index) => {
      digests.set(path, lines[index] || undefined);
    });
  }
  return digests;
}

interface Said {
  readonly texts: ReadonlyMap<string, string>;
  readonly entries: readonly [path: string, size: number | null][];
  readonly roots: readonly string[];
  readonly statvfs: readonly number[];
  readonly freeMemory: number;
  readonly inflates: boolean;
}

/** A thread of the interrupted program may print in between, or have left no memory. */
async function askAfresh(board: Board): Promise<Said | undefined> {
  await board.softReset();
  return ask(board);
}

async function ask(board: Board): Promise<Said | undefined> {
  const { stdout, stderr } = await board.exec(deployQuestion(), {
    mode: "plain",
    timeoutMs: 20_000,
  });
  return stderr === "" ? understand(stdout) : undefined;
}

function understand(output: string): Said | undefined {
  try {
    const facts = factLines(output).map((line) => JSON.parse(line));
    const [entries, roots, statvfs, freeMemory, inflates] = facts.pop() ?? [];
    if (!Array.isArray(statvfs)) return undefined;
    return { texts: new Map(facts), entries, roots, statvfs, freeMemory, inflates };
  } catch {
    return undefined;
  }
}

function factLines(output: string): string[] {
  return output.split("\n").flatMap((line) => {
    const at = line.indexOf("tsmp:");
    return at === -1 ? [] : [line.slice(at + 5).trimEnd()];
  });
}

/** The slot that main.py on the board takes: the active one, or the other if that one is not whole. */
function slotThatStarts(texts: Said["texts"], entries: Said["entries"]): Slot | undefined {
  const order = texts.get(activePath)?.startsWith("b")
    ? (["b", "a"] as const)
    : (["a", "b"] as const);
  return order.find((slot) => {
    const start = texts.get(manifestPath(slot))?.split("\n", 1)[0];
    return entries.some(([path]) => path === `${slotFolder(slot)}/${start}`);
  });
}

function slotState(slot: Slot, entries: Said["entries"], texts: Said["texts"]): SlotState {
  const folder = slotFolder(slot);
  const inside = entries.filter(([path]) => path.startsWith(`${folder}/`));
  const below = (path: string) => path.slice(folder.length + 1);
  const text = texts.get(manifestPath(slot));
  return {
    exists: entries.some(([path]) => path === folder),
    manifest: text === undefined ? undefined : parseManifest(text),
    hasManifestFile: entries.some(([path]) => path === manifestPath(slot)),
    files: new Map(inside.flatMap(([path, size]) => (size === null ? [] : [[below(path), size]]))),
    folders: inside.flatMap(([path, size]) => (size === null ? [below(path)] : [])),
  };
}

/** A text as a Python literal. */
export function pythonText(text: string): string {
  // JSON's escapes are Python's, but for surrogate pairs, which stay as they are.
  return JSON.stringify(text);
}
