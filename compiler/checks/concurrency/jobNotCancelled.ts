import { ts } from "ts-morph";
import { jobNotCancelled as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { isAsync, type Unit, unitOf } from "../../facts/contexts/units.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, quoted, type Rule } from "./concurrentProgram.ts";
import { isAwaitedThread } from "./sharing.ts";

/** A task can be cancelled, the thread that works for it cannot: it keeps the core until it has ended. */
export const jobNotCancelled: Rule = (program) => {
  const { graph, report } = program;
  for (const { name, node } of graph.calls) {
    const [first] = node.arguments ?? [];
    const callee = skipWrappers(node.expression);
    const isTimed = name === "asyncio.wait_for" || name === "asyncio.wait_for_ms";
    if (isTimed && first && isJob(program, first)) report(node, problem(quoted(first)));
    if (name !== "asyncio.Task.cancel" || !ts.isPropertyAccessExpression(callee)) continue;
    const made = [...graph.values.objectsOf(callee.expression)];
    const jobs = made.filter(
      (task) => ts.isCallExpression(task) && task.arguments[0] && isJob(program, task.arguments[0]),
    );
    if (made.length === 1 && jobs.length === 1) report(node, problem(quoted(callee.expression)));
  }
};

/** Is a coroutine a job for a thread: `unblock(...)`, or a function that awaits one? */
function isJob({ graph }: ConcurrentProgram, coroutine: ts.Expression): boolean {
  const bare = skipWrappers(coroutine);
  if (!ts.isCallExpression(bare)) return false;
  const call = graph.callsOf(unitOf(bare)).find(({ node }) => node === bare);
  if (isAwaitedThread(call?.name)) return true;
  return call?.callees.some((unit) => isAsync(unit) && awaitsJob(unit)) ?? false;

  function awaitsJob(unit: Unit): boolean {
    return graph.callsOf(unit).some(({ name, node }) => {
      const outer = outerParent(node);
      return isAwaitedThread(name) && (ts.isAwaitExpression(outer) || ts.isReturnStatement(outer));
    });
  }
}
