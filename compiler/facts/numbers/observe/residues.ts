import { ts } from "ts-morph";
import { isAssignmentOperator } from "../../bindings.ts";
import { isInt, type NumberFact, type Residue } from "../../numberFacts.ts";
import { isUsedAsStatement, outerParent, skipWrappers } from "../../syntax.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Reader } from "../graph/cell.ts";
import { unitOf } from "../graph/eventLog.ts";
import { nativeName } from "../library/typeKinds.ts";
import type { EventIndex } from "../solve/eventIndex.ts";
import { plainOperator } from "../solve/operators.ts";
import { isSmallMask, type Modulo32 } from "./modulo32.ts";
import { ResidueResults } from "./residueResults.ts";

/** `^` and `|` of residues are residues, and so is `&`. */
const bitwise: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
]);

const ringOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
]);

const uint32Limit = 2 ** 32 - 1;

/**
 * Says in which form each number is made: as it is in JavaScript, or as an int that is the same
 * modulo 2 ** 32. Who takes a value says what will do for it (`wanted`), and only those do so who
 * look at the low 32 bits; so every other place gets JavaScript's value.
 */
export class Residues {
  readonly #builder: FlowBuilder;
  readonly #reader: Reader;
  readonly #modulo: Modulo32;
  readonly #results: ResidueResults;
  readonly #wanted = new Map<ts.Expression, Residue>();

  constructor(
    builder: FlowBuilder,
    parts: {
      readonly reader: Reader;
      readonly modulo: Modulo32;
      readonly events: EventIndex;
      readonly exported: ReadonlySet<ts.Node>;
    },
  ) {
    this.#builder = builder;
    this.#reader = parts.reader;
    this.#modulo = parts.modulo;
    this.#results = new ResidueResults(builder, parts, (call) => this.wanted(call));
  }

  /** Does a function give residues from 0 to 2 ** 32 - 1, so that every `return` must make one? */
  givesUnsigned(node: ts.Node): boolean {
    return this.#results.isUnsigned(node);
  }

  /** The form in which an expression's value is made. */
  of(expression: ts.Expression): Residue {
    const node = skipWrappers(expression);
    const wanted = this.wanted(node);
    if (wanted === "exact") return "exact";
    if (ts.isIdentifier(node)) return this.isKeptUnsigned(node) ? "unsigned" : "exact";
    if (ts.isConditionalExpression(node)) return this.#ofConditional(node, wanted);
    if (ts.isPrefixUnaryExpression(node)) return this.#ofUnary(node, wanted);
    if (ts.isCallExpression(node)) {
      if (this.#isMultiplication(node)) return "any";
      return this.#results.isUnsignedCall(node) ? "unsigned" : "exact";
    }
    return ts.isBinaryExpression(node) ? this.#ofBinary(node, wanted) : "exact";
  }

  #ofConditional(node: ts.ConditionalExpression, wanted: Residue): Residue {
    const whenTrue = this.of(node.whenTrue);
    const whenFalse = this.of(node.whenFalse);
    if (whenTrue === "exact" && whenFalse === "exact") return "exact";
    if (wanted === "unsigned") return "unsigned";
    return whenTrue === whenFalse ? whenTrue : "any";
  }

  #ofUnary(node: ts.PrefixUnaryExpression, wanted: Residue): Residue {
    if (node.operator === ts.SyntaxKind.MinusToken) {
      return this.of(node.operand) === "exact" ? "exact" : "any";
    }
    if (node.operator !== ts.SyntaxKind.TildeToken || !this.#modulo.wraps(node)) return "exact";
    return this.isBounded(node.operand) ? "unsigned" : wanted;
  }

  #ofBinary(node: ts.BinaryExpression, wanted: Residue): Residue {
    const { kind } = node.operatorToken;
    if (isAssignmentOperator(kind)) {
      const target = skipWrappers(node.left);
      return ts.isIdentifier(target) && this.isKeptUnsigned(target) ? "unsigned" : "exact";
    }
    if (ringOperators.has(kind)) {
      const isPlain = this.of(node.left) === "exact" && this.of(node.right) === "exact";
      return isPlain ? "exact" : "any";
    }
    const isShift = kind === ts.SyntaxKind.LessThanLessThanToken;
    if (!(isShift || bitwise.has(kind)) || !this.#modulo.wraps(node)) return "exact";
    if (isShift || wanted === "unsigned") return wanted;
    return this.#staysBounded(node, kind) ? "unsigned" : "any";
  }

