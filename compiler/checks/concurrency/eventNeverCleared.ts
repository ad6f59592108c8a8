import { ts } from "ts-morph";
import { eventNeverCleared as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { boardName } from "../../facts/contexts/boardNames.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isAsync, nodesOf, unitOf } from "../../facts/contexts/units.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, quoted, type Rule } from "./concurrentProgram.ts";

const events: ReadonlySet<string> = new Set([
  ...["asyncio.Event", "threadsafe.ThreadSafeEvent", "threadsafe.Message", "asyn.Event"],
]);

/**
 * An event stays set until somebody clears it. A loop that waits for nothing else never pauses again:
 * waiting for an event that is set lets no other task run.
 */
export const eventNeverCleared: Rule = (program) => {
  const { graph, report } = program;
  const clears = graph.calls.filter(({ name }) =>
    /\.(Event|ThreadSafeEvent|Message)\.clear$/.test(name ?? ""),
  );
  for (const unit of graph.units) {
    if (!isAsync(unit)) continue;
    for (const node of nodesOf(unit)) {
      if (!ts.isAwaitExpression(node)) continue;
      const event = awaitedEvent(program, node);
      const loop = event && endlessLoopAround(node);
      if (!loop || awaitsIn(loop) > 1) continue;
      const makings = program.graph.values.objectsOf(event);
      if (makings.size !== 1 || isCleared(program, clears, makings)) continue;
      report(node, problem(quoted(event)));
    }
  }
};

function awaitedEvent(
  { facts }: ConcurrentProgram,
  node: ts.AwaitExpression,
): ts.Expression | undefined {
  const waited = skipWrappers(node.expression);
  const isWait =
    ts.isCallExpression(waited) &&
    ts.isPropertyAccessExpression(waited.expression) &&
    waited.expression.name.text === "wait";
  const event = isWait ? (waited.expression as ts.PropertyAccessExpression).expression : waited;
  const type = facts.checker.getTypeAtLocation(event);
  return events.has(boardName(type.getSymbol()) ?? "") ? event : undefined;
}

function endlessLoopAround(node: ts.Node): ts.IterationStatement | undefined {
  const unit = unitOf(node);
  for (let current = node.parent; current !== unit; current = current.parent) {
    if (ts.isWhileStatement(current)) {
      return current.expression.kind === ts.SyntaxKind.TrueKeyword ? current : undefined;
    }
    if (ts.isForStatement(current)) return current.condition ? undefined : current;
    if (ts.isIterationStatement(current, false)) return undefined;
  }
  return undefined;
}

function awaitsIn(loop: ts.IterationStatement): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    const waits = ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier);
    // A loop with a way out is another matter.
    if (waits || ts.isBreakStatement(node) || ts.isReturnStatement(node)) count++;
    ts.forEachChild(node, visit);
  };
  visit(loop.statement);
  return count;
}

/** Does somebody clear it, or may: is it given to something that is not the program's own? */
function isCleared(
  { graph }: ConcurrentProgram,
  clears: readonly Call[],
  makings: ReadonlySet<ts.Node>,
): boolean {
  const isOne = (node: ts.Expression) =>
    [...graph.values.objectsOf(node)].some((made) => makings.has(made));
  const isClearedHere = clears.some(({ node }) => {
    const callee = skipWrappers(node.expression);
    return ts.isPropertyAccessExpression(callee) && isOne(callee.expression);
  });
  if (isClearedHere) return true;
  return graph.calls.some(
    ({ name, node }) =>
      name !== undefined &&
      !/^(print|Console\.)/.test(name) &&
      (node.arguments ?? []).some(isGiven),
  );

  function isGiven(argument: ts.Expression): boolean {
    const bare = skipWrappers(argument);
    if (ts.isArrayLiteralExpression(bare)) return bare.elements.some(isGiven);
    return (ts.isIdentifier(bare) || ts.isPropertyAccessExpression(bare)) && isOne(bare);
  }
}
