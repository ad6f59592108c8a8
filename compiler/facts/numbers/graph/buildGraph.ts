import type { ts } from "ts-morph";
import { FlowBuilder } from "./builder.ts";
import { exposeExports } from "./exposure.ts";
import { linkAll } from "./statements.ts";

export interface Program {
  readonly checker: ts.TypeChecker;
  readonly sources: readonly ts.SourceFile[];
  readonly entry: ts.SourceFile;
}

/** The graph of all flows of a program. */
export function buildGraph({ checker, sources, entry }: Program): FlowBuilder {
  const builder = new FlowBuilder(checker);
  for (const file of sources) {
    if (!file.isDeclarationFile && !file.fileName.endsWith(".json")) linkAll(builder, file);
  }
  exposeExports(builder, entry);
  return builder;
}
