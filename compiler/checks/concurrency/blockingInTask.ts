import { blockingInTask as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isInLoop } from "../../facts/contexts/concurrentRegions.ts";
import { isAsync, type Unit } from "../../facts/contexts/units.ts";
import { waitOf } from "./boardCalls.ts";
import { type ConcurrentProgram, calleeText, type Rule } from "./concurrentProgram.ts";

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
  for (const call of graph.calls) {
    const wait = waitOf(facts.checker, call);
    if (!wait || (wait.ms !== undefined && wait.ms < shortMs)) continue;
    const isQueue = call.name!.startsWith("threadsafe.");
    if (isAsync(call.unit) || (isForTasks(program, call.unit) && (isQueue || isRepeated(call)))) {
      program.report(call.node, problem(calleeText(call), wait.instead));
    }
  }

  /** Does a task call the function around this call in a loop? */
  function isRepeated({ unit }: Call): boolean {
    return graph.calls.some(
      ({ callees, node, unit: caller }) =>
        callees.includes(unit) && isAsync(caller) && isInLoop(node),
    );
  }
};

function isForTasks({ contexts }: ConcurrentProgram, unit: Unit): boolean {
  const found = contexts.of(unit);
  return found.size === 1 && found.has("task");
}
