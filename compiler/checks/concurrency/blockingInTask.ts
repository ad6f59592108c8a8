import { blockingInTask as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { isAsync } from "../../facts/contexts/units.ts";
import { waitOf } from "./boardCalls.ts";
import { calleeText, type Rule } from "./concurrentProgram.ts";

/** Waits of a few milliseconds are how drivers talk to chips. */
const shortMs = 20;

/**
 * A coroutine that blocks stops all of them. Helpers are left alone when they sleep: what runs them
 * at a start, before there is a second task, does no harm; a queue that blocks is wrong everywhere.
 */
export const blockingInTask: Rule = (program) => {
  const { contexts, graph } = program;
  if (contexts.loopOnThread) return;
  for (const call of graph.calls) {
    const wait = waitOf(call);
    if (!wait) continue;
    const isQueue = call.name!.startsWith("threadsafe.");
    const isTask = isAsync(call.unit) || (isQueue && isOnlyTask(contexts.of(call.unit)));
    if (!isTask || (wait.ms !== undefined && wait.ms < shortMs)) continue;
    program.report(call.node, problem(calleeText(call), wait.instead));
  }
};

function isOnlyTask(contexts: ReadonlySet<string>): boolean {
  return contexts.size === 1 && contexts.has("task");
}
