import type { ts } from "ts-morph";
import type { Origin } from "../../python/ast.ts";
import type { Lowering } from "../lowering.ts";

/** The place of a node, for the source map. */
export function originOf(ctx: Lowering, node: ts.Node): Origin {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { file: ctx.module.pathOf(file), line: line + 1, column: character + 1 };
}
