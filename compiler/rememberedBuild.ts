import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "./cacheFolder.ts";
import type { CompileProjectResult, PlacedResult } from "./compileProject.ts";
import { hasErrors } from "./diagnostics/diagnostic.ts";
import { type DiskAnswers, observingDisk, sameAnswers } from "./project/observedDisk.ts";
import { packageRoot } from "./project/packageFolders.ts";
import type { Settings } from "./project/settings.ts";
import { sourceAt } from "./project/sourcePlaces.ts";

/** A compilation without errors, as it is kept between processes. */
interface Build {
  readonly result: PlacedResult;
  /** All that it has read from disk, and asked of it. */
  readonly answers: DiskAnswers;
}

/** Each of them is as large as the Python that it holds, with its maps. */
const mostBuilds = 32;

/**
 * What `compileProject` gives, from the cache of an earlier process if nothing has changed since: then no
 * compiler is loaded, which takes longer than everything else of a `tsmp flash` that has nothing to do.
 */
export async function buildProject(
  path: string,
  overrides: Settings,
): Promise<CompileProjectResult> {
  const file = fileFor(path, overrides);
  const known = file === undefined ? undefined : remembered(file);
  if (known !== undefined) return withSources(known);
  const { compilePlaced } = await import("./compileProject.ts");
  const { result, answers } = observingDisk(() => compilePlaced(path, overrides));
  if (file !== undefined && !hasErrors(result.diagnostics)) remember(file, { result, answers });
  return withSources(result);
}

function withSources(result: PlacedResult): CompileProjectResult {
  return { ...result, sourceOf: (place) => sourceAt(result.sources, place) };
}

/** Where the build of a project with these settings, by this tsmp, is kept; undefined for nowhere. */
function fileFor(path: string, overrides: Settings): string | undefined {
  const folder = process.env["TSMP_CACHE"] ?? join(cacheFolder(), "tsmp", "builds");
  if (folder === "off") return undefined;
  const project = [
    process.cwd(),
    resolve(path),
    overrides,
    process.version,
    packageRoot,
    ownStamp(),
  ];
  const name = createHash("sha256").update(JSON.stringify(project)).digest("hex");
  return join(folder, `${name}.json`);
}

/** The digest in the name of a chunk of the package: it says what is in the file. */
const ownDigest = /-[\w-]{8}\.js$/;

/** Changes whenever another tsmp is installed or built in the same place. */
function ownStamp(): string {
  const [folder] = fileURLToPath(import.meta.url)
    .slice(packageRoot.length)
    .split(/[\\/]/);
  return stampOf(join(packageRoot, folder!)).sort().join("\n");
}

/** Of a package that is built, the types are most files, and none that runs. */
function stampOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "types" ? [] : stampOf(path);
    if (ownDigest.test(entry.name)) return [path];
    const { size, mtimeMs, ctimeMs } = statSync(path);
    return [`${path} ${size} ${mtimeMs} ${ctimeMs}`];
  });
}

function remembered(file: string): PlacedResult | undefined {
  try {
    const { result, answers }: Build = JSON.parse(readFileSync(file, "utf8"));
    const today = sameAnswers(answers, result.outDir);
    if (today === undefined) return undefined;
    if (JSON.stringify(today) !== JSON.stringify(answers))
      remember(file, { result, answers: today });
    return result;
  } catch {
    return undefined; // There is none, or it is of no use.
  }
}

/** Keeps a build, if there is a place for it. */
function remember(file: string, build: Build): void {
  const folder = join(file, "..");
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, JSON.stringify(build));
    renameSync(unfinished, file);
    forgetOldest(folder);
  } catch {
    // No room, or no right to write there.
    ignoringErrors(() => rmSync(unfinished, { force: true }));
  }
}

function ignoringErrors(work: () => void): void {
  try {
    work();
  } catch {}
}

function forgetOldest(folder: string): void {
  const builds = readdirSync(folder).map((name) => join(folder, name));
  if (builds.length <= mostBuilds) return;
  const age = new Map(
    builds.map((path) => [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0]),
  );
  builds.sort((a, b) => age.get(b)! - age.get(a)!);
  for (const path of builds.slice(mostBuilds)) rmSync(path, { force: true });
}
