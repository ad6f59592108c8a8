import { ts } from "ts-morph";
import { isIncrement } from "../../bindings.ts";
import { skipWrappers } from "../../syntax.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Cell, Source } from "../graph/cell.ts";
import { isNone, join, noNumber } from "../values/lattice.ts";
import { type Guard, refine } from "./conditions.ts";
import { dominators, dominatorsOfEnd, isAbrupt, liveRanges, type Step } from "./dominators.ts";
import type { Place, Places } from "./places.ts";

/** Where the value of a place at one point of the program comes from. */
interface Origin {
  readonly source: Source;
  /** The conditions that were tested since, the last first. */
  readonly guards: readonly Guard[];
  /** Is it simply what the place's cell holds? */
  readonly isWhole: boolean;
  /** Did the search come to the end of its steps, so that earlier ones matter? */
  readonly isOpen: boolean;
}

/**
 * The value of a place where it is read: what was assigned last, or anything that is ever assigned,
 * narrowed by the conditions that were tested since. Found by going back from the read, without
 * following loops around: what a loop changes is unknown inside of it.
 */
export class PlaceStates {
  readonly #builder: FlowBuilder;
  readonly #places: Places;
  readonly #reads = new Map<ts.Node, Cell>();
  readonly #starts = new Map<ts.Node, Map<string, Cell>>();

  constructor(builder: FlowBuilder, places: Places) {
    this.#builder = builder;
    this.#places = places;
  }

  /** The cell for reading a place at a node; `whole` is the cell that holds all its values. */
  cellAt(node: ts.Expression, whole: Cell): Cell {
    const known = this.#reads.get(node);
    if (known) return known;
    const cell = this.#find(node, whole);
    this.#reads.set(node, cell);
    return cell;
  }

  #find(node: ts.Expression, whole: Cell): Cell {
    const place = this.#places.placeOf(node);
    if (!place || !this.#isWorthwhile(place, node)) return whole;
    const origin = this.#origin(place, whole, dominators(node), node.getSourceFile());
    if (origin.isWhole && origin.guards.length === 0) return whole;
    return this.#cellOf(place, origin);
  }

  /** A constant that no condition mentions is the same everywhere. */
  #isWorthwhile(place: Place, node: ts.Expression): boolean {
    if (place.symbol && this.#builder.conditionNames.has(place.symbol.name)) return true;
    if (place.cells.length > 0) return true;
    return !this.#places.isConstant(place) && node.parent !== undefined;
  }

  #cellOf(place: Place, { source, guards }: Origin): Cell {
    const cell = this.#builder.graph.cell();
    cell.isSlot = false;
    const inOrder = [...guards].reverse();
    cell.sources.push((reader) => {
      let fact = source(reader);
      for (const guard of inOrder) {
        if (isNone(fact)) return noNumber;
        fact = refine(reader, this.#places, place, fact, guard);
      }
      return fact;
    });
    return cell;
  }

