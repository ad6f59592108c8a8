import { ts } from "ts-morph";
import { isWithin, outerParent, skipWrappers } from "../syntax.ts";
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
  /** Where it is given back on the way; a `return` follows, or the end. */
  readonly released: readonly ts.Node[];
}

/** Is the lock of a region held at a node of the same unit? */
export function holdsAt({ start, end, released }: LockRegion, node: ts.Node): boolean {
  if (node.pos < start || node.pos >= end) return false;
  return !released.some((release) => release.end <= node.pos && isWithin(node, blockOf(release)));
}

/** Does a `return`, `throw`, `break` or `continue` leave a region while the lock is held? */
export function leavesHeld(region: LockRegion): boolean {
  for (const node of nodesOf(region.unit)) {
    if (isWayOut(node, region) && holdsAt(region, node)) return true;
  }
  return false;
}

function isWayOut(node: ts.Node, { taken }: LockRegion): boolean {
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) return true;
  if (!ts.isBreakStatement(node) && !ts.isContinueStatement(node)) return false;
  // Out of the turn of a loop that began before the lock was taken.
  let target = node.parent;
  const isTarget = (at: ts.Node) =>
    ts.isIterationStatement(at, false) || (ts.isBreakStatement(node) && ts.isSwitchStatement(at));
  while (!isTarget(target) && !isFunctionUnit(target)) target = target.parent;
  return isWithin(taken, target);
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
    for (const unit of graph.units) this.#byUnit.get(unit)!.push(...this.#helperRegions(unit));
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
      if (holdsAt(region, node)) {
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
      yield { lock: initializer, taken: initializer, unit, start: list.end, end, released: [] };
    }
  }

  /** `lock.acquire()` to `lock.release()`; `disable_irq()` to `enable_irq(state)` */
  *#callRegions(call: ts.CallExpression, unit: Unit): Generator<LockRegion> {
    const callee = skipWrappers(call.expression);
    const name = boardNameOf(this.#checker, callee);
    if (name === "machine.disable_irq" || name === "pyb.disable_irq") {
      yield this.#region(call.expression, call, unit, (other) => {
        return boardNameOf(this.#checker, other.expression)?.endsWith("enable_irq") ?? false;
      });
    } else if (name === "_thread.LockType.acquire" && ts.isPropertyAccessExpression(callee)) {
      const lock = callee.expression;
      const text = `${lock.getText()}.release`;
      yield this.#region(lock, call, unit, (other) => other.expression.getText() === text);
    }
  }

  /** `enter(); ...; leave();`, where one function takes the lock and the other gives it back. */
  *#helperRegions(unit: Unit): Generator<LockRegion> {
    for (const call of this.#graph.callsOf(unit)) {
      const [callee, ...others] = call.callees;
      if (!callee || others.length > 0 || callee === unit || !ts.isCallExpression(call.node))
        continue;
      const kept = this.of(callee).find((region) => this.#isKept(region));
      if (!kept) continue;
      const guards = this.guardsOf(kept.lock);
      yield this.#region(kept.lock, call.node, unit, (other) =>
        this.#givesBack(other, unit, guards),
      );
    }
  }

  /** Does a function return with the lock held? */
  #isKept({ unit, lock, released, taken }: LockRegion): boolean {
    if (released.length > 0 || !this.isLock(lock) || !ts.isCallExpression(taken)) return false;
    return isStatementOf(unit, taken);
  }

  #givesBack(call: ts.CallExpression, unit: Unit, guards: ReadonlySet<Guard>): boolean {
    const callees = this.#graph.callsOf(unit).find(({ node }) => node === call)?.callees ?? [];
    return callees.some((callee) =>
      this.#graph.callsOf(callee).some(({ name, node }) => {
        const released = skipWrappers(node.expression);
        if (name !== "_thread.LockType.release" || !ts.isPropertyAccessExpression(released))
          return false;
        return [...this.guardsOf(released.expression)].some((guard) => guards.has(guard));
      }),
    );
  }

  /** From where a lock is taken to the last call that gives it back, or to the end of the block. */
  #region(
    lock: ts.Expression,
    taken: ts.CallExpression,
    unit: Unit,
    ends: (call: ts.CallExpression) => boolean,
  ): LockRegion {
    const { start, end: limit } = heldFrom(taken);
    const released: ts.CallExpression[] = [];
    for (const node of nodesOf(unit)) {
      if (node.pos <= taken.end || !ts.isCallExpression(node) || !ends(node)) continue;
      released.push(node);
      // Of several ways out the first that stands in the same block ends the stretch.
      if (blockOf(node) === blockOf(taken) || isWithin(taken, blockOf(node))) break;
    }
    const end = Math.min(limit, released.at(-1)?.pos ?? blockOf(taken).end);
    return { lock, taken, unit, start, end, released };
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

/**
 * Where a lock is held that was asked for in a condition: `if (lock.acquire(0)) ...` within it,
 * `if (!lock.acquire(0)) return;` and `while (!lock.acquire(0)) ...` behind it.
 */
function heldFrom(taken: ts.CallExpression): { start: number; end: number } {
  const behind = { start: taken.end, end: Number.POSITIVE_INFINITY };
  const outer = outerParent(taken);
  const isNegated =
    ts.isPrefixUnaryExpression(outer) && outer.operator === ts.SyntaxKind.ExclamationToken;
  const statement = isNegated ? outerParent(outer) : outer;
  if (!ts.isIfStatement(statement) && !ts.isWhileStatement(statement)) return behind;
  if (isNegated) return { ...behind, start: statement.end };
  const body = ts.isIfStatement(statement) ? statement.thenStatement : statement.statement;
  return { start: body.pos, end: body.end };
}

/** Does a call stand as a statement of its own in a function's body? */
function isStatementOf(unit: Unit, call: ts.Node): boolean {
  return ts.isExpressionStatement(call.parent) && blockOf(call).parent === unit;
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
