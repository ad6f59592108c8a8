import { createHash } from "node:crypto";

/** What a slot holds: which file starts the program, and every file's size and SHA-256. */
export interface Manifest {
  readonly entry: string;
  readonly files: ReadonlyMap<string, ManifestFile>;
}

export interface ManifestFile {
  readonly size: number;
  readonly sha256: string;
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * The text that the board writes from what it has read back:
 *
 *     main.py
 *     main.py\t1234\t9f86d0...
 *     net/wifi.py\t567\t2c26b4...
 */
export function manifestText({ entry, files }: Manifest): string {
  const lines = [...files].map(([path, { size, sha256 }]) => `${path}\t${size}\t${sha256}\n`);
  return `${entry}\n${lines.join("")}`;
}

/** Undefined for a text that is none: cut off, or changed by hand. */
export function parseManifest(text: string): Manifest | undefined {
  const [entry, ...lines] = text.split("\n");
  if (entry === undefined || entry === "" || lines.pop() !== "") return undefined;
  const files = new Map<string, ManifestFile>();
  for (const line of lines) {
    const [, path, size, hash] = /^([^\t]+)\t(\d+)\t([0-9a-f]{64})$/.exec(line) ?? [];
    if (path === undefined || hash === undefined) return undefined;
    files.set(path, { size: Number(size), sha256: hash });
  }
  return files.has(entry) ? { entry, files } : undefined;
}

/** Whether both are the same program, whatever the order of the lines. */
export function sameProgram(one: Manifest, other: Manifest): boolean {
  return (
    one.entry === other.entry &&
    one.files.size === other.files.size &&
    [...one.files].every(([path, { sha256 }]) => other.files.get(path)?.sha256 === sha256)
  );
}
