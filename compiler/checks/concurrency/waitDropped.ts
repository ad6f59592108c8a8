import { ts } from "ts-morph";
import { waitDropped as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { outerParent } from "../../facts/syntax.ts";
import type { Rule } from "./concurrentProgram.ts";

/** What does nothing but wait: without `await` nobody waits, and a lock is taken by nobody. */
const waits = /^(asyncio|threadsafe|asyn|primitives)\.((\w+\.)?(wait|acquire|get)|sleep|sleep_ms)$/;

/** `sleep(1);` where `await sleep(1);` is meant. `void sleep(1)` says that it is not. */
export const waitDropped: Rule = ({ graph, report }) => {
  for (const { name, node } of graph.calls) {
    if (name === undefined || !waits.test(name)) continue;
    if (ts.isExpressionStatement(outerParent(node))) report(node, problem(name.split(".").at(-1)!));
  }
};
