import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { type Board, messageOf, optionsOf } from "./stubProgram.ts";

/** A program of `test/types/programs`, and where its errors must be. */
export interface Sample {
  /** File and heading. */
  readonly name: string;
  readonly text: string;
}

/** The programs of a folder: every heading of a page names the block of code below it. */
export function samplesIn(folder: string): Sample[] {
  const root = fileURLToPath(new URL(`../programs/${folder}`, import.meta.url));
  return readdirSync(root).flatMap((page) => {
    const text = readFileSync(join(root, page), "utf8");
    const blocks = text.matchAll(/^## (.+)\n```ts\n([\s\S]*?)^```$/gm);
    return [...blocks].map(([, title, body]) => ({ name: `${page}: ${title}`, text: body! }));
  });
}

/** An error of a program: its line (from 1), code and message. */
export interface SampleError {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** Checks all programs at once for a board: they share the library. */
export function errorsOf(
  samples: readonly Sample[],
  board: Board,
): ReadonlyMap<string, SampleError[]> {
  const options = optionsOf(board);
  const files = new Map(samples.map((sample, index) => [`/programs/p${index}.ts`, sample]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (path, target, ...rest) => {
    const sample = files.get(path);
    return sample
      ? ts.createSourceFile(path, sample.text, target, true)
      : getSourceFile.call(host, path, target, ...rest);
  };
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.readFile = (path) => files.get(path)?.text ?? readFile.call(host, path);
  const program = ts.createProgram([...files.keys()], options, host);
  const stubErrors = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  if (stubErrors.length > 0) throw new Error(stubErrors.map(messageOf).join("\n"));
  return new Map(
    [...files].map(([path, sample]) => {
      const source = program.getSourceFile(path)!;
      const found = [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ];
      return [sample.name, found.map((diagnostic) => errorOf(source, diagnostic))];
    }),
  );
}

function errorOf(source: ts.SourceFile, diagnostic: ts.Diagnostic): SampleError {
  const { line } = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
  return { line: line + 1, code: `TS${diagnostic.code}`, message: messageOf(diagnostic) };
}
