import { ts } from "ts-morph";
import { lockHeldAcrossAwait as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { holdsAt } from "../../facts/contexts/lockRegions.ts";
import { nodesOf } from "../../facts/contexts/units.ts";
import { quoted, type Rule } from "./concurrentProgram.ts";

/**
 * A thread lock knows nothing of tasks: while this one waits, the next one that acquires it blocks
 * the loop, which then can never wake this one.
 */
export const lockHeldAcrossAwait: Rule = ({ locks, report }) => {
  for (const region of locks.regions) {
    if (!locks.isLock(region.lock)) continue;
    for (const node of nodesOf(region.unit)) {
      if (isWait(node) && holdsAt(region, node)) {
        report(node, problem(quoted(region.lock)));
        break;
      }
    }
  }
};

export function isWait(node: ts.Node): boolean {
  return (
    ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)
  );
}
