import { ts } from "ts-morph";
import { isInt, type NumberFact } from "../../numberFacts.ts";
import { skipWrappers } from "../../syntax.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Reader } from "../graph/cell.ts";
import { lengthSlot } from "../graph/slots.ts";
import { isText } from "../library/typeKinds.ts";
import type { Place, Places } from "../solve/places.ts";
import { anyLength, isExactInt, meet } from "../values/lattice.ts";
import { axiomsOf } from "./axioms.ts";
import {
  type Atom,
  atomForm,
  combine,
  constantForm,
  type LinearForm,
  scaled,
} from "./linearForm.ts";
import { rowLength } from "./rowLengths.ts";

const deepest = 8;

/** Writes integer expressions as linear forms over variables, lengths and what cannot be taken apart. */
export class Forms {
  readonly builder: FlowBuilder;
  readonly places: Places;
  readonly reader: Reader;

  constructor(builder: FlowBuilder, places: Places, reader: Reader) {
    this.builder = builder;
    this.places = places;
    this.reader = reader;
  }

  /** The form of an expression that gives an int object; undefined for all others. */
  of(expression: ts.Expression, depth = 0): LinearForm | undefined {
    const node = skipWrappers(expression);
    const fact = this.reader.evaluate(node);
    if (!isInt(fact) || depth > deepest) return undefined;
    if (isExactInt(fact)) return constantForm(fact.lo);
    if (ts.isBinaryExpression(node)) return this.#binary(node, fact, depth);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
      const operand = this.of(node.operand, depth + 1);
      return operand && scaled(operand, -1);
    }
    // The value that it gives is the one before.
    if (ts.isPostfixUnaryExpression(node)) return this.of(node.operand, depth + 1);
    const place = this.places.placeOf(node);
    if (!place) return this.#opaque(node, fact, depth);
    return this.#constant(place, depth) ?? atomForm(placeAtom(place, fact));
  }

  #binary(node: ts.BinaryExpression, fact: NumberFact, depth: number): LinearForm | undefined {
    const { kind } = node.operatorToken;
    const isSum = kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.MinusToken;
    const left = isSum || isProduct(kind) ? this.of(node.left, depth + 1) : undefined;
    const right = left && this.of(node.right, depth + 1);
    if (!left || !right) return this.#opaque(node, fact, depth);
    if (isSum) return combine(left, right, kind === ts.SyntaxKind.PlusToken ? 1 : -1);
    if (right.terms.size === 0) return scaled(left, right.constant);
    if (left.terms.size === 0) return scaled(right, left.constant);
    return this.#opaque(node, fact, depth);
  }

  /** A constant is what it was made of, as far as that is constant too. */
  #constant(place: Place, depth: number): LinearForm | undefined {
    if (!this.places.isConstant(place)) return undefined;
    const declaration = place.symbol?.valueDeclaration;
    if (!declaration || !ts.isVariableDeclaration(declaration)) return undefined;
    const { initializer } = declaration;
    if (!initializer) return undefined;
    const form = this.of(initializer, depth + 1);
    const isConstant = (atom: Atom) =>
      atom.places.length > 0 && atom.places.every((part) => this.places.isConstant(part));
    return form && [...form.terms.values()].every(({ atom }) => isConstant(atom))
      ? form
      : undefined;
  }

  /** A value that is not taken apart; two of the same text and the same variables are equal. */
  #opaque(node: ts.Expression, fact: NumberFact, depth: number): LinearForm {
    const places: Place[] = [];
    const key = this.keyOf(node, places) ?? `@${node.getSourceFile().fileName}:${node.pos}`;
    const axioms = axiomsOf(this, node, { key, fact, places, depth });
    return atomForm({ key, lo: fact.lo, hi: fact.hi, places, axioms });
  }

  /** A name for the value of a pure expression; adds the places that it reads. */
  keyOf(expression: ts.Expression, places: Place[]): string | undefined {
    const node = skipWrappers(expression);
    if (ts.isNumericLiteral(node)) return node.text;
    if (ts.isStringLiteralLike(node)) return JSON.stringify(node.text);
    const place = this.places.placeOf(node);
    if (place) {
      places.push(place);
      return place.key;
    }
    if (ts.isBinaryExpression(node)) {
      const left = this.keyOf(node.left, places);
      const right = this.keyOf(node.right, places);
      if (left === undefined || right === undefined) return undefined;
      return `(${left} ${node.operatorToken.kind} ${right})`;
    }
    if (!ts.isCallExpression(node)) return undefined;
    const key = this.builder.libraryKeys.get(node);
    const receiver = isSearch(key) ? receiverOf(node) : undefined;
    if (!receiver && (!key?.startsWith("Math.") || key === "Math.random")) return undefined;
    const operands = receiver ? [receiver, ...node.arguments] : node.arguments;
    const parts = operands.map((operand) => this.keyOf(operand, places));
    return parts.includes(undefined) ? undefined : `${key}(${parts.join()})`;
  }

  /** The length of a list or text, where the list is in a place that can be named. */
  lengthOf(expression: ts.Expression): LinearForm | undefined {
    const node = skipWrappers(expression);
    const place = this.places.placeOf(node);
    if (!place) return ts.isElementAccessExpression(node) ? this.#lengthOfElement(node) : undefined;
    if (isText(this.builder.typeOf(node))) {
      return atomForm(placeAtom({ ...place, key: `${place.key}.length` }, anyLength));
    }
    const shape = this.builder.shapeOf(node);
    if (!shape || shape.isUnknown) return undefined;
    const cell = this.builder.graph.slot(shape, lengthSlot);
    const length: Place = {
      key: `${place.key}.length`,
      symbol: place.symbol,
      cells: [...place.cells, cell],
      isLength: true,
    };
    return atomForm(placeAtom(length, meet(this.reader.read(cell), anyLength)));
  }

  /** The length of `rows[i]`: the same as long as neither `rows`, its elements, `i` nor a length changes. */
  #lengthOfElement(node: ts.ElementAccessExpression): LinearForm | undefined {
    const rows = this.places.placeOf(node.expression);
    const indexPlaces: Place[] = [];
    const index = this.keyOf(node.argumentExpression, indexPlaces);
    const element = this.builder.cellsOfNodes.get(node)?.root;
    const shape = this.builder.shapeOf(node);
    if (!rows || index === undefined || !element || !shape || shape.isUnknown) return undefined;
    if (element === this.builder.graph.outside) return undefined;
    const cell = this.builder.graph.slot(shape, lengthSlot);
    const key = `${rows.key}[${index}].length`;
    const length: Place = {
      key,
      symbol: rows.symbol,
      cells: [...rows.cells, element, cell],
      isLength: true,
    };
    const { lo, hi } = meet(this.reader.read(cell), anyLength);
    const atom: Atom = { key, lo, hi, places: [length, ...indexPlaces], axioms: [] };
    const least = rowLength(this, node, rows);
    return atomForm(least ? { ...atom, axioms: [combine(atomForm(atom), least, -1)] } : atom);
  }
}

/** Does a built-in give a position in a text? */
function isSearch(key: string | undefined): boolean {
  return key === "String.indexOf" || key === "String.lastIndexOf";
}

function receiverOf({ expression }: ts.CallExpression): ts.Expression | undefined {
  const callee = skipWrappers(expression);
  return ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

function isProduct(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.AsteriskToken;
}

function placeAtom(place: Place, fact: NumberFact): Atom {
  return { key: place.key, lo: fact.lo, hi: fact.hi, places: [place], axioms: [] };
}
