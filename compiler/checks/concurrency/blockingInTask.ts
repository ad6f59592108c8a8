import { blockingInTask as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { CallGraph } from "../../facts/contexts/callGraph.ts";
import { isInLoop } from "../../facts/contexts/concurrentRegions.ts";
import { type Guard, holdsAt } from "../../facts/contexts/lockRegions.ts";
import { isAsync, type Unit } from "../../facts/contexts/units.ts";
import { isWaitingAcquire, setsTimeouts, waitOf } from "./boardCalls.ts";
import { type ConcurrentProgram, calleeText, quoted, type Rule } from "./concurrentProgram.ts";

/** Waits of a few milliseconds are how drivers talk to chips. */
const shortMs = 20;

/**
 * A coroutine that blocks stops all of them. Synchronous helpers are left alone where a task calls
 * them once: what sets a device up before there is a second task does no harm. A queue that blocks is
 * wrong everywhere, and so is a helper that tasks alone call, again and again.
 */
export const blockingInTask: Rule = (program) => {
  const { facts, contexts, graph } = program;
  if (contexts.loopOnThread) return;
  const socketsWait = !setsTimeouts(graph);
  for (const call of graph.calls) {
    const wait = waitOf(facts.checker, call);
    if (!wait || (wait.ms !== undefined && wait.ms < shortMs)) continue;
    if (call.name!.startsWith("socket.") && !socketsWait) continue;
    const isQueue = call.name!.startsWith("threadsafe.");
    const isTask = isAsync(call.unit) || isTaskHandler(program, call.unit);
    if (isTask || (isForTasks(program, call.unit) && (isQueue || isRepeated(graph, call.unit)))) {
      program.report(call.node, problem(calleeText(call), wait.instead));
    }
  }
  waitForLocks(program);
};

/** Do tasks call a helper again and again, perhaps through another helper? */
function isRepeated(graph: CallGraph, unit: Unit, seen = new Set<Unit>()): boolean {
  if (seen.has(unit)) return false;
  seen.add(unit);
  return graph.calls.some(
    ({ callees, node, unit: caller }) =>
      callees.includes(unit) &&
      (isAsync(caller) ? isInLoop(node) : isInLoop(node) || isRepeated(graph, caller, seen)),
  );
}

/** What timers and asyncio call: it blocks them each time. */
function isTaskHandler({ graph }: ConcurrentProgram, unit: Unit): boolean {
  return graph.registrations.some(
    ({ context, handlers }) => context === "task" && handlers.includes(unit),
  );
}

/** A lock that is held for a moment is no wait; one that a thread holds while it sleeps is. */
function waitForLocks(program: ConcurrentProgram): void {
  const { graph, locks } = program;
  const slow = new Set<Guard>();
  for (const region of locks.regions) {
    if (!locks.isLock(region.lock) || !program.contexts.of(region.unit).has("thread")) continue;
    const waits = graph.callsOf(region.unit).some((call) => {
      const wait = holdsAt(region, call.node) ? waitOf(program.facts.checker, call) : undefined;
      return wait && !(wait.ms !== undefined && wait.ms < shortMs);
    });
    if (waits) for (const guard of locks.guardsOf(region.lock)) slow.add(guard);
  }
  for (const { lock, taken, unit } of locks.regions) {
    if (!isForTasks(program, unit) || !locks.isLock(lock)) continue;
    const call = graph.callsOf(unit).find(({ node }) => node === taken);
    if (call && !isWaitingAcquire(call)) continue;
    if (![...locks.guardsOf(lock)].some((guard) => slow.has(guard))) continue;
    const instead =
      "Let the thread hold the lock for a moment only, or hand over with a ThreadSafeQueue.";
    program.report(
      taken,
      problem(`Waiting for ${quoted(lock)}, which a thread holds while it waits,`, instead),
    );
  }
}

function isForTasks({ contexts }: ConcurrentProgram, unit: Unit): boolean {
  const found = contexts.of(unit);
  return found.size === 1 && found.has("task");
}
