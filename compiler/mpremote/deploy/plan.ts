import type { DeployFile, Slot } from "./layout.ts";
import { otherSlot } from "./layout.ts";
import { type Manifest, type ManifestFile, sameProgram, sha256 } from "./manifest.ts";
import type { BoardState, SlotState } from "./probe.ts";

/** What a deploy will do. Paths are below the slots. */
export interface Plan {
  /** The program as it will be; its files in the order in which the board gets to know them. */
  readonly manifest: Manifest;
  /** The slot that is filled; the other one runs until the switch. */
  readonly target: Slot;
  /** The board runs exactly this already: nothing is to be written to the slots. */
  readonly upToDate: boolean;
  /** main.py is not tsmp's, or that of another version. */
  readonly replacesMain: boolean;
  readonly keep: readonly string[];
  /** Unchanged files, copied on the board from the slot that runs. */
  readonly copy: readonly string[];
  readonly upload: readonly DeployFile[];
  /** What the running program has put beside its files: it goes along. */
  readonly carry: readonly string[];
  /** Stale files of the slot that is filled. */
  readonly remove: readonly string[];
  readonly removeFolders: readonly string[];
  readonly addFolders: readonly string[];
}

/** Digests that the board has computed, for slots whose manifest is not to be believed. */
export type KnownDigests = Partial<Readonly<Record<Slot, ReadonlyMap<string, string | undefined>>>>;

export function planDeploy(
  state: BoardState,
  files: readonly DeployFile[],
  entry: string,
  mainText: string,
  known: KnownDigests = {},
): Plan {
  const wanted = manifestOf(files, entry);
  const target = state.active === undefined ? "a" : otherSlot(state.active);
  const running = state.active && state.slots[state.active];
  const staged = state.slots[target];
  const runningDigests = running && (known[state.active!] ?? believedDigests(running));
  const stagedDigests = known[target] ?? believedDigests(staged);

  const has = (digests: typeof stagedDigests, path: string) =>
    digests?.get(path) === wanted.files.get(path)?.sha256;
  const keep = files.filter(({ path }) => has(stagedDigests, path));
  const missing = files.filter(({ path }) => !has(stagedDigests, path));
  const copy = missing.filter(({ path }) => runningDigests && has(runningDigests, path));
  const upload = missing.filter((file) => !copy.includes(file));
  const carry = foreignFiles(running, wanted);
  const folders = foldersOf([...wanted.files.keys(), ...carry]);
  return {
    manifest: inOrder(wanted, [...keep, ...copy, ...upload]),
    target,
    upToDate: isUpToDate(running, runningDigests, wanted),
    replacesMain: state.mainText !== mainText,
    keep: keep.map(({ path }) => path),
    copy: copy.map(({ path }) => path),
    upload,
    carry,
    remove: [...staged.files.keys()].filter((path) => !wanted.files.has(path)),
    removeFolders: staged.folders.filter((path) => !folders.has(path)).reverse(),
    addFolders: [...folders].filter((path) => !staged.folders.includes(path)).sort(),
  };
}

/** Whether what stands in a slot has to be hashed before one can plan with it. */
export function needsHashing(slot: SlotState): boolean {
  return slot.files.size > 0 && believedDigests(slot) === undefined;
}

function manifestOf(files: readonly DeployFile[], entry: string): Manifest {
  const described = files.map(({ path, content }): [string, ManifestFile] => [
    path,
    { size: content.length, sha256: sha256(content) },
  ]);
  return { entry, files: new Map(described) };
}

function inOrder({ entry, files }: Manifest, order: readonly DeployFile[]): Manifest {
  return { entry, files: new Map(order.map(({ path }) => [path, files.get(path)!])) };
}

/** The digests of the manifest, for files that still have the size that it says. */
function believedDigests(slot: SlotState): ReadonlyMap<string, string | undefined> | undefined {
  if (slot.manifest === undefined) return undefined;
  const unchanged = [...slot.manifest.files].filter(
    ([path, { size }]) => slot.files.get(path) === size,
  );
  return new Map(unchanged.map(([path, { sha256 }]) => [path, sha256]));
}

function isUpToDate(
  running: SlotState | undefined,
  digests: ReadonlyMap<string, string | undefined> | undefined,
  wanted: Manifest,
): boolean {
  if (running?.manifest === undefined || digests === undefined) return false;
  const whole = [...running.manifest.files].every(
    ([path, { sha256 }]) => digests.get(path) === sha256,
  );
  return whole && sameProgram(running.manifest, wanted);
}

/** Files beside the program's own, unless the new program brings one of that name. */
function foreignFiles(running: SlotState | undefined, wanted: Manifest): string[] {
  const { manifest, files } = running ?? {};
  if (manifest === undefined || files === undefined) return [];
  const folders = foldersOf(wanted.files.keys());
  const fits = (path: string) =>
    !folders.has(path) && [...foldersOf([path])].every((folder) => !wanted.files.has(folder));
  return [...files.keys()].filter(
    (path) => !manifest.files.has(path) && !wanted.files.has(path) && fits(path),
  );
}

/** `a`, `a/b` for `a/b/c.py`. */
function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
      folders.add(path.slice(0, at));
    }
  }
  return folders;
}
