import { anyLength } from "../values/lattice.ts";
import { Cell, type Source } from "./cell.ts";
import { type FunctionNode, Shape } from "./shape.ts";
import {
  awaitedSlot,
  dynamicSlot,
  elementSlot,
  generatorReturnSlot,
  indexOfParameter,
  isParameter,
  isPosition,
  isProperty,
  lengthSlot,
  parameterSlot,
  resultSlot,
} from "./slots.ts";

/** What an expression gives: numbers along an edge, objects by their shape. */
export interface Value {
  readonly number?: Source | undefined;
  readonly shape?: Shape | undefined;
}

const restSlot = "(*";

/**
 * Cells and shapes, and the ways to connect them. Everything here only ever makes the graph coarser,
 * so the order of calls does not matter.
 */
export class FlowGraph {
  /** Objects that code out of sight may hold: all of them are one shape. */
  readonly unknown = new Shape();
  /** Every place that code out of sight may write to and read from. */
  readonly outside = new Cell();
  readonly cells: Cell[] = [];
  readonly #pending: [Shape, Shape][] = [];
  #isUniting = false;

  constructor() {
    this.unknown.isUnknown = true;
    this.outside.fromOutside = true;
    this.outside.shape = this.unknown;
    this.cells.push(this.outside);
  }

  cell(): Cell {
    const cell = new Cell();
    this.cells.push(cell);
    return cell;
  }

  nativeShape(): Shape {
    const shape = new Shape();
    shape.isNative = true;
    return shape;
  }

  shapeOf(cell: Cell): Shape {
    return cell.shapeOr(() => new Shape());
  }

  valueOf(cell: Cell): Value {
    cell.root.isReadIndirectly = true;
    return { number: (reader) => reader.read(cell), shape: this.shapeOf(cell) };
  }

  /** The cell under a slot name, made when first asked for. */
  slot(shape: Shape, name: string): Cell {
    const owner = shape.root;
    if (owner.isUnknown) return this.outside;
    if (name === elementSlot && !owner.mergesPositions) this.#mergePositions(owner);
    if (name === dynamicSlot && !owner.mergesNames) this.#mergeNames(owner);
    if (isParameter(name) && name !== restSlot && indexOfParameter(name) >= owner.restFrom) {
      return this.slot(this.shapeOf(this.slot(owner, restSlot)), elementSlot);
    }
    const actual = actualSlot(owner, name);
    let cell = owner.slots.get(actual);
    if (!cell) {
      cell = this.cell();
      owner.slots.set(actual, cell);
    }
    return cell.root;
  }

  parameter(shape: Shape, index: number): Cell {
    return this.slot(shape, parameterSlot(index));
  }

  /** The array that takes a function's arguments from `index` on. */
  restParameter(shape: Shape, index: number, cell: Cell): void {
    const owner = shape.root;
    if (owner.isUnknown) {
      this.flow({ shape: this.unknown }, cell);
      return;
    }
    owner.slots.set(restSlot, cell);
    owner.restFrom = index;
    const list = cell.shapeOr(() => this.nativeShape());
    this.flow({ number: () => anyLength }, this.slot(list, lengthSlot));
  }

  /** A value arrives at a cell. */
  flow(value: Value, target: Cell): void {
    const cell = target.root;
    if (value.number && cell.numbers && cell !== this.outside) cell.sources.push(value.number);
    if (value.shape && cell.objects) this.#hold(cell, value.shape);
  }

  flowCell(from: Cell, to: Cell): void {
    if (from.root === to.root) return;
    from.root.isReadIndirectly = true;
    const number: Source = (reader) => reader.read(from);
    this.flow({ number, shape: to.root.objects ? this.shapeOf(from) : undefined }, to);
  }

