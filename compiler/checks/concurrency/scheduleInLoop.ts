import { ts } from "ts-morph";
import { scheduleInLoop as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isInLoop } from "../../facts/contexts/concurrentRegions.ts";
import { unitOf } from "../../facts/contexts/units.ts";
import { waitOf } from "./boardCalls.ts";
import type { ConcurrentProgram, Rule } from "./concurrentProgram.ts";

/** Eight functions may wait to be run on an RP2; the ninth is a RuntimeError. */
export const scheduleInLoop: Rule = (program) => {
  for (const call of program.graph.calls) {
    if (call.name !== "micropython.schedule" || !isInLoop(call.node)) continue;
    if (!isTried(call.node) && !waitsInLoop(program, call)) program.report(call.node, problem());
  }
};

function isTried(node: ts.Node): boolean {
  const unit = unitOf(node);
  for (let current = node; current !== unit && current.parent; current = current.parent) {
    const { parent } = current;
    if (ts.isTryStatement(parent) && parent.tryBlock === current && parent.catchClause) return true;
  }
  return false;
}

/** Does the loop leave time for those that wait? */
function waitsInLoop({ facts, graph }: ConcurrentProgram, { node, unit }: Call): boolean {
  let loop: ts.Node = node;
  while (loop !== unit && !ts.isIterationStatement(loop, false)) loop = loop.parent;
  if (/\b(await|yield)\b/.test(loop.getText())) return true;
  return graph
    .callsOf(unit)
    .some(
      (other) =>
        loop.pos <= other.node.pos && other.node.end <= loop.end && waitOf(facts.checker, other),
    );
}
