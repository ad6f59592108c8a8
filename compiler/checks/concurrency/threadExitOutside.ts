import { threadExitOutside as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { contextNoun, type Rule } from "./concurrentProgram.ts";

/** `_thread.exit()` raises SystemExit in its caller: meant to end another thread, it ends the program. */
export const threadExitOutside: Rule = ({ contexts, graph, report }) => {
  for (const call of graph.calls) {
    if (call.name !== "_thread.exit") continue;
    const outside = [...contexts.of(call.unit)].find((context) => context !== "thread");
    if (outside) report(call.node, problem(contextNoun(outside)));
  }
};