  #staysBounded({ left, right }: ts.BinaryExpression, kind: ts.SyntaxKind): boolean {
    const a = this.isBounded(left);
    const b = this.isBounded(right);
    return kind === ts.SyntaxKind.AmpersandToken ? a || b : a && b;
  }

  /** Is the Python value an int from 0 to 2 ** 32 - 1? */
  isBounded(node: ts.Expression): boolean {
    const form = this.of(node);
    if (form !== "exact") return form === "unsigned";
    return isUint32(this.#reader.evaluate(node));
  }

  /** Which form will do for whoever takes the value? */
  wanted(expression: ts.Expression): Residue {
    const node = skipWrappers(expression);
    let known = this.#wanted.get(node);
    if (known === undefined) {
      known = this.#wantedBy(node, outerParent(node));
      this.#wanted.set(node, known);
    }
    return known;
  }

  #wantedBy(node: ts.Expression, parent: ts.Node): Residue {
    if (ts.isBinaryExpression(parent)) return this.#wantedByBinary(node, parent);
    if (ts.isPrefixUnaryExpression(parent)) return this.#wantedByUnary(parent);
    if (ts.isConditionalExpression(parent)) {
      const isTest = skipWrappers(parent.condition) === node;
      return isTest ? "unsigned" : this.wanted(parent);
    }
    if (ts.isVariableDeclaration(parent)) {
      return this.isKeptUnsigned(parent.name) ? "unsigned" : "exact";
    }
    if (ts.isCallExpression(parent)) return this.#isMultiplication(parent) ? "any" : "exact";
    if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) {
      return this.#results.isUnsigned(unitOf(node)) ? "unsigned" : "exact";
    }
    const isTested =
      ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent);
    return isTested ? "unsigned" : "exact";
  }

  #wantedByUnary(parent: ts.PrefixUnaryExpression): Residue {
    switch (parent.operator) {
      case ts.SyntaxKind.ExclamationToken:
        return "unsigned";
      case ts.SyntaxKind.TildeToken:
        return this.#modulo.wraps(parent) ? "any" : "exact";
      case ts.SyntaxKind.MinusToken:
        return this.#isExactRing(parent) ? "any" : "exact";
      default:
        return "exact";
    }
  }

  #wantedByBinary(node: ts.Expression, parent: ts.BinaryExpression): Residue {
    const written = parent.operatorToken.kind;
    const isLeft = skipWrappers(parent.left) === node;
    if (written === ts.SyntaxKind.EqualsToken) {
      return isLeft ? "exact" : this.#wantedByTarget(parent);
    }
    const operator = plainOperator(written);
    if (isLeft && operator === ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken) return "any";
    if (isLeft && operator === ts.SyntaxKind.LessThanLessThanToken) {
      return this.#modulo.wraps(parent) ? "any" : "exact";
    }
    if (bitwise.has(operator)) return this.#wantedByBits(parent, operator, isLeft);
    if (ringOperators.has(operator)) return this.#isExactRing(parent) ? "any" : "exact";
    const isEquality =
      operator === ts.SyntaxKind.EqualsEqualsEqualsToken ||
      operator === ts.SyntaxKind.ExclamationEqualsEqualsToken;
    return isEquality && isZero(isLeft ? parent.right : parent.left) ? "unsigned" : "exact";
  }

  #wantedByBits(parent: ts.BinaryExpression, operator: ts.SyntaxKind, isLeft: boolean): Residue {
    const other = this.#reader.evaluate(isLeft ? parent.right : parent.left);
    // A small mask leaves nothing of what is above, and the result is a signed int at once.
    if (operator === ts.SyntaxKind.AmpersandToken && isSmallMask(other)) return "any";
    return this.#modulo.wraps(parent) ? "any" : "exact";
  }

  /** Sums and products that JavaScript computes exactly, and of which only the low bits are asked. */
  #isExactRing(node: ts.BinaryExpression | ts.PrefixUnaryExpression): boolean {
    if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) return false;
    return this.wanted(node) !== "exact" && this.#modulo.isExact(node);
  }

  #wantedByTarget(assignment: ts.BinaryExpression): Residue {
    const target = skipWrappers(assignment.left);
    if (ts.isIdentifier(target)) return this.isKeptUnsigned(target) ? "unsigned" : "exact";
    if (!ts.isElementAccessExpression(target) || !isUsedAsStatement(assignment)) return "exact";
    // Python's typed arrays take the low bits of any int.
    const name = nativeName(this.#builder.typeOf(target.expression));
    const takesInts =
      name !== undefined && /^(Uint8|Uint16|Uint32|Int8|Int16|Int32)Array$/.test(name);
    return takesInts && isInt(this.#reader.evaluate(assignment.right)) ? "any" : "exact";
  }

  /** Is the variable of a name kept as its residue from 0 to 2 ** 32 - 1? */
  isKeptUnsigned(name: ts.Node): boolean {
    const symbol = ts.isIdentifier(name) ? this.#builder.symbolAt(name) : undefined;
    return symbol !== undefined && this.#modulo.isUnsignedVariable(symbol);
  }

  /** `Math.imul(a, b)` is `a * b` modulo 2 ** 32. */
  #isMultiplication(node: ts.CallExpression): boolean {
    return this.#builder.libraryKeys.get(node) === "Math.imul" && node.arguments.length === 2;
  }
}

export function isUint32(fact: NumberFact): boolean {
  return isInt(fact) && fact.lo >= 0 && fact.hi <= uint32Limit;
}

function isZero(expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  return ts.isNumericLiteral(node) && Number(node.text) === 0;
}
