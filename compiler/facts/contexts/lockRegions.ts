import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";
import { boardNameOf } from "./boardNames.ts";
import type { CallGraph } from "./callGraph.ts";
import { isFunctionUnit, nodesOf, type Unit, unitOf } from "./units.ts";

/** A stretch of code that runs while a thread lock is held. */
export interface LockRegion {
  /** The expression that names the lock. */
  readonly lock: ts.Expression;
  /** Where it is taken. */
  readonly taken: ts.Node;
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

/** Stands among locks for a stretch of code with interrupts disabled. */
export const interruptsOff = Symbol("interrupts off");

export type Guard = ts.Node | typeof interruptsOff;

/** Where locks are held, and what guards a node. */
export class LockFacts {
  readonly regions: readonly LockRegion[];
  readonly #checker: ts.TypeChecker;
  readonly #graph: CallGraph;
  readonly #byUnit = new Map<Unit, LockRegion[]>();
  readonly #callers = new Map<Unit, Set<Guard>>();

  constructor(checker: ts.TypeChecker, graph: CallGraph) {
    this.#checker = checker;
    this.#graph = graph;
    for (const unit of graph.units) this.#byUnit.set(unit, [...this.#regionsOf(unit)]);
    this.regions = [...this.#byUnit.values()].flat();
  }

  /** The lock regions of a unit. */
  of(unit: Unit): readonly LockRegion[] {
    return this.#byUnit.get(unit) ?? [];
  }

  /** What is held at a node: by its own unit, or by every caller of it. */
  guardsAt(node: ts.Node): ReadonlySet<Guard> {
    const unit = unitOf(node);
    const found = new Set(this.#guardsOfCallers(unit));
    for (const region of this.of(unit)) {
      if (region.start <= node.pos && node.pos < region.end) {
        for (const guard of this.guardsOf(region.lock)) found.add(guard);
      }
    }
    return found;
  }

  /** The identities of a lock: where it may have been made. */
  guardsOf(lock: ts.Expression): ReadonlySet<Guard> {
    if (boardNameOf(this.#checker, lock)?.endsWith("disable_irq")) return new Set([interruptsOff]);
    return this.#graph.values.objectsOf(lock);
  }

  /** What is held at all calls of a unit. */
  #guardsOfCallers(unit: Unit): ReadonlySet<Guard> {
    const known = this.#callers.get(unit);
    if (known) return known;
    this.#callers.set(unit, new Set());
    let common: Set<Guard> | undefined;
    for (const call of this.#graph.calls) {
      if (!call.callees.includes(unit)) continue;
      const here = this.guardsAt(call.node);
      common = new Set([...here].filter((guard) => common?.has(guard) ?? true));
    }
    const isHandler = this.#graph.registrations.some((r) => r.handlers.includes(unit));
    const found = isHandler ? new Set<Guard>() : (common ?? new Set<Guard>());
    this.#callers.set(unit, found);
    return found;
  }

  *#regionsOf(unit: Unit): Generator<LockRegion> {
    for (const node of nodesOf(unit)) {
      if (ts.isVariableDeclarationList(node)) yield* this.#usingRegions(node, unit);
      else if (ts.isCallExpression(node)) yield* this.#callRegions(node, unit);
    }
  }

  /** `using _held = lock;` up to the end of its block */
  *#usingRegions(list: ts.VariableDeclarationList, unit: Unit): Generator<LockRegion> {
    if ((list.flags & ts.NodeFlags.BlockScoped) !== ts.NodeFlags.Using) return;
    for (const { initializer } of list.declarations) {
      if (!initializer || !this.isLock(initializer)) continue;
      const end = blockOf(list).end;
      yield { lock: initializer, taken: initializer, unit, start: list.end, end };
    }
  }

  /** `lock.acquire()` to `lock.release()`; `disable_irq()` to `enable_irq(state)` */
  *#callRegions(call: ts.CallExpression, unit: Unit): Generator<LockRegion> {
    const callee = skipWrappers(call.expression);
    const name = boardNameOf(this.#checker, callee);
    if (name === "machine.disable_irq" || name === "pyb.disable_irq") {
      const end = this.#endOf(call, unit, (other) => isNamed(this.#checker, other, "enable_irq"));
      yield { lock: call.expression, taken: call, unit, start: call.end, end };
    } else if (name === "_thread.LockType.acquire" && ts.isPropertyAccessExpression(callee)) {
      const lock = callee.expression;
      const text = `${lock.getText()}.release`;
      const end = this.#endOf(call, unit, (other) => other.expression.getText() === text);
      yield { lock, taken: call, unit, start: call.end, end };
    }
  }

  /** The last call that ends a region, or the end of the block that it begins in. */
  #endOf(call: ts.Node, unit: Unit, ends: (call: ts.CallExpression) => boolean): number {
    let end: number | undefined;
    for (const node of nodesOf(unit)) {
      if (node.pos > call.end && ts.isCallExpression(node) && ends(node)) {
        // Of several ways out the first that stands in the same block ends the stretch.
        const isSame = blockOf(node) === blockOf(call) || contains(blockOf(node), call);
        if (end === undefined || isSame) end = node.pos;
        if (isSame) break;
      }
    }
    return end ?? blockOf(call).end;
  }

  isLock(node: ts.Expression): boolean {
    return isLockType(this.#checker.getTypeAtLocation(node));
  }
}

export function isLockType(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  return (
    symbol?.name === "LockType" &&
    symbol.declarations?.[0]?.getSourceFile().fileName.endsWith("/_thread.d.ts") === true
  );
}

function isNamed(checker: ts.TypeChecker, call: ts.CallExpression, end: string): boolean {
  return boardNameOf(checker, call.expression)?.endsWith(end) ?? false;
}

/** The block, module or function that a node stands in; a `try` counts with the block around it. */
function blockOf(node: ts.Node): ts.Node {
  let current = node.parent;
  while (!ts.isSourceFile(current) && !isFunctionUnit(current)) {
    if (ts.isBlock(current) && !ts.isTryStatement(current.parent)) return current;
    current = current.parent;
  }
  return current;
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}
