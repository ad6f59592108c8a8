import { ts } from "ts-morph";
import type { Context } from "../../facts/contexts/callGraph.ts";
import { interruptsOff } from "../../facts/contexts/lockRegions.ts";
import { nodesOf, type Unit, unitOf } from "../../facts/contexts/units.ts";
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
): ReadonlyMap<Side, Context> {
  const sides = new Map<Side, Context>();
  for (const context of contexts.of(unit)) {
    if (context === "thread") sides.set("thread", context);
    else sides.set(context === "main" || context === "task" ? "loop" : "interrupt", context);
  }
  return sides;
}

/** The task that gave a function to these waits until it has returned. */
export function isAwaitedThread(to: string | undefined): boolean {
  return to === "threadsafe.unblock" || to === "threadsafe.Context.assign";
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