  #hold(cell: Cell, shape: Shape): void {
    const held = cell.shape;
    if (held) this.unite(held, shape);
    else cell.shape = shape;
  }

  uniteCells(a: Cell, b: Cell): void {
    const cell = a.root;
    const other = b.root;
    if (cell === other) return;
    if (other === this.outside) {
      this.uniteCells(other, cell);
      return;
    }
    const shapes = [cell.shape, other.shape] as const;
    cell.absorb(other);
    if (cell === this.outside) cell.sources = [];
    cell.shape = shapes[0] ?? shapes[1];
    if (shapes[0] && shapes[1]) this.unite(shapes[0], shapes[1]);
  }

  /** The objects of two shapes are told apart no more. */
  unite(a: Shape, b: Shape): void {
    if (a.root === b.root) return;
    this.#pending.push([a, b]);
    if (this.#isUniting) return;
    this.#isUniting = true;
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
      this.#uniteNow(next[0].root, next[1].root);
    }
    this.#isUniting = false;
  }

  /** The objects of a shape are known to code out of sight. */
  escape(shape: Shape | undefined): void {
    if (shape) this.unite(this.unknown, shape);
  }

  #uniteNow(a: Shape, b: Shape): void {
    if (a === b) return;
    if (b.isUnknown) this.#open(a, b);
    else if (a.isUnknown) this.#open(b, a);
    else if (a.slots.size >= b.slots.size) this.#merge(b, a);
    else this.#merge(a, b);
  }

  #merge(from: Shape, into: Shape): void {
    from.becomePartOf(into);
    into.isNative ||= from.isNative;
    for (const node of from.functions) into.functions.add(node);
    const { slots } = from;
    from.slots = new Map();
    if (from.mergesPositions) this.#mergePositions(into);
    if (from.mergesNames) this.#mergeNames(into);
    if (from.restFrom < Number.POSITIVE_INFINITY) this.#mergeRest(slots, from.restFrom, into);
    for (const [name, cell] of slots) {
      if (name !== restSlot) this.#adopt(into, name, cell);
    }
  }

  #adopt(into: Shape, name: string, cell: Cell): void {
    const actual = actualSlot(into, name);
    const isRest = isParameter(name) && indexOfParameter(name) >= into.restFrom;
    if (isRest || into.slots.has(actual)) this.uniteCells(this.slot(into, name), cell);
    else into.slots.set(actual, cell);
  }

  #mergeRest(slots: Map<string, Cell>, restFrom: number, into: Shape): void {
    const rest = slots.get(restSlot);
    if (!rest) return;
    const present = into.slots.get(restSlot);
    const later = [...into.slots].filter(([name]) => isParameter(name) && name !== restSlot);
    into.restFrom = Math.min(into.restFrom, restFrom);
    if (present) this.uniteCells(present, rest);
    else into.slots.set(restSlot, rest);
    for (const [name, cell] of later) {
      if (indexOfParameter(name) < into.restFrom) continue;
      into.slots.delete(name);
      this.uniteCells(this.slot(into, name), cell);
    }
  }

  /** Everything that one can get at from these objects may be used and changed out of sight. */
  #open(shape: Shape, unknown: Shape): void {
    shape.becomePartOf(unknown);
    for (const node of shape.functions) unknown.functions.add(node);
    for (const [name, cell] of shape.slots) this.#openCell(name, cell.root);
  }

  #openCell(name: string, cell: Cell): void {
    if (cell.objects) this.#hold(cell, this.unknown);
    // What a function gives or a promise resolves to is read out of sight, not written.
    const isOutput = name === resultSlot || name === awaitedSlot || name === generatorReturnSlot;
    if (isOutput) return;
    cell.fromOutside = true;
    if (name === lengthSlot) cell.outside ??= anyLength;
  }

  #mergePositions(shape: Shape): void {
    shape.mergesPositions = true;
    this.#mergeSlots(shape, isPosition, elementSlot);
  }

  #mergeNames(shape: Shape): void {
    shape.mergesNames = true;
    this.#mergeSlots(shape, isProperty, dynamicSlot);
  }

  #mergeSlots(shape: Shape, matches: (name: string) => boolean, into: string): void {
    const names = [...shape.slots.keys()].filter(matches);
    const cells = names.map((name) => shape.slots.get(name)!);
    for (const name of names) shape.slots.delete(name);
    for (const cell of cells) this.uniteCells(this.slot(shape, into), cell);
  }
}

function actualSlot(shape: Shape, name: string): string {
  if (shape.mergesPositions && isPosition(name)) return elementSlot;
  if (shape.mergesNames && isProperty(name)) return dynamicSlot;
  return name;
}

/** The functions that a call of these objects may reach, as far as they are in sight. */
export function functionsOf(shape: Shape | undefined): ReadonlySet<FunctionNode> {
  return shape?.root.functions ?? new Set();
}
