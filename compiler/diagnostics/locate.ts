import { ts } from "ts-morph";
import { type Diagnostic, helpUrlOf, type Problem } from "./diagnostic.ts";
import { ownAnswer } from "./ownAnswers.ts";
import { hintFor } from "./typescriptHints.ts";

/** Gives a problem its place in a source file. */
export function locate(
  problem: Problem,
  file: string,
  sourceFile: ts.SourceFile,
  start: number,
  length: number,
): Diagnostic {
  const at = sourceFile.getLineAndCharacterOfPosition(Math.min(start, sourceFile.text.length));
  return {
    ...problem,
    file,
    line: at.line + 1,
    column: at.character + 1,
    length,
    helpUrl: helpUrlOf(problem.code),
  };
}

/** A problem that has a file but no place in it, or neither. */
export function withoutPlace(problem: Problem, file = ""): Diagnostic {
  return { ...problem, file, line: 1, column: 1, length: 0, helpUrl: helpUrlOf(problem.code) };
}

/** TypeScript's own diagnostic in our form, or what tsmp says in its place. */
export function fromTypeScript(
  diagnostic: ts.Diagnostic,
  pathOf: (sourceFile: ts.SourceFile) => string,
): Diagnostic {
  const hint = hintFor(diagnostic);
  const problem = ownAnswer(diagnostic) ?? {
    code: `TS${diagnostic.code}`,
    category:
      diagnostic.category === ts.DiagnosticCategory.Error
        ? ("error" as const)
        : ("warning" as const),
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"),
    ...(hint === undefined ? {} : { hint }),
  };
  const { file, start = 0, length = 0 } = diagnostic;
  return file ? locate(problem, pathOf(file), file, start, length) : withoutPlace(problem);
}

/** Without what is said twice of one place: TypeScript has two errors for one `with`. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, file, line, column }) => {
    const key = `${code} ${file}:${line}:${column}`;
    return !seen.has(key) && seen.add(key);
  });
}
