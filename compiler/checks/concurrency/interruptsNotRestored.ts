import { ts } from "ts-morph";
import { interruptsNotRestored as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { holdsAt, leavesHeld } from "../../facts/contexts/lockRegions.ts";
import { nodesOf } from "../../facts/contexts/units.ts";
import { outerParent } from "../../facts/syntax.ts";
import { waitOf } from "./boardCalls.ts";
import type { Rule } from "./concurrentProgram.ts";
import { isWait } from "./lockHeldAcrossAwait.ts";
import { isInFinally } from "./lockNotReleased.ts";

/** With interrupts off a board keeps no time and no Wi-Fi; the state tells what was on before. */
export const interruptsNotRestored: Rule = ({ facts, graph, locks, report }) => {
  for (const call of graph.calls) {
    if (!call.name?.endsWith(".disable_irq")) continue;
    const enables = graph.callsOf(call.unit).filter(({ name }) => name?.endsWith(".enable_irq"));
    const parent = outerParent(call.node);
    if (ts.isExpressionStatement(parent)) {
      report(call.node, problem("nobody keeps the state that they were in"));
      continue;
    }
    // A state that leaves the function is somebody else's to give back.
    if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) continue;
    const name = parent.name.text;
    const isGivenBack = enables.some(({ node }) => node.arguments?.[0]?.getText() === name);
    if (!isGivenBack) {
      const uses = [...nodesOf(call.unit)].filter((n) => ts.isIdentifier(n) && n.text === name);
      if (uses.length <= 1) report(call.node, problem("never enabled again"));
      continue;
    }
    const region = locks.of(call.unit).find(({ taken }) => taken === call.node);
    if (!region) continue;
    const isHeld = (node: ts.Node) => holdsAt(region, node);
    const waits = [...nodesOf(call.unit)].some((node) => isWait(node) && isHeld(node));
    const sleeps = graph.callsOf(call.unit).some((other) => {
      const wait = isHeld(other.node) ? waitOf(facts.checker, other) : undefined;
      return wait && !(wait.ms !== undefined && wait.ms <= 1);
    });
    if (waits) report(call.node, problem("the task waits before they are enabled again"));
    else if (sleeps) report(call.node, problem("the code waits before they are enabled again"));
    else if (!region.released.some(isInFinally) && leavesHeld(region)) {
      report(call.node, problem("not enabled again on every way out"));
    }
  }
};
