import { ts } from "ts-morph";
import { skipWrappers } from "../../syntax.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Cell } from "../graph/cell.ts";
import type { WriteEvent } from "../graph/eventLog.ts";
import { lengthSlot } from "../graph/slots.ts";
import { isOfBoard, isText } from "../library/typeKinds.ts";
import type { Change, EventIndex, Range } from "./eventIndex.ts";
import type { GuardBodies } from "./guardBodies.ts";

/** Something that conditions can be about: a variable, `this.x`, `a.b.length`, `xs[0]`. */
export interface Place {
  /** Equal for expressions that name the same place. */
  readonly key: string;
  /** The variable at its root; undefined for `this`. */
  readonly symbol: ts.Symbol | undefined;
  /** The properties on the way. */
  readonly cells: readonly Cell[];
  /** Is the last of `cells` a length? */
  readonly isLength: boolean;
}

const self: Place = { key: "this", symbol: undefined, cells: [], isLength: false };

/** Names places and knows what changes them. */
export class Places {
  readonly #builder: FlowBuilder;
  readonly #events: EventIndex;
  readonly #names = new Map<ts.Symbol, string>();
  readonly #places = new Map<ts.Node, Place | undefined>();
  readonly #mentioned = new Map<ts.Node, ReadonlySet<string>>();

  /** What conditions on `this` stand for. */
  readonly guardBodies: GuardBodies;

  constructor(builder: FlowBuilder, events: EventIndex, guardBodies: GuardBodies) {
    this.#builder = builder;
    this.#events = events;
    this.guardBodies = guardBodies;
  }

  placeOf(expression: ts.Expression): Place | undefined {
    const node = skipWrappers(expression);
    if (!this.#places.has(node)) this.#places.set(node, this.#find(node));
    return this.#places.get(node);
  }

  #find(node: ts.Expression): Place | undefined {
    if (node.kind === ts.SyntaxKind.ThisKeyword) return self;
    if (ts.isIdentifier(node)) return this.#variable(node);
    if (ts.isPropertyAccessExpression(node)) return this.#property(node);
    if (ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression)) {
      return this.#step(node, node.expression, `[${node.argumentExpression.text}]`);
    }
    return undefined;
  }

  #variable(node: ts.Identifier): Place | undefined {
    const { parent } = node;
    const symbol = ts.isShorthandPropertyAssignment(parent)
      ? this.#builder.checker.getShorthandAssignmentValueSymbol(parent)
      : this.#builder.symbolAt(node);
    return symbol && this.placeOfSymbol(symbol);
  }

  placeOfSymbol(symbol: ts.Symbol): Place | undefined {
    const variable = ts.SymbolFlags.Variable;
    if (!(symbol.flags & variable) || this.#events.isVolatile(symbol)) return undefined;
    let key = this.#names.get(symbol);
    if (key === undefined) {
      key = `${symbol.name}${this.#names.size}`;
      this.#names.set(symbol, key);
    }
    return { key, symbol, cells: [], isLength: false };
  }

  #property(node: ts.PropertyAccessExpression): Place | undefined {
    if (node.questionDotToken) return undefined;
    const name = node.name.text;
    if (name === "length" && isText(this.#builder.typeOf(node.expression))) {
      const text = this.placeOf(node.expression);
      return text && { ...text, key: `${text.key}.length`, isLength: false };
    }
    const key = this.#builder.libraryKeys.get(node);
    if (key !== undefined && name !== "length") return undefined;
    if (isOfBoard(this.#builder.typeOf(node.expression))) return undefined;
    return this.#step(node, node.expression, `.${name}`);
  }

  #step(node: ts.Expression, object: ts.Expression, name: string): Place | undefined {
    const base = this.placeOf(object);
    const cell = this.#builder.cellsOfNodes.get(node)?.root;
    if (!base || !cell || cell === this.#builder.graph.outside || cell.accessors) return undefined;
    if (this.#events.isVolatile(cell)) return undefined;
    return {
      key: base.key + name,
      symbol: base.symbol,
      cells: [...base.cells, cell],
      isLength: name === lengthSlot && this.#builder.libraryKeys.has(node),
    };
  }

  /** A variable that is written nowhere but in its declaration. */
  isConstant(place: Place): boolean {
    if (place.cells.length > 0 || !place.symbol) return false;
    return this.#events.isConstant(place.symbol);
  }

  /** Can the place, once it has its value, never change in this way? */
  isForever({ symbol, cells, isLength }: Place, change: Change = "any"): boolean {
    if (!symbol || !this.#events.isConstant(symbol)) return false;
    return cells.every((cell, index) => {
      const isLast = index === cells.length - 1;
      return !this.#events.isEverChanged(cell, isLast && isLength ? change : "any");
    });
  }

  /** May running the code in a range change the place, in the given direction, by anything but one store? */
  mayChange(place: Place, range: Range, change: Change = "any", besides?: ts.Node): boolean {
    const { symbol, cells } = place;
    const ofSymbol = cells.length === 0 ? change : "any";
    if (
      symbol &&
      !this.#events.isConstant(symbol) &&
      this.#events.mayChange(symbol, range, ofSymbol)
    ) {
      return true;
    }
    return cells.some((cell, index) => {
      const isLast = index === cells.length - 1;
      return this.#events.mayChange(cell, range, isLast ? change : "any", besides);
    });
  }

  isEverChanged(cell: Cell, change: Change): boolean {
    return this.#events.isEverChanged(cell, change);
  }

  writesTo(symbol: ts.Symbol): readonly WriteEvent[] {
    return this.#events.writesTo(symbol);
  }

  /** Is the place named in a condition? */
  isMentioned(place: Place, condition: ts.Expression): boolean {
    let keys = this.#mentioned.get(condition);
    if (!keys) {
      const found = new Set<string>();
      this.#collect(condition, found);
      keys = found;
      this.#mentioned.set(condition, keys);
    }
    return keys.has(place.key);
  }

  #collect(node: ts.Node, found: Set<string>): void {
    const isAccess = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
    if (ts.isIdentifier(node) || isAccess) {
      const place = this.placeOf(node as ts.Expression);
      if (place) found.add(place.key);
    }
    const body = ts.isExpression(node) ? this.guardBodies.of(node) : undefined;
    if (body) this.#collect(body, found);
    ts.forEachChild(node, (child) => this.#collect(child, found));
  }
}