  #origin(place: Place, whole: Cell, steps: Iterable<Step>, file: ts.SourceFile): Origin {
    const guards: Guard[] = [];
    const stop = (source?: Source, isOpen = false): Origin => ({
      source: source ?? ((reader) => reader.read(whole)),
      guards,
      isWhole: source === undefined,
      isOpen,
    });
    const isConstant = this.#places.isConstant(place);
    for (const step of steps) {
      switch (step.kind) {
        case "holds":
          if (this.#isUsable(place, step.condition, file)) guards.push(step);
          break;
        case "case":
          guards.push(step);
          break;
        case "ran":
          if (this.#places.mayChange(place, { file, from: step.from, to: step.to })) return stop();
          break;
        case "statement":
          if (isConstant || !this.#mayChangeIn(place, step.node, file)) break;
          return stop(this.#assignedBy(place, whole, step.node, file));
        case "leave":
          if (!isConstant) return stop();
      }
    }
    return stop(undefined, true);
  }

  #isUsable(place: Place, condition: ts.Expression, file: ts.SourceFile): boolean {
    if (!this.#places.isMentioned(place, condition)) return false;
    const range = { file, from: condition.pos, to: condition.end };
    return !this.#places.mayChange(place, range);
  }

  #mayChangeIn(place: Place, node: ts.Node, file: ts.SourceFile): boolean {
    return liveRanges(node).some((range) => this.#places.mayChange(place, { file, ...range }));
  }

  /** The value that a statement leaves in the place; undefined where it is not so simple. */
  #assignedBy(place: Place, whole: Cell, node: ts.Node, file: ts.SourceFile): Source | undefined {
    if (ts.isExpressionStatement(node)) return this.#assigned(place, node.expression, file);
    if (ts.isVariableStatement(node))
      return this.#declared(place, node.declarationList.declarations);
    if (ts.isVariableDeclarationList(node)) return this.#declared(place, node.declarations);
    if (ts.isVariableDeclaration(node)) return this.#declared(place, [node]);
    if (ts.isBlock(node)) return this.#atEnd(place, whole, node, node);
    if (ts.isIfStatement(node)) return this.#afterIf(place, whole, node);
    return undefined;
  }

  #assigned(place: Place, expression: ts.Expression, file: ts.SourceFile): Source | undefined {
    const node = skipWrappers(expression);
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      const isSame = isIncrement(node.operator) && this.#isAt(place, node.operand);
      return isSame ? (reader) => reader.evaluateIncremented(node) : undefined;
    }
    if (!ts.isBinaryExpression(node) || !this.#isAt(place, node.left)) return undefined;
    // `a.x = f()` writes to the object that `a` was before the call.
    const range = { file, from: node.pos, to: node.end };
    const object: Place = { ...place, cells: place.cells.slice(0, -1), isLength: false };
    if (place.cells.length > 0 && this.#places.mayChange(object, range)) return undefined;
    return (reader) => reader.evaluate(node);
  }

  #isAt(place: Place, target: ts.Expression): boolean {
    return this.#places.placeOf(target)?.key === place.key;
  }

  /** `let x = value`, where nothing after it in the statement writes `x` again. */
  #declared(place: Place, declarations: readonly ts.VariableDeclaration[]): Source | undefined {
    const last = declarations.at(-1);
    if (place.cells.length > 0 || !last?.initializer) return undefined;
    const found = declarations.find((declaration) => this.#declares(place, declaration));
    const { initializer } = found ?? {};
    if (!found || !initializer) return undefined;
    const file = found.getSourceFile();
    const range = { file, from: found.end, to: last.end };
    if (found !== last && this.#places.mayChange(place, range)) return undefined;
    return (reader) => reader.evaluate(initializer);
  }

  #declares(place: Place, declaration: ts.VariableDeclaration): boolean {
    if (!ts.isIdentifier(declaration.name)) return false;
    return this.#builder.checker.getSymbolAtLocation(declaration.name) === place.symbol;
  }

  /** What both ways through an `if` leave, where they come to its end. */
  #afterIf(place: Place, whole: Cell, node: ts.IfStatement): Source {
    const ends: Source[] = [];
    const { thenStatement, elseStatement } = node;
    if (!isAbrupt(thenStatement)) ends.push(this.#atEnd(place, whole, thenStatement, node));
    if (!elseStatement) ends.push(this.#withoutElse(place, whole, node));
    else if (!isAbrupt(elseStatement)) ends.push(this.#atEnd(place, whole, elseStatement, node));
    return (reader) => ends.reduce((fact, end) => join(fact, end(reader)), noNumber);
  }

  /** The place at the end of a branch of `until`. */
  #atEnd(place: Place, whole: Cell, branch: ts.Statement, until: ts.Statement): Source {
    const steps = dominatorsOfEnd(branch, until);
    return this.#upTo(place, whole, steps, until);
  }

  #withoutElse(place: Place, whole: Cell, node: ts.IfStatement): Source {
    const steps: Step[] = [
      { kind: "holds", condition: node.expression, value: false },
      { kind: "ran", from: node.expression.pos, to: node.expression.end },
    ];
    return this.#upTo(place, whole, steps, node);
  }

  /** The place after `steps`, which begin where `start` does. */
  #upTo(place: Place, whole: Cell, steps: Iterable<Step>, start: ts.Statement): Source {
    const origin = this.#origin(place, whole, steps, start.getSourceFile());
    const fromStart = origin.isOpen
      ? { ...origin, source: this.#before(place, whole, start) }
      : origin;
    const cell = this.#cellOf(place, fromStart);
    return (reader) => reader.read(cell);
  }

  /** The place before a statement: shared by all branches of the statement. */
  #before(place: Place, whole: Cell, node: ts.Statement): Source {
    let cells = this.#starts.get(node);
    if (!cells) {
      cells = new Map();
      this.#starts.set(node, cells);
    }
    let cell = cells.get(place.key);
    if (!cell) {
      const before = this.#origin(place, whole, dominators(node), node.getSourceFile());
      cell = before.isWhole && before.guards.length === 0 ? whole : this.#cellOf(place, before);
      cells.set(place.key, cell);
    }
    const found = cell;
    return (reader) => reader.read(found);
  }
}
