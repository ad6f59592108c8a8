import { ts } from "ts-morph";
import { lockNotReleased as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { leavesHeld } from "../../facts/contexts/lockRegions.ts";
import { isFunctionUnit } from "../../facts/contexts/units.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { isWaitingAcquire } from "./boardCalls.ts";
import { quoted, type Rule } from "./concurrentProgram.ts";

/** A lock that is not given back stops whoever wants it next, for ever. */
export const lockNotReleased: Rule = ({ graph, locks, report }) => {
  const released = graph.calls.filter(({ name }) => name === "_thread.LockType.release");
  for (const call of graph.calls) {
    if (!isWaitingAcquire(call) || !ts.isExpressionStatement(call.node.parent)) continue;
    const lock = receiverOf(call.node);
    if (!lock) continue;
    const guards = locks.guardsOf(lock);
    const releases = released.filter(({ node }) => {
      const other = receiverOf(node);
      return other && [...locks.guardsOf(other)].some((guard) => guards.has(guard));
    });
    const own = releases.filter(({ unit }) => unit === call.unit);
    const region = locks.of(call.unit).find(({ taken }) => taken === call.node)!;
    if (own.length === 0) {
      if (releases.length === 0 && guards.size > 0) report(call.node, problem(quoted(lock)));
    } else if (own.every(({ node }) => !isInFinally(node)) && leavesHeld(region)) {
      report(call.node, problem(quoted(lock)));
    }
  }
};

function receiverOf(call: ts.CallExpression | ts.NewExpression): ts.Expression | undefined {
  const callee = skipWrappers(call.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

export function isInFinally(node: ts.Node): boolean {
  for (let current = node; current.parent && !isFunctionUnit(current); current = current.parent) {
    if (ts.isTryStatement(current.parent) && current.parent.finallyBlock === current) return true;
  }
  return false;
}
