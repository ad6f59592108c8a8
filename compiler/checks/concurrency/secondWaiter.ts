import { ts } from "ts-morph";
import { secondWaiter as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { boardName } from "../../facts/contexts/boardNames.ts";
import { isMadeOnce } from "../../facts/contexts/concurrentRegions.ts";
import { nodesOf } from "../../facts/contexts/units.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, quoted, type Rule } from "./concurrentProgram.ts";
import { tasksThatRun } from "./taskInstances.ts";

/** A wait of a task for something that has room for one waiter. */
interface Waiting {
  readonly node: ts.Node;
  readonly on: ts.Expression;
  readonly end: string;
}

/**
 * A ThreadSafeFlag remembers one waiting task, and so does the consumer's end of a ThreadSafeQueue.
 * Several tasks may `put`: they wait only while the queue is full, which many programs never let it be.
 */
export const secondWaiter: Rule = (program) => {
  const groups = new Map<ts.Node, Map<string, Waiting[]>>();
  for (const waiting of waitsOf(program)) {
    const [made, ...others] = program.graph.values.objectsOf(waiting.on);
    // Where it may be one of several, each task may have its own.
    if (made && others.length === 0 && isMadeOnce(program.graph, made)) {
      const ends = groups.get(made) ?? new Map<string, Waiting[]>();
      groups.set(made, ends.set(waiting.end, [...(ends.get(waiting.end) ?? []), waiting]));
    }
  }
  for (const ends of groups.values()) {
    for (const list of ends.values()) {
      const tasks = new Set<ts.Node | string>();
      for (const { node, on } of list) {
        for (const task of tasksThatRun(program, node)) tasks.add(task);
        if (tasks.size < 2) continue;
        program.report(node, problem(quoted(on)));
        break;
      }
    }
  }
};

const ends: Readonly<Record<string, string>> = {
  "asyncio.ThreadSafeFlag.wait": "wait",
  "threadsafe.ThreadSafeQueue.get": "get",
};

function* waitsOf({ graph, facts }: ConcurrentProgram): Generator<Waiting> {
  for (const { name, node } of graph.calls) {
    const end = ends[name ?? ""];
    const callee = skipWrappers(node.expression);
    if (end && ts.isPropertyAccessExpression(callee)) yield { node, on: callee.expression, end };
  }
  for (const unit of graph.units) {
    for (const node of nodesOf(unit)) {
      if (!ts.isForOfStatement(node) || !node.awaitModifier) continue;
      const type = facts.checker.getTypeAtLocation(node.expression);
      if (boardName(type.getSymbol()) === "threadsafe.ThreadSafeQueue") {
        yield { node, on: node.expression, end: "get" };
      }
    }
  }
}
