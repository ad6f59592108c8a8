import { ts } from "ts-morph";
import { ConcurrentRegions } from "./concurrentRegions.ts";
import type { ContextFacts } from "./contexts.ts";

/** The first statement of a module with which a thread may be running; undefined where there is none. */
export type ThreadStarts = (file: ts.SourceFile) => ts.Statement | undefined;

/** Asked for when a module is lowered; programs without threads have none. */
export function createThreadStarts(
  sourceFiles: readonly ts.SourceFile[],
  contexts: () => ContextFacts,
): ThreadStarts {
  let regions: ConcurrentRegions | undefined;
  const mayStart = sourceFiles.some(({ statements }) => statements.some(importsThreads));
  return (file) => {
    if (!mayStart) return undefined;
    regions ??= new ConcurrentRegions(contexts().graph, (context) => context === "thread");
    const from = regions.startOf(file);
    if (from === undefined) return undefined;
    return file.statements.find((statement) => from < statement.end);
  };
}

function importsThreads(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) &&
    ts.isStringLiteral(statement.moduleSpecifier) &&
    /^(_thread|threadsafe|apploop)$/.test(statement.moduleSpecifier.text)
  );
}
