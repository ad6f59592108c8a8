/**
 * Where a program lies on a board. Two slots hold one program each; `active` names the one that
 * runs. `main.py` (runtime-py/deploy/main.py) knows these paths too.
 */
export type Slot = "a" | "b";

export const ownFolder = "/.tsmp";
export const activePath = "/.tsmp/active";
export const mainPath = "/main.py";
/** Where a file stands until a rename puts it in its place. */
export const nextPath = "/.tsmp/next";

export function slotFolder(slot: Slot): string {
  return `${ownFolder}/${slot}`;
}

export function manifestPath(slot: Slot): string {
  return `${ownFolder}/${slot}.manifest`;
}

export function otherSlot(slot: Slot): Slot {
  return slot === "a" ? "b" : "a";
}

/** A file that is flashed: its path below the slot, with `/`. */
export interface DeployFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The path as a frame of a traceback names it: below the slot, or undefined for other files. */
export function pathInSlot(path: string): string | undefined {
  return /^\/\.tsmp\/(?:[ab]\/)?(.*)$/.exec(path)?.[1];
}
