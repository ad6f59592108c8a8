import { ts } from "ts-morph";
import { lockTakenTwice as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isMadeOnce } from "../../facts/contexts/concurrentRegions.ts";
import { type Guard, holdsAt, type LockRegion } from "../../facts/contexts/lockRegions.ts";
import type { Unit } from "../../facts/contexts/units.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { isWaitingAcquire } from "./boardCalls.ts";
import { type ConcurrentProgram, quoted, type Rule } from "./concurrentProgram.ts";

/** A lock of `_thread` does not know who holds it: its holder waits for itself. */
export const lockTakenTwice: Rule = (program) => {
  const { graph, locks, report } = program;
  for (const region of locks.regions) {
    const guard = onlyLock(program, region);
    if (!guard || isSignal(program, region, guard)) continue;
    const isInside = (node: ts.Node) => holdsAt(region, node);
    for (const other of locks.of(region.unit)) {
      const isSecond = other !== region && isInside(other.taken) && waits(program, other);
      if (isSecond && onlyLock(program, other) === guard) {
        report(other.taken, problem(quoted(other.lock)));
      }
    }
    for (const call of graph.callsOf(region.unit)) {
      const { node } = call;
      if (isInside(node) && takes(program, call.callees, guard, new Set())) {
        report(node, problem(quoted(region.lock)));
      }
    }
  }
};

/** The one lock that a region holds, where there is no doubt which. */
export function onlyLock(
  { graph, locks }: ConcurrentProgram,
  region: LockRegion,
): Guard | undefined {
  if (!locks.isLock(region.lock)) return undefined;
  const [guard, ...others] = locks.guardsOf(region.lock);
  if (guard === undefined || others.length > 0 || typeof guard === "symbol") return undefined;
  return isMadeOnce(graph, guard) ? guard : undefined;
}

/** Somebody else gives it back: it is no lock but a signal. */
function isSignal({ graph, locks }: ConcurrentProgram, region: LockRegion, guard: Guard): boolean {
  if (region.released.length > 0 || !ts.isCallExpression(region.taken)) return false;
  return graph.calls.some(({ name, node, unit }) => {
    const callee = skipWrappers(node.expression);
    if (name !== "_thread.LockType.release" || unit === region.unit) return false;
    return ts.isPropertyAccessExpression(callee) && locks.guardsOf(callee.expression).has(guard);
  });
}

function waits({ graph }: ConcurrentProgram, region: LockRegion): boolean {
  const call: Call | undefined = graph
    .callsOf(region.unit)
    .find(({ node }) => node === region.taken);
  return !call || isWaitingAcquire(call);
}

function takes(
  program: ConcurrentProgram,
  units: readonly Unit[],
  guard: Guard,
  seen: Set<Unit>,
): boolean {
  return units.some((unit) => {
    if (seen.has(unit)) return false;
    seen.add(unit);
    const takesIt = program.locks
      .of(unit)
      .some((region) => waits(program, region) && onlyLock(program, region) === guard);
    if (takesIt) return true;
    return program.graph.callsOf(unit).some((call) => takes(program, call.callees, guard, seen));
  });
}
