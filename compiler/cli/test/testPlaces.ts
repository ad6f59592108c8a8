import type { CompileProjectResult } from "../../compileProject.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { RunRequest } from "../../simulate/request.ts";
import { boardAddress } from "../boardCommand.ts";
import type { EmulatedBoardOptions } from "../emulated/emulateProgram.ts";
import { programFiles } from "../programFiles.ts";
import { fromHere } from "../terminal.ts";

/** Runs a program somewhere, and gives what it prints with its tracebacks in TypeScript's terms. */
export type TestPlace = (program: {
  readonly compiled: CompileProjectResult;
  readonly signal: AbortSignal;
  readonly put: (piece: string) => void;
}) => Promise<{ readonly problem?: Problem | undefined }>;

/** A MicroPython of this computer. */
export function onHost(host: RunRequest["host"]): TestPlace {
  return async ({ compiled, signal, put }) => {
    const { runProgram } = await import("../../simulate/runProgram.ts");
    return runProgram({
      files: programFiles(compiled),
      entry: compiled.entry,
      host,
      signal,
      sourceName: sourceName(compiled),
      stdout: put,
      stderr: put,
    });
  };
}

/** An emulated Pico, started anew for each program. */
export function onEmulatedPico(options: EmulatedBoardOptions): TestPlace {
  return async ({ compiled, signal, put }) => {
    const { emulateProgram } = await import("../emulated/emulateProgram.ts");
    const { programOf } = await import("../flash/programFiles.ts");
    const { files, entry, problems } = await programOf(compiled, false);
    if (problems.length > 0) return { problem: problems[0] };
    const program = { files, entry, generated: compiled.files, sourceName: sourceName(compiled) };
    const ended = await emulateProgram(program, options, put, signal);
    return { problem: ended.problems.find(({ category }) => category === "error") };
  };
}

/** A board on a cable, from its memory. Throws `BoardError`. */
export function onBoard(device: string): TestPlace {
  return async ({ compiled, signal, put }) => {
    const { openBoard } = await import("../../mpremote/board.ts");
    const { runFromRam } = await import("../../mpremote/runFromRam.ts");
    const { mappedOutput } = await import("../mappedOutput.ts");
    const address = await boardAddress(device === "auto" ? {} : { device });
    const board = await openBoard(address, {});
    const files = programFiles(compiled);
    const mapped = mappedOutput(files, sourceName(compiled), (_, piece) => put(piece));
    try {
      await runFromRam(board, {
        files: files.map(({ path, text }) => ({ path, content: Buffer.from(text as string) })),
        entry: compiled.entry,
        stdout: (piece) => mapped.push("stdout", piece),
        stderr: (piece) => mapped.push("stderr", piece),
        signal,
      });
      mapped.end();
      return {};
    } finally {
      await board.close({ restart: "never" });
    }
  };
}

function sourceName(compiled: CompileProjectResult): (source: string) => string {
  return (source) => fromHere(compiled.sourceOf(source));
}
