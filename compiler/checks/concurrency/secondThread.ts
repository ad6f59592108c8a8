import { ts } from "ts-morph";
import { secondThread as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isInLoop } from "../../facts/contexts/concurrentRegions.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";
import { hasWayOut } from "./blockingInInterrupt.ts";
import type { ConcurrentProgram, Rule } from "./concurrentProgram.ts";

/** An RP2 has one core besides the one of the main program, and runs one thread on it. */
export const secondThread: Rule = (program) => {
  const { graph, oneThreadBoard, report } = program;
  if (oneThreadBoard === undefined) return;
  const starts = graph.calls.filter((call) => startsThread(call) && !isConditional(call.node));
  const endless = starts.filter((start) => neverEnds(program, start));
  for (const start of starts) {
    const isRepeated = endless.includes(start) && isInLoop(start.node);
    const hasFirst = endless.some((first) => first !== start && isBefore(first, start, endless));
    if (isRepeated || hasFirst) report(start.node, problem(oneThreadBoard));
  }
};

function startsThread({ name, node }: Call): boolean {
  return (
    name === "_thread.start_new_thread" ||
    name === "apploop.AppLoopManager.start_thread" ||
    (name === "threadsafe.Context" && ts.isNewExpression(node))
  );
}

function neverEnds({ graph }: ConcurrentProgram, { name, node }: Call): boolean {
  if (name === "threadsafe.Context") return true;
  if (name === "apploop.AppLoopManager.start_thread") {
    return !graph.calls.some((call) => /\.AppLoopManager\.stop/.test(call.name ?? ""));
  }
  const handler = node.arguments?.[0];
  const units = handler ? [...graph.values.of(handler)] : [];
  return units.length > 0 && units.every((unit) => runsForEver(graph, unit));
}

function runsForEver(graph: ConcurrentProgram["graph"], unit: Unit, depth = 0): boolean {
  for (const node of nodesOf(unit)) {
    const isForever =
      ts.isWhileStatement(node) && node.expression.kind === ts.SyntaxKind.TrueKeyword;
    if (isForever && !isConditional(node) && !hasWayOut(node.statement)) return true;
  }
  // `() => this.loop()`
  return (
    depth < 3 &&
    graph
      .callsOf(unit)
      .some(
        ({ node, callees }) =>
          callees.length === 1 &&
          !isConditional(node) &&
          runsForEver(graph, callees[0]!, depth + 1),
      )
  );
}

/** Within one function the order is known; across functions two that never end collide anyway. */
function isBefore(first: Call, second: Call, endless: readonly Call[]): boolean {
  if (first.unit === second.unit) return first.node.pos < second.node.pos;
  return endless.includes(second) && endless.indexOf(first) < endless.indexOf(second);
}

function isConditional(node: ts.Node): boolean {
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    if (ts.isFunctionLike(parent) || ts.isSourceFile(parent)) return false;
    const isBranch =
      ts.isIfStatement(parent) ||
      ts.isConditionalExpression(parent) ||
      ts.isCaseOrDefaultClause(parent) ||
      ts.isCatchClause(parent) ||
      ts.isTryStatement(parent);
    if (isBranch) return true;
  }
  return false;
}
