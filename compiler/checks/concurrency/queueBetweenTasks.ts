import { ts } from "ts-morph";
import { queueBetweenTasks as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { boardName } from "../../facts/contexts/boardNames.ts";
import { isMadeOnce } from "../../facts/contexts/concurrentRegions.ts";
import { isAsync, nodesOf, type Unit } from "../../facts/contexts/units.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, quoted, type Rule } from "./concurrentProgram.ts";

interface Use {
  readonly on: ts.Expression;
  readonly end: "put" | "get";
  /** Does a task wait for it? */
  readonly awaited: boolean;
}

/** A ThreadSafeQueue is asked at every turn of the loop; between tasks a Queue wakes who waits. */
export const queueBetweenTasks: Rule = (program) => {
  const { graph, report } = program;
  const byQueue = new Map<ts.Node, Use[]>();
  for (const use of usesOf(program)) {
    for (const made of graph.values.objectsOf(use.on)) {
      byQueue.set(made, [...(byQueue.get(made) ?? []), use]);
    }
  }
  for (const [made, uses] of byQueue) {
    const ends = new Set(uses.map(({ end }) => end));
    if (!isMadeOnce(graph, made) || ends.size < 2 || !uses.every(({ awaited }) => awaited))
      continue;
    report(made, problem(quoted(uses[0]!.on)));
  }
};

function* usesOf({ contexts, facts, graph }: ConcurrentProgram): Generator<Use> {
  const isTask = (unit: Unit) => isAsync(unit) && contexts.of(unit).size === 1;
  for (const { name, node, unit } of graph.calls) {
    const end = /^threadsafe\.ThreadSafeQueue\.(put|get)/.exec(name ?? "")?.[1] as Use["end"];
    const callee = skipWrappers(node.expression);
    if (!end || !ts.isPropertyAccessExpression(callee)) continue;
    yield { on: callee.expression, end, awaited: !name!.endsWith("_sync") && isTask(unit) };
  }
  for (const unit of graph.units) {
    for (const node of nodesOf(unit)) {
      if (!ts.isForOfStatement(node) || !node.awaitModifier) continue;
      const type = facts.checker.getTypeAtLocation(node.expression);
      if (boardName(type.getSymbol()) !== "threadsafe.ThreadSafeQueue") continue;
      yield { on: node.expression, end: "get", awaited: isTask(unit) };
    }
  }
}
