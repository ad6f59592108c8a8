import { ts } from "ts-morph";
import {
  type Call,
  type CallGraph,
  type Context,
  carriesContext,
  createCallGraph,
  type Registration,
} from "./callGraph.ts";
import { isAsync, type Unit } from "./units.ts";

/** Where each function of a program can run. */
export interface ContextFacts {
  readonly graph: CallGraph;
  /** The contexts of a unit; none for a function that nobody calls. */
  of(unit: Unit): ReadonlySet<Context>;
  /** Why a unit runs in a context: where its handler was given, undefined for modules and coroutines. */
  origin(unit: Unit, context: Context): Registration | undefined;
  /** Does some code run besides the main program and its tasks? */
  readonly hasForeignCode: boolean;
  /** Does an event loop run on a thread? Then the main program may be the foreign side. */
  readonly loopOnThread: boolean;
}

const foreign: ReadonlySet<Context> = new Set(["thread", "soft-isr", "hard-isr"]);

export function isForeign(context: Context): boolean {
  return foreign.has(context);
}

export function isInterrupt(context: Context): boolean {
  return context === "soft-isr" || context === "hard-isr";
}

/** Carries contexts from modules, coroutines and handlers along all calls. */
export function createContextFacts(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): ContextFacts {
  const graph = createCallGraph(checker, sourceFiles);
  const contexts = new Map<Unit, Map<Context, Registration | undefined>>();
  const accessors = createAccessorEdges(checker, graph);
  for (const unit of graph.units) {
    if (ts.isSourceFile(unit)) reach(unit, "main", undefined);
    else if (isAsync(unit)) reach(unit, "task", undefined);
  }
  for (const registration of graph.registrations) {
    for (const handler of registration.handlers) {
      // An async handler is made a coroutine of; that is a task, or an error of its own.
      if (carriesContext(handler)) reach(handler, registration.context, registration);
    }
  }
  const of = (unit: Unit): ReadonlySet<Context> => new Set(contexts.get(unit)?.keys());
  return {
    graph,
    of,
    origin: (unit, context) => contexts.get(unit)?.get(context),
    hasForeignCode: graph.registrations.some(({ context }) => isForeign(context)),
    loopOnThread: graph.calls.some((call) => startsLoop(call) && of(call.unit).has("thread")),
  };

  function reach(unit: Unit, context: Context, origin: Registration | undefined): void {
    const known = contexts.get(unit) ?? new Map<Context, Registration | undefined>();
    contexts.set(unit, known);
    if (known.has(context)) return;
    known.set(context, origin);
    const callees = [...graph.callsOf(unit).flatMap((call) => call.callees), ...accessors(unit)];
    for (const callee of callees) {
      if (carriesContext(callee)) reach(callee, context, origin);
    }
  }
}

function startsLoop({ name }: Call): boolean {
  return (
    name === "asyncio.run" ||
    name === "asyncio.run_until_complete" ||
    name === "asyncio.Loop.run_until_complete" ||
    name === "asyncio.Loop.run_forever"
  );
}

/** The getters and setters that a unit runs by its property accesses. */
function createAccessorEdges(
  checker: ts.TypeChecker,
  graph: CallGraph,
): (unit: Unit) => readonly Unit[] {
  const names = new Set<string>();
  for (const unit of graph.units) if (ts.isAccessor(unit)) names.add(unit.name.getText());
  return (unit) => {
    if (names.size === 0) return [];
    const found: Unit[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && names.has(node.name.text)) {
        const symbol = checker.getSymbolAtLocation(node.name);
        for (const d of symbol?.declarations ?? []) if (ts.isAccessor(d) && d.body) found.push(d);
      }
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(unit, visit);
    return found;
  };
}
