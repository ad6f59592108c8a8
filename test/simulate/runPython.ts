import type { ProgramFile, RunRequest, RunResult } from "../../compiler/simulate/request.ts";
import { runProgram } from "../../compiler/simulate/runProgram.ts";

export interface Transcript extends RunResult {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Python text as main.py (or several files, main.py among them) and collects what it prints. */
export async function runPython(
  program: string | readonly ProgramFile[],
  options: Partial<RunRequest> = {},
): Promise<Transcript> {
  let stdout = "";
  let stderr = "";
  const result = await runProgram({
    files: typeof program === "string" ? [{ path: "main.py", text: program }] : program,
    entry: "main.py",
    host: "embedded",
    stdout: (piece) => {
      stdout += piece;
    },
    stderr: (piece) => {
      stderr += piece;
    },
    ...options,
  });
  return { ...result, stdout, stderr };
}
