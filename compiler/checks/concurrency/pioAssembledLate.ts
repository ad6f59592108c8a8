import { pioAssembledLate as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { Rule } from "./concurrentProgram.ts";

/** The assembler empties the module's variables and fills them again; nobody may look meanwhile. */
export const pioAssembledLate: Rule = ({ contexts, graph, regions, report }) => {
  if (!contexts.hasForeignCode) return;
  for (const { name, node } of graph.calls) {
    if (name === "rp2.asm_pio" && regions.has(node)) report(node, problem());
  }
};
