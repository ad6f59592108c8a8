import { ts } from "ts-morph";
import { outerParent } from "../syntax.ts";
import type { Call, CallGraph, Context, Registration } from "./callGraph.ts";
import { isForeign } from "./contexts.ts";
import { isAsync, type Unit, unitOf } from "./units.ts";

/**
 * Which code of the main program and its tasks runs while a thread or an interrupt may: all that
 * comes after the first one is started. What sets things up before that needs no guard.
 */
export class ConcurrentRegions {
  readonly #graph: CallGraph;
  /** From which position on the code of a unit runs beside others. */
  readonly #from = new Map<Unit, number>();
  readonly #reaches = new Map<Unit, boolean>();
  readonly #registrations = new Map<Unit, Registration[]>();

  constructor(graph: CallGraph, counts: (context: Context) => boolean = isForeign) {
    this.#graph = graph;
    for (const registration of graph.registrations) {
      if (!counts(registration.context)) continue;
      const list = this.#registrations.get(registration.unit) ?? [];
      this.#registrations.set(registration.unit, [...list, registration]);
      for (const handler of registration.handlers) this.#allOf(handler);
    }
    if (this.#registrations.size > 0) this.#enterWhatWaits();
    for (const unit of graph.units) if (ts.isSourceFile(unit)) this.#enter(unit);
    // Whoever is called by nobody that we know may be called at any time.
    for (const unit of graph.units) {
      if (this.#registrations.has(unit) && !this.#from.has(unit)) this.#enter(unit);
    }
  }

  /** Does a node run beside a thread or an interrupt? */
  has(node: ts.Node): boolean {
    const from = this.#from.get(unitOf(node));
    return from !== undefined && node.pos >= from;
  }

  /** The position of a unit's code from which on others run; undefined where they never do. */
  startOf(unit: Unit): number | undefined {
    return this.#from.get(unit);
  }

  /** Runs from its beginning: finds the point in it where somebody else is started. */
  #enter(unit: Unit): void {
    if (this.#from.has(unit)) return;
    // The closing parenthesis of the call that starts it.
    const starts = this.#registrations.get(unit) ?? [];
    const points = starts.map(({ node }) => callAround(node).end - 1);
    const calls = this.#graph.callsOf(unit);
    for (const call of calls) {
      if (call.callees.some((callee) => this.#reachesStart(callee))) points.push(call.node.pos);
    }
    if (points.length === 0) return;
    const from = Math.min(...points);
    this.#from.set(unit, from);
    for (const call of calls) {
      const isStart = call.node.pos === from;
      if (call.node.pos < from) continue;
      for (const callee of call.callees) isStart ? this.#enter(callee) : this.#allOf(callee);
    }
  }

  /** Timers and tasks go on while the thread runs, also those that were started before it. */
  #enterWhatWaits(): void {
    for (const { context, handlers } of this.#graph.registrations) {
      if (context === "task") for (const handler of handlers) this.#allOf(handler);
    }
    for (const { node, callees } of this.#graph.calls) {
      const isAwaited = ts.isAwaitExpression(outerParent(node));
      if (!isAwaited && !isGivenToRun(node)) {
        for (const callee of callees) {
          if (isAsync(callee) && !this.#reachesStart(callee)) this.#allOf(callee);
        }
      }
    }
  }

  #allOf(unit: Unit): void {
    if (this.#from.get(unit) === 0) return;
    this.#from.set(unit, 0);
    for (const call of this.#graph.callsOf(unit)) {
      for (const callee of call.callees) this.#allOf(callee);
    }
    for (const { unit: owner, handlers } of this.#graph.registrations) {
      if (owner === unit) for (const handler of handlers) this.#allOf(handler);
    }
  }

  #reachesStart(unit: Unit): boolean {
    const known = this.#reaches.get(unit);
    if (known !== undefined) return known;
    this.#reaches.set(unit, false);
    const found =
      this.#registrations.has(unit) ||
      this.#graph.callsOf(unit).some((call) => call.callees.some((c) => this.#reachesStart(c)));
    this.#reaches.set(unit, found);
    return found;
  }
}

/** `run(main())` waits for the coroutine: it sets up and starts what comes beside it. */
function isGivenToRun(node: ts.Node): boolean {
  const outer = outerParent(node);
  return (
    ts.isCallExpression(outer) && /(^|\.)run(_until_complete)?$/.test(outer.expression.getText())
  );
}

/** The call that a handler is an argument of. */
export function callAround(node: ts.Node): ts.Node {
  let current = node;
  while (!ts.isCallExpression(current) && !ts.isNewExpression(current)) {
    if (ts.isStatement(current) || ts.isSourceFile(current)) return node;
    current = current.parent;
  }
  return current;
}

/** How often code may make an object, as far as that can be told. */
export function isMadeOnce(graph: CallGraph, node: ts.Node, depth = 0): boolean {
  const unit = unitOf(node);
  if (isInLoop(node)) return false;
  if (ts.isSourceFile(unit)) return true;
  if (depth > 8) return false;
  const calls: Call[] = graph.calls.filter((call) => call.callees.includes(unit));
  const handlers = graph.registrations.filter((r) => r.handlers.includes(unit));
  if (calls.length + handlers.length !== 1) return false;
  if (handlers[0])
    return handlers[0].context === "thread" && isMadeOnce(graph, handlers[0].node, depth + 1);
  return isMadeOnce(graph, calls[0]!.node, depth + 1);
}

/** Is a node repeated by a loop of its own unit, or its unit by a method of arrays that calls it for each element? */
export function isInLoop(node: ts.Node): boolean {
  const unit = unitOf(node);
  for (let current = node.parent; current && current !== unit; current = current.parent) {
    if (ts.isIterationStatement(current, false)) return true;
  }
  return isCalledPerElement(unit);
}

function isCalledPerElement(unit: Unit): boolean {
  if (!ts.isArrowFunction(unit) && !ts.isFunctionExpression(unit)) return false;
  const call = outerParent(unit);
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  return perElement.has(call.expression.name.text);
}

const perElement: ReadonlySet<string> = new Set([
  ...["forEach", "map", "flatMap", "filter", "some", "every", "reduce", "from"],
]);

/** Is code certainly run more than once: in a loop, in several places, or by a handler that comes again? */
export function isRunAgain(graph: CallGraph, node: ts.Node, depth = 0): boolean {
  if (isInLoop(node)) return true;
  const unit = unitOf(node);
  if (ts.isSourceFile(unit) || depth > 8) return false;
  const isHandler = graph.registrations.some(
    ({ context, to, handlers }) =>
      handlers.includes(unit) && context !== "thread" && to !== "setTimeout",
  );
  if (isHandler) return true;
  const calls = graph.calls.filter((call) => call.callees.includes(unit));
  return calls.length > 1 || calls.some((call) => isRunAgain(graph, call.node, depth + 1));
}
