import { ts } from "ts-morph";
import { asyncioFromOutside as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isAsync } from "../../facts/contexts/units.ts";
import { outerParent } from "../../facts/syntax.ts";
import { isForTasksOnly } from "./boardCalls.ts";
import {
  type ConcurrentProgram,
  calleeText,
  contextAmong,
  type Rule,
  whereItRuns,
} from "./concurrentProgram.ts";

/**
 * asyncio keeps its tasks in lists that nothing guards. A thread or an interrupt that adds, wakes or
 * cancels a task can hang or crash the loop; and no task is woken in time, for the loop sleeps.
 */
export const asyncioFromOutside: Rule = (program) => {
  const { contexts, graph } = program;
  for (const call of graph.calls) {
    const outside = contextAmong(program, call.unit, ["hard-isr", "soft-isr", "thread"]);
    if (!outside || (outside === "thread" && contexts.loopOnThread)) continue;
    const where = () => whereItRuns(program, call.unit, outside);
    const isForTasks =
      call.name !== undefined && (isForTasksOnly(call.name) || givesPromise(program, call));
    if (isForTasks || settlesPromise(program, call)) {
      program.report(call.node, problem(calleeText(call), where()));
    } else if (call.callees.some(isAsync) && !isGivenToTasks(program, call)) {
      program.report(call.node, problem(`The async function ${calleeText(call)}`, where()));
    }
  }
  for (const { node, handlers, context } of graph.registrations) {
    const isForeignCode = context !== "task" && context !== "main";
    if (!isForeignCode || !handlers.some(isAsync)) continue;
    const where = {
      thread: "a thread",
      "soft-isr": "an interrupt",
      "hard-isr": "a hard interrupt",
    };
    program.report(node, problem("An async function", where[context]));
  }
};

/** `create_task(work())` is reported once. */
function isGivenToTasks({ graph }: ConcurrentProgram, { node, unit }: Call): boolean {
  const outer = graph.callsOf(unit).find((call) => call.node === outerParent(node));
  return outer?.name !== undefined && isForTasksOnly(outer.name);
}

/** `new Promise((resolve) => pin.irq(() => resolve()))`: to settle a promise is to queue tasks. */
function settlesPromise(
  { facts: { bindings, checker } }: ConcurrentProgram,
  { node }: Call,
): boolean {
  if (!ts.isIdentifier(node.expression)) return false;
  const declaration = bindings.at(node.expression)?.declaration;
  if (!declaration) return false;
  if (ts.isBindingElement(declaration)) {
    const source = declaration.parent.parent;
    const made = ts.isVariableDeclaration(source) ? source.initializer : undefined;
    return (
      made !== undefined &&
      ts.isCallExpression(made) &&
      isNamed(made, "PromiseConstructor.withResolvers")
    );
  }
  if (!ts.isParameter(declaration)) return false;
  const call = outerParent(declaration.parent);
  return ts.isNewExpression(call) && isNamed(call, "Promise");

  function isNamed(made: ts.CallExpression | ts.NewExpression, name: string): boolean {
    return boardNameOf(checker, made.expression) === name;
  }
}

/** A coroutine of a stub, which only a task can await. */
function givesPromise({ facts }: ConcurrentProgram, { node }: Call): boolean {
  return facts.checker.getTypeAtLocation(node).getSymbol()?.name === "Promise";
}
