import { ts } from "ts-morph";
import { secondThread as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isRunAgain } from "../../facts/contexts/concurrentRegions.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";
import { outerParent } from "../../facts/syntax.ts";
import { hasWayOut } from "./blockingInInterrupt.ts";
import { waitOf } from "./boardCalls.ts";
import type { ConcurrentProgram, Rule } from "./concurrentProgram.ts";

/** An RP2 has one core besides the one of the main program, and runs one thread on it. */
export const secondThread: Rule = (program) => {
  const { graph, oneThreadBoard, report } = program;
  if (oneThreadBoard === undefined) return;
  const calls = graph.calls.filter((call) => !isConditional(call.node));
  const starts = calls.filter(startsThread);
  const endless = starts.filter((start) => neverEnds(program, start));
  for (const start of starts) {
    const isRepeated = endless.includes(start) && isRunAgain(graph, start.node);
    const hasFirst = endless.some((first) => first !== start && isBefore(first, start, endless));
    if (isRepeated || hasFirst || isNextTo(program, start, starts)) {
      report(start.node, problem(oneThreadBoard));
    }
  }
  const jobs = calls.filter(({ name }) => name === "threadsafe.unblock");
  for (const [at, job] of jobs.entries()) {
    // Of two in one `gather` or `Promise.all` the second finds the core in use.
    const together = sideBySide(job.node);
    const isSecond =
      together && jobs.slice(0, at).some(({ node }) => sideBySide(node) === together);
    if (endless.length > 0 || isSecond) report(job.node, problem(oneThreadBoard));
  }
};

/** The call that runs a job beside its other arguments. */
function sideBySide(job: ts.Node): ts.Node | undefined {
  const list = outerParent(job);
  const call = ts.isArrayLiteralExpression(list) ? outerParent(list) : list;
  const isOne =
    ts.isCallExpression(call) &&
    /^(.*\.)?(gather|Promise\.(all|allSettled|race|any))$/.test(call.expression.getText());
  return isOne ? call : undefined;
}

/** A thread with a loop or a wait is started by the statement before, and still runs. */
function isNextTo(
  { facts, graph }: ConcurrentProgram,
  start: Call,
  starts: readonly Call[],
): boolean {
  const statement = start.node.parent;
  const siblings = ts.isExpressionStatement(statement) ? statementsAround(statement) : undefined;
  const before = siblings?.[siblings.indexOf(statement as ts.Statement) - 1];
  const first = starts.find(({ node }) => node.parent === before);
  const handler = first?.node.arguments?.[0];
  if (!handler) return false;
  const units = [...graph.values.of(handler)];
  return units.length > 0 && units.every(takesTime);

  function takesTime(unit: Unit): boolean {
    const calls = graph.callsOf(unit);
    return (
      [...nodesOf(unit)].some((node) => ts.isIterationStatement(node, false)) ||
      calls.some((call) => waitOf(facts.checker, call) !== undefined)
    );
  }
}

function statementsAround({ parent }: ts.Node): readonly ts.Statement[] | undefined {
  return ts.isBlock(parent) || ts.isSourceFile(parent) ? parent.statements : undefined;
}

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
