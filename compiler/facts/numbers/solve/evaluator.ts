import { ts } from "ts-morph";
import { isAssignmentOperator } from "../../bindings.ts";
import { anyNumber, isInt, type NumberFact } from "../../numberFacts.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Cell, Reader } from "../graph/cell.ts";
import { enumValue } from "../library/enumValue.ts";
import { brandOf, factOfType, isText, kindsOf } from "../library/typeKinds.ts";
import { add, negate, square, subtract } from "../values/arithmetic.ts";
import { bitNot } from "../values/bitOperations.ts";
import {
  anyLength,
  exactly,
  intRange,
  isExactInt,
  isNone,
  join,
  meet,
  noNumber,
  within,
  withoutNaN,
} from "../values/lattice.ts";
import { assumeTruth } from "./conditions.ts";
import { libraryCall } from "./libraryCalls.ts";
import { isMultiple } from "./multiples.ts";
import { binaryTransfer, plainOperator } from "./operators.ts";
import type { PlaceStates } from "./placeState.ts";
import type { Places } from "./places.ts";

/** What the evaluator needs of the solver. */
export interface EvaluatorContext {
  readonly builder: FlowBuilder;
  readonly places: Places;
  readonly states: PlaceStates;
  readonly reader: Reader;
  /** Is `text.charCodeAt(index)` proven to be in bounds? */
  isInBounds(object: ts.Expression, index: ts.Expression): boolean;
}

/** The number that an expression gives, from the numbers of its parts and the cells that it reads. */
export class Evaluator {
  readonly #context: EvaluatorContext;
  readonly #numeric = new Map<ts.Node, boolean>();

  constructor(context: EvaluatorContext) {
    this.#context = context;
  }

  evaluate(node: ts.Expression): NumberFact {
    switch (node.kind) {
      case ts.SyntaxKind.NumericLiteral:
        return exactly(Number((node as ts.NumericLiteral).text));
      case ts.SyntaxKind.Identifier:
        return this.#identifier(node as ts.Identifier);
      case ts.SyntaxKind.BinaryExpression:
        return this.#binary(node as ts.BinaryExpression);
      case ts.SyntaxKind.PropertyAccessExpression:
        return this.#property(node as ts.PropertyAccessExpression);
      case ts.SyntaxKind.ElementAccessExpression:
        return this.#element(node as ts.ElementAccessExpression);
      case ts.SyntaxKind.CallExpression:
        return this.#call(node as ts.CallExpression);
      case ts.SyntaxKind.ParenthesizedExpression:
      case ts.SyntaxKind.NonNullExpression:
      case ts.SyntaxKind.SatisfiesExpression:
        return this.evaluate((node as ts.ParenthesizedExpression).expression);
      case ts.SyntaxKind.AsExpression:
      case ts.SyntaxKind.TypeAssertionExpression:
        return this.#cast(node as ts.AsExpression);
      default:
        return this.#other(node);
    }
  }

