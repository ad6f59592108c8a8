/** What the receiver on the board can be told to do; runtime-py/deploy/receiver.py has the other side. */
export type Operation =
  /** Write what follows in frames. */
  | readonly ["w", path: string, size: number]
  /** Read a file that stays, for the manifest. */
  | readonly ["k", path: string]
  /** Copy a file, for the manifest. */
  | readonly ["c", path: string, from: string]
  /** Copy a file that the manifest does not list. */
  | readonly ["t", path: string, from: string]
  /** Write the manifest, if it has this digest. */
  | readonly ["m", path: string, entry: string, sha256: string]
  | readonly ["d" | "x" | "r", path: string]
  | readonly ["n", from: string, to: string];

/** Operations that go over together, and the contents of the files that they write, in their order. */
export interface Batch {
  readonly operations: readonly Operation[];
  readonly contents: readonly Uint8Array[];
}
