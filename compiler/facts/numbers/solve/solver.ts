import type { ts } from "ts-morph";
import { anyNumber, type NumberFact } from "../../numberFacts.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Cell, Reader } from "../graph/cell.ts";
import {
  isInside,
  isNone,
  join,
  type Ladder,
  noNumber,
  sameFact,
  widen,
} from "../values/lattice.ts";
import { type Evaluator, narrowed } from "./evaluator.ts";

/** A bound may grow so often by itself before it climbs the ladder, and so often before it is given up. */
const patience = 3;
const mostGrowths = 40;

/**
 * The least facts, up to widening, that agree with all flows: cells are computed again whenever one
 * that they read has grown. Then two passes take back what widening gave away.
 */
export class Solver implements Reader {
  readonly #builder: FlowBuilder;
  readonly #ladder: Ladder;
  readonly #queue: Cell[] = [];
  readonly #seen = new Set<Cell>();
  #evaluator: Evaluator | undefined;
  #reading: Cell | undefined;
  #isFinal = false;

  constructor(builder: FlowBuilder, ladder: Ladder) {
    this.#builder = builder;
    this.#ladder = ladder;
  }

  attach(evaluator: Evaluator): void {
    this.#evaluator = evaluator;
  }

  evaluate(node: ts.Expression): NumberFact {
    return this.#evaluator?.evaluate(node) ?? anyNumber;
  }

  evaluateIncremented(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): NumberFact {
    return this.#evaluator?.incremented(node) ?? anyNumber;
  }

  read(cell: Cell): NumberFact {
    const root = cell.root;
    if (!this.#seen.has(root)) this.#visit(root);
    if (this.#reading && !this.#isFinal) root.dependents.add(this.#reading);
    return root.fact;
  }

  /** A cell that was made while others were computed. */
  #visit(cell: Cell): void {
    this.#seen.add(cell);
    this.#update(cell);
    if (this.#isFinal) this.#run();
  }

  solve(): void {
    for (const cell of [...this.#builder.graph.cells]) {
      if (cell.root === cell && !this.#seen.has(cell)) this.#visit(cell);
    }
    this.#run();
    for (let pass = 0; pass < 2; pass++) this.#narrow();
    this.#isFinal = true;
  }

  #run(): void {
    for (let cell = this.#queue.pop(); cell; cell = this.#queue.pop()) {
      cell.isQueued = false;
      this.#update(cell);
    }
  }

  #update(cell: Cell): void {
    const next = this.#compute(cell);
    if (isInside(next, cell.fact)) return;
    cell.growths++;
    cell.fact = this.#grown(cell, next);
    for (const dependent of cell.dependents) {
      if (dependent.isQueued) continue;
      dependent.isQueued = true;
      this.#queue.push(dependent);
    }
  }

  #grown(cell: Cell, next: NumberFact): NumberFact {
    if (!cell.isSlot || cell.growths <= patience) return join(cell.fact, next);
    if (cell.growths <= mostGrowths) return widen(cell.fact, next, this.#ladder);
    return widen(cell.fact, next, []);
  }

  #compute(cell: Cell): NumberFact {
    const outer = this.#reading;
    this.#reading = cell;
    let fact = cell.fromOutside ? (cell.outside ?? anyNumber) : noNumber;
    for (const source of cell.sources) fact = join(fact, source(this));
    this.#reading = outer;
    return cell.promised && !isNone(fact) ? narrowed(fact, cell.promised) : fact;
  }

  /** One pass of plain recomputation; taken back as a whole should the result not hold. */
  #narrow(): void {
    const cells = [...this.#seen];
    const before = cells.map((cell) => cell.fact);
    for (const cell of cells) {
      const next = this.#compute(cell);
      if (isInside(next, cell.fact) && !sameFact(next, cell.fact)) cell.fact = next;
    }
    const holds = cells.every((cell) => isInside(this.#compute(cell), cell.fact));
    if (holds) return;
    for (const [index, cell] of cells.entries()) cell.fact = before[index]!;
  }
}
