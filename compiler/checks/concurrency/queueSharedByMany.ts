import { ts } from "ts-morph";
import { queueSharedByMany as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { isMadeOnce } from "../../facts/contexts/concurrentRegions.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, contextNoun, quoted, type Rule } from "./concurrentProgram.ts";
import { sidesOf } from "./sharing.ts";

/** Each end of a ThreadSafeQueue keeps an index of its own, which only one context may move. */
export const queueSharedByMany: Rule = (program) => {
  checkEnd(program, "filled", /^threadsafe\.ThreadSafeQueue\.put(_sync)?$/);
  checkEnd(program, "emptied", /^threadsafe\.ThreadSafeQueue\.get(_sync)?$/);
};

function checkEnd(program: ConcurrentProgram, does: string, methods: RegExp): void {
  const { graph, contexts, regions, report } = program;
  const users = new Map<ts.Node, Map<string, string>>();
  const reported = new Set<ts.Node>();
  for (const { name, node, unit } of graph.calls) {
    const callee = skipWrappers(node.expression);
    if (!methods.test(name ?? "") || !ts.isPropertyAccessExpression(callee)) continue;
    if (!regions.has(node)) continue;
    for (const made of graph.values.objectsOf(callee.expression)) {
      if (!isMadeOnce(graph, made) || reported.has(made)) continue;
      const known = users.get(made) ?? new Map<string, string>();
      users.set(made, known);
      for (const [side, context] of sidesOf(program, unit)) {
        // Two threads are two, two interrupts never run at once.
        const who = side === "thread" ? contexts.origin(unit, "thread")?.node.pos : "";
        known.set(`${side} ${who}`, contextNoun(context));
      }
      if (known.size < 2) continue;
      reported.add(made);
      const all = [...known.values()].join(" and ");
      report(node, problem(quoted(callee.expression), does, all));
    }
  }
}
