import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isAbsolute, join, normalize } from "node:path";

/** What the last build left in its folder, so that the next one knows what it may replace and remove. */
export interface BuildManifest {
  /** SHA-256 of each file by path below the folder, with `/`. */
  readonly files: Readonly<Record<string, string>>;
  /** The folders that the build made. */
  readonly folders: readonly string[];
  /** What there is to know for bringing the build to a board. */
  readonly program?: BuiltProgram;
}

export interface BuiltProgram {
  /** The path of the main program. */
  readonly entry: string;
  readonly board?: string;
  readonly micropython?: string;
}

export const manifestName = ".tsmp-build.json";

const empty: BuildManifest = { files: {}, folders: [] };

/** The manifest in a folder; an empty one where there is none that can be trusted. */
export function readManifest(outDir: string): BuildManifest {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(outDir, manifestName), "utf8"));
  } catch {
    return empty;
  }
  if (!isRecord(value) || !isRecord(value["files"]) || !Array.isArray(value["folders"]))
    return empty;
  const files = Object.entries(value["files"]).filter(
    (entry): entry is [string, string] => staysInside(entry[0]) && typeof entry[1] === "string",
  );
  const folders = value["folders"].filter((name) => typeof name === "string" && staysInside(name));
  const program = programIn(value["program"]);
  return {
    files: Object.fromEntries(files),
    folders,
    ...(program === undefined ? {} : { program }),
  };
}

function programIn(value: unknown): BuiltProgram | undefined {
  if (!isRecord(value)) return undefined;
  const { entry, board, micropython } = value;
  if (typeof entry !== "string" || !staysInside(entry)) return undefined;
  return {
    entry,
    ...(typeof board === "string" ? { board } : {}),
    ...(typeof micropython === "string" ? { micropython } : {}),
  };
}

export function manifestText(manifest: BuildManifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A manifest that somebody edited must not make a build delete files elsewhere. */
function staysInside(path: string): boolean {
  return !isAbsolute(path) && !normalize(path).startsWith("..") && path !== "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
