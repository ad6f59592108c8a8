import { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { withBreakTarget } from "./jumps.ts";
import { lowerBody, lowerStatement } from "./lowerStatements.ts";

/** `name: loop`: the loop knows its labels; a labelled block is a loop that runs once. */
export function lowerLabeledStatement(ctx: Lowering, node: ts.LabeledStatement): py.Statement[] {
  const inner = node.statement;
  const isTarget =
    ts.isIterationStatement(inner, false) ||
    ts.isLabeledStatement(inner) ||
    ts.isSwitchStatement(inner);
  if (isTarget) return lowerStatement(ctx, inner);
  return withBreakTarget(ctx, inner, false, () => lowerBody(ctx, inner));
}
