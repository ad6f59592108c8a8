import { ts } from "ts-morph";
import { noEmergencyBuffer as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";
import type { ConcurrentProgram, Rule } from "./concurrentProgram.ts";

/** With the heap locked an error finds no memory for its message, unless some was set aside. */
export const noEmergencyBuffer: Rule = (program) => {
  const { contexts, graph, report } = program;
  const isSetAside = graph.calls.some(
    ({ name }) => name === "micropython.alloc_emergency_exception_buf",
  );
  if (isSetAside) return;
  const failing = graph.units.filter(
    (unit) => contexts.of(unit).has("hard-isr") && mayFail(program, unit),
  );
  const origins = new Set(failing.map((unit) => contexts.origin(unit, "hard-isr")));
  const [first] = origins;
  if (first) report(first.node, problem());
};

const raising: ReadonlySet<string> = new Set([
  "threadsafe.ThreadSafeQueue.put_sync",
  "threadsafe.ThreadSafeQueue.get_sync",
  "micropython.schedule",
]);

function mayFail({ facts, graph }: ConcurrentProgram, unit: Unit): boolean {
  for (const node of nodesOf(unit)) {
    if (isInTry(node, unit)) continue;
    if (ts.isThrowStatement(node)) return true;
    if (ts.isElementAccessExpression(node) && facts.numbers.indexProof(node) !== "inBounds") {
      return true;
    }
  }
  return graph
    .callsOf(unit)
    .some(({ name, node }) => raising.has(name ?? "") && !isInTry(node, unit));
}

function isInTry(node: ts.Node, unit: Unit): boolean {
  for (let current = node; current !== unit && current.parent; current = current.parent) {
    const { parent } = current;
    if (ts.isTryStatement(parent) && parent.tryBlock === current && parent.catchClause) return true;
  }
  return false;
}
