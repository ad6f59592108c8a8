import { collectOnThread as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { Rule } from "./concurrentProgram.ts";

/** The collector sees the stack of the other core, not its registers, and does not halt it. */
export const collectOnThread: Rule = ({ contexts, graph, report }) => {
  for (const { name, node, unit } of graph.calls) {
    if (name === "gc.collect" && contexts.of(unit).has("thread")) report(node, problem());
  }
};
