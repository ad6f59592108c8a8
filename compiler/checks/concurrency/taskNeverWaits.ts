import { ts } from "ts-morph";
import { taskNeverWaits as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { isAsync, nodesOf } from "../../facts/contexts/units.ts";
import { hasWayOut } from "./blockingInInterrupt.ts";
import { busyWaits } from "./busyWait.ts";
import type { Rule } from "./concurrentProgram.ts";

/**
 * Tasks take turns at `await` only: a loop without one has the core for ever where it has no end, and
 * for as long as it takes where it waits for others.
 */
export const taskNeverWaits: Rule = ({ contexts, facts, graph, report }) => {
  if (contexts.loopOnThread) return;
  for (const unit of graph.units) {
    if (!isAsync(unit)) continue;
    for (const node of nodesOf(unit)) {
      if (isForever(node) && !hasWayOut(node.statement) && !waits(node.statement)) {
        report(node, problem());
      }
    }
    for (const node of busyWaits(facts.checker, unit)) report(node, problem());
  }
};

function isForever(node: ts.Node): node is ts.IterationStatement {
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    return node.expression.kind === ts.SyntaxKind.TrueKeyword;
  }
  return ts.isForStatement(node) && node.condition === undefined;
}

function waits(body: ts.Node): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (
      ts.isAwaitExpression(node) ||
      ts.isYieldExpression(node) ||
      (ts.isForOfStatement(node) && node.awaitModifier) ||
      (ts.isVariableDeclarationList(node) &&
        (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing)
    ) {
      found = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}
