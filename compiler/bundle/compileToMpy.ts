import { mpyFailed } from "../diagnostics/catalogue/deploy.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";

export interface PythonFile {
  readonly path: string;
  readonly text: string;
}

export interface CompiledFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export interface MpyBuild {
  readonly files: readonly CompiledFile[];
  readonly entry: string;
  readonly problems: readonly Problem[];
}

/** The version of the .mpy files that mpy-cross makes: the low byte of `sys.implementation._mpy`. */
export const mpyVersion = 6;

/** Native code is for one kind of chip, which mpy-cross would have to know: the board compiles it. */
const native = /^\s*@micropython\.(native|viper|asm_\w+)/m;

/**
 * Compiles Python files to bytecode, with line numbers. `folder` stands before their names in
 * tracebacks. A file with native code stays Python.
 */
export async function compileToMpy(
  files: readonly PythonFile[],
  entry: string,
  folder: string,
): Promise<MpyBuild> {
  const built: CompiledFile[] = [];
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    if (native.test(text)) {
      built.push({ path, content: Buffer.from(text) });
      continue;
    }
    const source = path === entry ? asImportedMain(text) : text;
    const { mpy, err } = await crossCompile(`${folder}${path}`, source);
    if (mpy === undefined) problems.push(mpyFailed(path, lastLine(err)));
    else built.push({ path: mpyPath(path), content: mpy });
  }
  const entryStays = built.some(({ path }) => path === entry);
  return { files: built, entry: entryStays ? entry : mpyPath(entry), problems };
}

function mpyPath(path: string): string {
  return path.replace(/\.py$/, ".mpy");
}

/**
 * Bytecode cannot be run as `__main__`, only imported. What the main program does at its end when it
 * is the main program, it then does always.
 */
function asImportedMain(text: string): string {
  return text.replace(/^if __name__ == "__main__":\n(?= {4}run_main\(\)$)/m, "if True:\n");
}

interface Outcome {
  readonly mpy?: Uint8Array | undefined;
  readonly err: readonly string[];
}

/**
 * Runs mpy-cross. Its WebAssembly would fetch itself from the network where there is `fetch`, and
 * each run leaves handlers for the faults of the whole process behind.
 */
async function crossCompile(name: string, text: string): Promise<Outcome> {
  const { compile } = await import("@pybricks/mpy-cross-v6");
  const { fetch } = globalThis;
  const handlers = faults.map((fault) => process.rawListeners(fault));
  Object.assign(globalThis, { fetch: undefined });
  try {
    return await compile("module.py", text, ["-s", name]);
  } finally {
    Object.assign(globalThis, { fetch });
    for (const [at, fault] of faults.entries()) {
      const added = process.rawListeners(fault).filter((one) => !handlers[at]?.includes(one));
      for (const one of added) process.off(fault, one as () => void);
    }
  }
}

const faults = ["uncaughtException", "unhandledRejection"] as const;

function lastLine(lines: readonly string[]): string {
  return lines.join("\n").trimEnd().split("\n").at(-1) ?? "";
}
