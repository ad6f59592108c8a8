import { ts } from "ts-morph";
import type { Context } from "../../facts/contexts/callGraph.ts";
import { interruptsOff } from "../../facts/contexts/lockRegions.ts";
import { isAsync, nodesOf, type Unit, unitOf } from "../../facts/contexts/units.ts";
import { outerParent } from "../../facts/syntax.ts";
import type { ConcurrentProgram } from "./concurrentProgram.ts";

/** Who runs code: main program and tasks are one, for they take turns; so are all interrupts. */
export type Side = "loop" | "thread" | "interrupt";

/** The sides that a unit runs on, with one of its contexts for each. */
export function sidesOf(
  { contexts }: ConcurrentProgram,
  unit: Unit,
  found: ReadonlySet<Context> = contexts.of(unit),
): ReadonlyMap<Side, Context> {
  const sides = new Map<Side, Context>();
  for (const context of found) {
    if (context !== "thread") {
      sides.set(context === "main" || context === "task" ? "loop" : "interrupt", context);
    } else if (!isAwaitedThread(contexts.origin(unit, context)?.to)) sides.set("thread", context);
  }
  return sides;
}

/** The same with the functions among them that a task waits for. */
export function allSidesOf(
  { contexts }: ConcurrentProgram,
  unit: Unit,
  found: ReadonlySet<Context> = contexts.of(unit),
): ReadonlyMap<Side, Context> {
  const sides = new Map<Side, Context>();
  for (const context of found) {
    if (context === "thread") sides.set("thread", context);
    else sides.set(context === "main" || context === "task" ? "loop" : "interrupt", context);
  }
  return sides;
}

/** The task that gave a function to these waits until it has returned. */
export function isAwaitedThread(to: string | undefined): boolean {
  return to === "threadsafe.unblock" || to === "threadsafe.Context.assign";
}

/** A piece of code and the function it stands in. */
export interface Place {
  readonly node: ts.Node;
  readonly unit: Unit;
}

/** Does whatever runs `other` wait until a job of `unblock` or `assign` is done? Other tasks do not. */
export function waitsForJob(program: ConcurrentProgram, job: Place, other: Place): boolean {
  const { contexts, graph } = program;
  const origin = contexts.origin(job.unit, "thread");
  if (!origin || !isAwaitedThread(origin.to)) return false;
  const waiting = origin.unit;
  if (!isAwaitedAtOnce(origin.node) && isAsync(waiting)) return other.unit !== waiting;
  return tasksThatRun(program, other.unit).every(
    // A task that calls the one that waits may wait for it.
    (task) =>
      task === waiting || graph.callsOf(task).some(({ callees }) => callees.includes(waiting)),
  );
}

/** `await unblock(f)`, `return unblock(f)`, `async () => unblock(f)` */
function isAwaitedAtOnce(argument: ts.Node): boolean {
  const call = ts.findAncestor(argument, ts.isCallExpression);
  const outer = call && outerParent(call);
  return (
    outer !== undefined &&
    (ts.isAwaitExpression(outer) || ts.isReturnStatement(outer) || ts.isArrowFunction(outer))
  );
}

/** The coroutines and timers that run a function, directly or by way of others. */
function tasksThatRun({ graph }: ConcurrentProgram, unit: Unit): readonly Unit[] {
  const timed = graph.registrations.filter(({ context }) => context === "task");
  const tasks: Unit[] = [];
  const seen = new Set<Unit>([unit]);
  for (const runs of seen) {
    if (isAsync(runs) || timed.some(({ handlers }) => handlers.includes(runs))) tasks.push(runs);
    else {
      for (const call of graph.calls) if (call.callees.includes(runs)) seen.add(call.unit);
    }
  }
  return tasks;
}

/** Do two pieces of code never run at the same time, because of a lock that both hold? */
export function exclude(
  { locks }: ConcurrentProgram,
  a: ts.Node,
  b: ts.Node,
  with_: Side,
): boolean {
  const guards = locks.guardsAt(a);
  if (with_ === "interrupt" && guards.has(interruptsOff)) return true;
  const others = locks.guardsAt(b);
  return [...guards].some((guard) => guard !== interruptsOff && others.has(guard));
}

/**
 * Does code wait for the other side before it gets to a node? `while (!done) ...`, `await ready.wait()`:
 * then the two take turns, and no lock is needed.
 */
export function isAfterHandshake(node: ts.Node): boolean {
  for (const other of nodesOf(unitOf(node))) {
    if (other.pos >= node.pos) return false;
    if (ts.isWhileStatement(other) && other.end <= node.pos && isPoll(other)) return true;
    if (ts.isAwaitExpression(other) && isSignal(other.expression)) return true;
  }
  return false;
}

function isPoll({ expression }: ts.WhileStatement): boolean {
  return expression.kind !== ts.SyntaxKind.TrueKeyword;
}

function isSignal(node: ts.Expression): boolean {
  const text = node.getText();
  return /\.(wait|get|assign|stop)\(|^unblock\(|^wait_for/.test(text);
}
