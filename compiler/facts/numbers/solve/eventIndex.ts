import { ts } from "ts-morph";
import type { FlowBuilder } from "../graph/builder.ts";
import { Cell } from "../graph/cell.ts";
import { baseOf, constructorOf } from "../graph/classes.ts";
import {
  type CallEvent,
  type Target,
  type Unit,
  unitOf,
  type WriteEvent,
} from "../graph/eventLog.ts";
import type { FunctionNode, Shape } from "../graph/shape.ts";

/** Which changes count: of a length, an upper bound survives growth and a lower bound shrinking. */
export type Change = "any" | "shrinks" | "grows";

/** A stretch of one file's text. */
export interface Range {
  readonly file: ts.SourceFile;
  readonly from: number;
  readonly to: number;
}

/** Answers whether running some code may change a variable, property, element or length. */
export class EventIndex {
  readonly #builder: FlowBuilder;
  readonly #writes = new Map<Target, WriteEvent[]>();
  readonly #calls = new Map<ts.SourceFile, CallEvent[]>();
  readonly #callers = new Map<FunctionNode, Set<Unit>>();
  readonly #suspending = new Set<Unit>();
  readonly #writers = new Map<string, ReadonlySet<Unit>>();
  readonly #numbers = new Map<Target, number>();
  readonly #volatile: Set<FunctionNode>;

  /** Events for which `isHarmless` holds are known to change nothing. */
  constructor(builder: FlowBuilder, isHarmless: (event: WriteEvent) => boolean = () => false) {
    this.#builder = builder;
    for (const event of builder.log.writes) if (!isHarmless(event)) this.#addWrite(event);
    for (const event of builder.log.calls) this.#addCall(event);
    for (const calls of this.#calls.values()) calls.sort((a, b) => a.position - b.position);
    this.#volatile = new Set(builder.volatile.flatMap((shape) => [...shape.root.functions]));
  }

  #addWrite(event: WriteEvent): void {
    const target = rootOf(event.target);
    const events = this.#writes.get(target);
    if (events) events.push(event);
    else this.#writes.set(target, [event]);
  }

