import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileUnreadable } from "../../diagnostics/catalogue/project.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { DeployFile } from "../../mpremote/deploy/layout.ts";
import { reasonOf } from "../../project/disk.ts";

/** What goes on the board. With problems, nothing does. */
export interface Program {
  readonly files: readonly DeployFile[];
  readonly entry: string;
  readonly problems: readonly Problem[];
}

interface Compiled {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly entry: string;
  readonly assets: readonly { readonly path: string; readonly source: string }[];
}

/** Where bytecode says that it comes from: below whichever slot it will lie in. */
const mpyFolder = "/.tsmp/";

/** The files of a compiled project; their Python as bytecode if `mpy`. */
export async function programOf(compiled: Compiled, mpy: boolean): Promise<Program> {
  const problems: Problem[] = [];
  const assets = compiled.assets.flatMap(({ path, source }) => {
    try {
      return [{ path, content: readFileSync(source) }];
    } catch (error) {
      problems.push(fileUnreadable(fromHere(source), reasonOf(error)));
      return [];
    }
  });
  const python = compiled.files.map(({ path, text }) => ({ path, content: Buffer.from(text) }));
  return withMpy({ files: [...python, ...assets], entry: compiled.entry, problems }, mpy);
}

/** The files of a folder that `tsmp build`, or anybody, has made, but for source maps and hidden ones. */
export async function programIn(root: string, entry: string, mpy: boolean): Promise<Program> {
  try {
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => relative(root, join(file.parentPath, file.name)).split(sep).join("/"))
      .filter((path) => !/(^|\/)\.|\.py\.map$/.test(path))
      .sort()
      .map((path) => ({ path, content: readFileSync(join(root, path)) }));
    if (files.some(({ path }) => path === entry)) {
      return await withMpy({ files, entry, problems: [] }, mpy);
    }
    return failed(fileUnreadable(fromHere(join(root, entry)), "it is not there"));
  } catch (error) {
    return failed(fileUnreadable(fromHere(root), reasonOf(error)));
  }
}

function failed(problem: Problem): Program {
  return { files: [], entry: "", problems: [problem] };
}

async function withMpy(program: Program, mpy: boolean): Promise<Program> {
  if (!mpy) return program;
  const isPython = ({ path }: DeployFile) => path.endsWith(".py");
  const python = program.files.filter(isPython).map(({ path, content }) => ({
    path,
    text: Buffer.from(content).toString("utf8"),
  }));
  const { compileToMpy } = await import("../../bundle/compileToMpy.ts");
  const built = await compileToMpy(python, program.entry, mpyFolder);
  return {
    files: [...built.files, ...program.files.filter((file) => !isPython(file))],
    entry: built.entry,
    problems: [...program.problems, ...built.problems],
  };
}

function fromHere(path: string): string {
  return relative(process.cwd(), path) || ".";
}
