import type { ts } from "ts-morph";
import type { NumberFact } from "../../numberFacts.ts";
import { noNumber } from "../values/lattice.ts";
import type { FunctionNode, Shape } from "./shape.ts";

/** Reads facts while the fixpoint is sought; every cell that it reads becomes a dependency. */
export interface Reader {
  read(cell: Cell): NumberFact;
  /** The number that an expression gives where it stands. */
  evaluate(node: ts.Expression): NumberFact;
  /** What `x++` writes back. */
  evaluateIncremented(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): NumberFact;
}

/** Something that gives a cell values. */
export type Source = (reader: Reader) => NumberFact;

/**
 * A place that holds values: a variable, a property of some shape, an element, a result.
 * Numbers flow into it along directed edges (`sources`); objects flow both ways, by making the shapes
 * one, because whoever holds an object may write to it. Cells of shapes that became one are one.
 */
export class Cell {
  #parent: Cell | undefined;
  #shape: Shape | undefined;
  /** Numbers that may arrive. */
  sources: Source[] = [];
  /** May anything arrive from code that nobody can see? Then numbers are as the declared type says. */
  fromOutside = false;
  /** What arrives from outside: any number, or the range of a branded type. */
  outside: NumberFact | undefined;
  /** What the declared type promises, where it is branded. */
  promised: NumberFact | undefined;

  /** The fixpoint's state. */
  fact: NumberFact = noNumber;
  readonly dependents = new Set<Cell>();
  growths = 0;
  isQueued = false;
  /** Does a cycle of flows pass here? A cell that only names a value at one place is never widened. */
  isSlot = true;
  /** What the declared type lets it hold. */
  numbers = true;
  objects = true;
  /** Is it read other than by a variable's name or a property access? */
  isReadIndirectly = false;
  /** The getters and setters behind a property. */
  accessors: FunctionNode[] | undefined;

  get root(): Cell {
    let root: Cell = this;
    while (root.#parent) root = root.#parent;
    if (this !== root) this.#parent = root;
    return root;
  }

  /** The shape of the objects that the cell holds, made when first asked for. */
  shapeOr(make: () => Shape): Shape {
    const { root } = this;
    root.#shape ??= make();
    return root.#shape.root;
  }

  get shape(): Shape | undefined {
    return this.root.#shape?.root;
  }

  set shape(shape: Shape | undefined) {
    this.root.#shape = shape;
  }

  /** Makes `other` the same place; the caller unites the shapes. */
  absorb(other: Cell): void {
    for (const source of other.sources) this.sources.push(source);
    other.sources = [];
    this.fromOutside ||= other.fromOutside;
    if (this.outside !== other.outside) this.outside = undefined;
    this.promised = undefined;
    this.numbers ||= other.numbers;
    this.objects ||= other.objects;
    this.isReadIndirectly ||= other.isReadIndirectly;
    if (other.accessors) this.accessors = [...(this.accessors ?? []), ...other.accessors];
    other.#parent = this;
    other.#shape = undefined;
  }
}
