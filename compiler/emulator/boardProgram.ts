import { readFileSync } from "node:fs";
import { programHasErrors } from "../diagnostics/catalogue/emulator.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { EmulatorError } from "./emulatorError.ts";

/** What `compileProject` gives, as far as a board needs it. */
export interface BoardProgram {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Further files, by their place on disk. */
  readonly assets?: readonly { readonly path: string; readonly source: string }[];
  /** The module that a start runs. */
  readonly entry: string;
  readonly diagnostics?: readonly Diagnostic[];
}

const MAIN = "main.py";

/** The files of a program, with a `main.py` that starts it. Throws `EmulatorError` for one with errors. */
export function filesOfProgram(program: BoardProgram): Map<string, Uint8Array> {
  const { files, assets = [], entry, diagnostics = [] } = program;
  const error = diagnostics.find((each) => hasErrors([each]));
  if (error !== undefined) {
    const { file, line, column, message } = error;
    throw new EmulatorError(programHasErrors(`${file}:${line}:${column}: ${message}`));
  }
  const onBoard = new Map<string, Uint8Array>();
  for (const { path, text } of files) onBoard.set(path, Buffer.from(text));
  for (const { path, source } of assets) onBoard.set(path, readFileSync(source));
  if (!onBoard.has(MAIN)) onBoard.set(MAIN, Buffer.from(`execfile(${JSON.stringify(entry)})\n`));
  return onBoard;
}