  #addCall(event: CallEvent): void {
    const events = this.#calls.get(event.file);
    if (events) events.push(event);
    else this.#calls.set(event.file, [event]);
    if (!event.callee) this.#suspending.add(event.unit);
    for (const node of this.#functionsOf(event.callee)) {
      const callers = this.#callers.get(node);
      if (callers) callers.add(event.unit);
      else this.#callers.set(node, new Set([event.unit]));
    }
  }

  #functionsOf(callee: Shape | Cell | undefined): Iterable<FunctionNode> {
    if (!callee) return [];
    if (callee instanceof Cell) return callee.root.accessors ?? [];
    return callee.root.functions;
  }

  writesTo(target: Target): readonly WriteEvent[] {
    return this.#writes.get(rootOf(target)) ?? [];
  }

  /** Is a variable written where it is declared only? */
  isConstant(symbol: ts.Symbol): boolean {
    const writes = this.#writes.get(symbol);
    if (!writes) return true;
    return writes.length === 1 && writes[0]!.node === symbol.valueDeclaration;
  }

  isEverChanged(target: Target, change: Change): boolean {
    return this.writesTo(target).some((write) => counts(write, change));
  }

  /** May the code in a range, or what it calls, change the target by anything but one store? */
  mayChange(target: Target, range: Range, change: Change = "any", besides?: ts.Node): boolean {
    const writes = this.#writes.get(rootOf(target));
    if (!writes) return false;
    for (const write of writes) {
      const isThere = isInside(write.position, range) && write.file === range.file;
      if (besides && write.store === besides) continue;
      if (isThere && counts(write, change)) return true;
    }
    return this.#callMayChange(target, range, change);
  }

  #callMayChange(target: Target, range: Range, change: Change): boolean {
    const units = this.unitsThatChange(target, change);
    if (units.size === 0) return false;
    const calls = this.#calls.get(range.file) ?? [];
    for (let i = firstFrom(calls, range.from); i < calls.length; i++) {
      const call = calls[i]!;
      if (call.position > range.to) return false;
      if (this.#reaches(call, units)) return true;
    }
    return false;
  }

  #reaches(call: CallEvent, units: ReadonlySet<Unit>): boolean {
    // Any task may run while this one waits.
    if (!call.callee) return true;
    for (const node of this.#functionsOf(call.callee)) {
      if (this.#unitsOf(node).some((unit) => units.has(unit))) return true;
    }
    return false;
  }

  /** The nodes that call a function; they need not be calls: iterations, built-ins with callbacks. */
  callsOf(node: FunctionNode): readonly ts.Node[] {
    return [...this.#calls.values()]
      .flat()
      .filter((call) => [...this.#functionsOf(call.callee)].includes(node))
      .map((call) => call.node);
  }

  /** Does an interrupt or another thread write it, so that no test of it holds for long? */
  isVolatile(target: Target): boolean {
    if (this.#volatile.size === 0) return false;
    const units = this.unitsThatChange(target, "any");
    for (const node of this.#volatile) {
      if (this.#unitsOf(node).some((unit) => units.has(unit))) return true;
    }
    return false;
  }

  /**
   * The functions whose call may change the target, also through others. A variable of a function's
   * own is a new one in every call, so that the function itself does not count for it.
   */
  unitsThatChange(target: Target, change: Change): ReadonlySet<Unit> {
    const root = rootOf(target);
    const key = `${this.#numberOf(root)} ${change}`;
    const known = this.#writers.get(key);
    if (known) return known;
    const home = root instanceof Cell ? undefined : homeOf(root);
    const found = new Set<Unit>();
    const pending: Unit[] = [];
    const add = (unit: Unit) => {
      if (found.has(unit)) return;
      found.add(unit);
      pending.push(unit);
    };
    for (const write of this.#writes.get(root) ?? []) {
      if (write.unit !== home && counts(write, change)) add(write.unit);
    }
    for (let unit = pending.pop(); unit; unit = pending.pop()) {
      for (const caller of this.#callersOf(unit)) add(caller);
    }
    this.#writers.set(key, found);
    return found;
  }

  #callersOf(unit: Unit): Iterable<Unit> {
    if (ts.isSourceFile(unit) || ts.isClassStaticBlockDeclaration(unit)) return [];
    const node = ts.isConstructorDeclaration(unit) ? unit.parent : unit;
    const direct = this.#callers.get(node) ?? [];
    if (!ts.isClassLike(node)) return [...direct, ...this.#suspending];
    // Subclasses without a constructor run the constructor of their base.
    return [...direct, ...this.#subclassCallers(node), ...this.#suspending];
  }

  #subclassCallers(node: ts.ClassLikeDeclaration): Iterable<Unit> {
    const callers: Unit[] = [];
    for (const [other, units] of this.#callers) {
      if (ts.isClassLike(other) && !constructorOf(other) && this.#hasBase(other, node)) {
        callers.push(other, ...units);
      }
    }
    return callers;
  }

  #hasBase(node: ts.ClassLikeDeclaration, base: ts.ClassLikeDeclaration): boolean {
    const expression = baseOf(node);
    const shape = expression && this.#builder.shapeOf(expression);
    return shape?.functions.has(base) ?? false;
  }

  #unitsOf(node: FunctionNode): readonly Unit[] {
    if (!ts.isClassLike(node)) return [node];
    const maker = constructorOf(node);
    return maker ? [node, maker] : [node];
  }

  #numberOf(target: Target): number {
    let number = this.#numbers.get(target);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(target, number);
    }
    return number;
  }
}

function rootOf(target: Target): Target {
  return target instanceof Cell ? target.root : target;
}

/** The function whose variable it is. */
function homeOf(symbol: ts.Symbol): Unit | undefined {
  const declaration = symbol.valueDeclaration;
  if (!declaration) return undefined;
  const unit = unitOf(declaration);
  return ts.isSourceFile(unit) ? undefined : unit;
}

function isInside(position: number, range: Range): boolean {
  return position > range.from && position <= range.to;
}

function counts(write: WriteEvent, change: Change): boolean {
  if (change === "any") return true;
  return change === "shrinks" ? write.shrinks : write.grows;
}

/** The first call after a position. */
function firstFrom(calls: readonly CallEvent[], position: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calls[middle]!.position > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