  #other(node: ts.Expression): NumberFact {
    if (ts.isPrefixUnaryExpression(node)) return this.#prefix(node);
    if (ts.isPostfixUnaryExpression(node)) return this.evaluate(node.operand);
    if (ts.isConditionalExpression(node)) {
      return join(this.evaluate(node.whenTrue), this.evaluate(node.whenFalse));
    }
    if (
      ts.isAwaitExpression(node) ||
      ts.isYieldExpression(node) ||
      ts.isTaggedTemplateExpression(node)
    ) {
      return this.#readNode(node);
    }
    return noNumber;
  }

  /** What `x++` writes back. */
  incremented(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): NumberFact {
    const one = exactly(1);
    const before = this.operand(node.operand);
    return node.operator === ts.SyntaxKind.PlusPlusToken ? add(before, one) : subtract(before, one);
  }

  /** An operand of arithmetic: what is no number for sure may be turned into any. */
  operand(node: ts.Expression): NumberFact {
    return this.#isNumeric(node) ? this.evaluate(node) : this.#converted(node);
  }

  #isNumeric(node: ts.Expression): boolean {
    if (ts.isNumericLiteral(node) || ts.isBinaryExpression(node)) return true;
    let known = this.#numeric.get(node);
    if (known === undefined) {
      const kinds = kindsOf(this.#context.builder.typeOf(node));
      known = kinds.numbers && !kinds.objects && !kinds.open;
      this.#numeric.set(node, known);
    }
    return known;
  }

  #converted(node: ts.Expression): NumberFact {
    const { flags } = this.#context.builder.typeOf(node);
    if (flags & ts.TypeFlags.BigIntLike) return noNumber;
    if (flags & ts.TypeFlags.BooleanLike) return intRange(0, 1);
    return anyNumber;
  }

  #identifier(node: ts.Identifier): NumberFact {
    const { builder, reader, states } = this.#context;
    if (node.text === "undefined") return noNumber;
    const known = builder.cellsOfNodes.get(node);
    const cell = known ?? this.#cellOfName(node);
    if (!cell?.root.numbers) return noNumber;
    if (cell.root === builder.graph.outside) return this.#unknown(node);
    return reader.read(states.cellAt(node, cell));
  }

  #cellOfName(node: ts.Identifier): Cell | undefined {
    const { builder } = this.#context;
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? builder.resolved(builder.checker.getShorthandAssignmentValueSymbol(node.parent))
      : builder.symbolAt(node);
    const cell = symbol && builder.cellOf(symbol);
    if (cell) builder.cellsOfNodes.set(node, cell);
    return cell;
  }

  /** A number from out of sight is what its declared type promises. */
  #unknown(node: ts.Expression): NumberFact {
    return factOfType(this.#context.builder.typeOf(node));
  }

  #property(node: ts.PropertyAccessExpression): NumberFact {
    const { builder } = this.#context;
    const constant = this.#constantOf(node);
    if (constant) return constant;
    const isLength = node.name.text === "length";
    if (isLength && isText(builder.typeOf(node.expression))) return anyLength;
    const fact = this.#readPlace(node);
    const isListLength = isLength && builder.libraryKeys.has(node);
    return isListLength ? meet(fact, anyLength) : fact;
  }

  /** `Enum.Member` */
  #constantOf(node: ts.AccessExpression): NumberFact | undefined {
    const { builder } = this.#context;
    if (builder.cellsOfNodes.has(node)) return undefined;
    const value = enumValue(builder.checker, node);
    return typeof value === "number" ? exactly(value) : undefined;
  }

  #element(node: ts.ElementAccessExpression): NumberFact {
    const { builder } = this.#context;
    const constant = this.#constantOf(node);
    if (constant) return constant;
    const fixed = builder.fixedElements.get(node);
    if (fixed) return fixed;
    return isText(builder.typeOf(node.expression)) ? noNumber : this.#readPlace(node);
  }

  #readPlace(node: ts.AccessExpression): NumberFact {
    const { builder, reader, states } = this.#context;
    builder.shapeOf(node);
    const cell = builder.cellsOfNodes.get(node);
    if (!cell) return anyNumber;
    if (cell.root === builder.graph.outside) return this.#unknown(node);
    if (!cell.root.fromOutside) return reader.read(states.cellAt(node, cell));
    const brand = brandOf(builder.typeOf(node));
    const fact = reader.read(states.cellAt(node, cell));
    return brand ? narrowed(fact, brand) : fact;
  }

  #readNode(node: ts.Expression): NumberFact {
    const { builder, reader } = this.#context;
    const cell = builder.cellsOfNodes.get(node);
    if (!cell) return anyNumber;
    return cell.root === builder.graph.outside ? this.#unknown(node) : reader.read(cell);
  }

  #call(node: ts.CallExpression): NumberFact {
    const { builder } = this.#context;
    builder.shapeOf(node);
    const key = builder.libraryKeys.get(node);
    const own = key === undefined ? undefined : libraryCall(this.#context, this, node, key);
    return own ?? this.#readNode(node);
  }

  #cast(node: ts.AsExpression): NumberFact {
    const { builder } = this.#context;
    const from = kindsOf(builder.typeOf(node.expression));
    const to = kindsOf(builder.typeOf(node));
    if (!from.numbers && to.numbers && !to.open) return anyNumber;
    const fact = this.evaluate(node.expression);
    const brand = brandOf(builder.typeOf(node));
    return brand ? narrowed(fact, brand) : fact;
  }

  #prefix(node: ts.PrefixUnaryExpression): NumberFact {
    switch (node.operator) {
      case ts.SyntaxKind.MinusToken:
        return this.#negated(node.operand);
      case ts.SyntaxKind.PlusToken:
        return this.operand(node.operand);
      case ts.SyntaxKind.TildeToken:
        return bitNot(this.operand(node.operand));
      case ts.SyntaxKind.PlusPlusToken:
      case ts.SyntaxKind.MinusMinusToken:
        return this.incremented(node);
      default:
        return noNumber;
    }
  }

  /** `-0` is a float, for an int has no sign of zero. */
  #negated(operand: ts.Expression): NumberFact {
    if (ts.isNumericLiteral(operand)) return exactly(-Number(operand.text));
    return negate(this.operand(operand));
  }

  #binary(node: ts.BinaryExpression): NumberFact {
    const operator = node.operatorToken.kind;
    if (isAssignmentOperator(operator)) return this.#assignment(node);
    switch (operator) {
      case ts.SyntaxKind.CommaToken:
        return this.evaluate(node.right);
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return join(assumeTruth(this.evaluate(node.left), false), this.evaluate(node.right));
      case ts.SyntaxKind.BarBarToken:
        return join(assumeTruth(this.evaluate(node.left), true), this.evaluate(node.right));
      case ts.SyntaxKind.QuestionQuestionToken:
        return join(this.evaluate(node.left), this.evaluate(node.right));
      default:
        return this.#arithmetic(node, operator);
    }
  }

  #arithmetic(node: ts.BinaryExpression, operator: ts.SyntaxKind): NumberFact {
    const transfer = binaryTransfer(operator);
    if (!transfer || !this.#givesNumber(node)) return noNumber;
    if (operator === ts.SyntaxKind.AsteriskToken && this.#isSquare(node)) {
      return square(this.operand(node.left));
    }
    const left = this.operand(node.left);
    const right = this.operand(node.right);
    const isQuotient = operator === ts.SyntaxKind.SlashToken;
    return (isQuotient && this.#wholeQuotient(node, left, right)) || transfer(left, right);
  }

  /** `len / 2` of a `len` that is always even. */
  #wholeQuotient(
    node: ts.BinaryExpression,
    left: NumberFact,
    right: NumberFact,
  ): NumberFact | undefined {
    if (!isInt(left) || !isExactInt(right) || right.lo < 2 || isNone(left)) return undefined;
    const isExact = left.lo >= Number.MIN_SAFE_INTEGER && left.hi <= Number.MAX_SAFE_INTEGER;
    if (!isExact || left.negativeZero) return undefined;
    if (!isMultiple(this.#context, node.left, right.lo)) return undefined;
    return intRange(Math.ceil(left.lo / right.lo), Math.floor(left.hi / right.lo));
  }

  #isSquare({ left, right }: ts.BinaryExpression): boolean {
    const { places } = this.#context;
    const place = places.placeOf(left);
    return place !== undefined && place.key === places.placeOf(right)?.key;
  }

  /** `+` may join texts, and every operator may be one of bigints. */
  #givesNumber(node: ts.BinaryExpression): boolean {
    let known = this.#numeric.get(node);
    if (known === undefined) {
      known = kindsOf(this.#context.builder.typeOf(node)).numbers;
      this.#numeric.set(node, known);
    }
    return known;
  }

  #assignment(node: ts.BinaryExpression): NumberFact {
    const { left, right } = node;
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.EqualsToken:
      case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
        return this.evaluate(right);
      case ts.SyntaxKind.BarBarEqualsToken:
        return join(assumeTruth(this.evaluate(left), true), this.evaluate(right));
      case ts.SyntaxKind.QuestionQuestionEqualsToken:
        return join(this.evaluate(left), this.evaluate(right));
      default:
        return this.#arithmetic(node, plainOperator(node.operatorToken.kind));
    }
  }
}

/** The range that a brand promises; what kind of object it is does not depend on promises. */
export function narrowed(fact: NumberFact, brand: NumberFact): NumberFact {
  const range = within(withoutNaN(fact), brand.lo, brand.hi);
  return isNone(range) ? fact : range;
}
