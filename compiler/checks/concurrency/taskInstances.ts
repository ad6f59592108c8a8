import { ts } from "ts-morph";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isInLoop } from "../../facts/contexts/concurrentRegions.ts";
import { isAsync, unitOf } from "../../facts/contexts/units.ts";
import { outerParent } from "../../facts/syntax.ts";
import type { ConcurrentProgram } from "./concurrentProgram.ts";

/** Stands for further tasks that a loop starts from one place. */
const more = "more";

/** The places that start the tasks in which a node is run; two for a place that starts many. */
export function tasksThatRun(
  program: ConcurrentProgram,
  node: ts.Node,
  seen = new Set<ts.Node>(),
): ReadonlySet<ts.Node | string> {
  const found = new Set<ts.Node | string>();
  if (seen.has(node)) return found;
  seen.add(node);
  const unit = unitOf(node);
  if (!isAwaited(node)) {
    // A coroutine that is not awaited here is a task of its own.
    found.add(node);
    if (isInLoop(node)) found.add(more);
    return found;
  }
  const callers = program.graph.calls.filter((call: Call) => call.callees.includes(unit));
  if (callers.length === 0) found.add(unit);
  for (const { node: call } of callers) {
    const place = isAsync(unit) ? call : undefined;
    for (const task of place ? tasksThatRun(program, place, seen) : [call]) found.add(task);
  }
  return found;
}

/** `await f()`, `return f()`, `await wait_for(f(), 1)` */
function isAwaited(node: ts.Node): boolean {
  if (ts.isForOfStatement(node)) return true;
  const parent = outerParent(node);
  if (ts.isAwaitExpression(parent) || ts.isReturnStatement(parent)) return true;
  if (ts.isArrowFunction(parent)) return parent.body === node;
  return (
    ts.isCallExpression(parent) &&
    /(^|\.)wait_for(_ms)?$/.test(parent.expression.getText()) &&
    isAwaited(parent)
  );
}
