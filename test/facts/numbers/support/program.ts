import { ts } from "ts-morph";
import type { NumberProofs } from "../../../../compiler/facts/numberFacts.ts";
import { createNumberFacts } from "../../../../compiler/facts/numbers/createNumberFacts.ts";
import { withTypedProgram } from "../../../../compiler/project/typedProgram.ts";

/** A program with what is proven about it. */
export interface Analyzed {
  readonly facts: NumberProofs;
  readonly checker: ts.TypeChecker;
  readonly files: readonly ts.SourceFile[];
  readonly main: ts.SourceFile;
}

/** Type-checks a program of one or more files, the first of them the entry. */
export function analyzed(files: string | Readonly<Record<string, string>>): Analyzed {
  const all = typeof files === "string" ? { "main.ts": files } : files;
  return withTypedProgram(new Map(Object.entries(all)), {}, (typed) => {
    const main = typed.sourceFiles[0]!;
    const facts = createNumberFacts(typed.program, typed.checker, typed.sourceFiles, main);
    return { facts, checker: typed.checker, files: typed.sourceFiles, main };
  });
}

/** Every node of a tree, outer ones first. */
export function* nodesOf(root: ts.Node): Generator<ts.Node> {
  yield root;
  const children: ts.Node[] = [];
  ts.forEachChild(root, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}
