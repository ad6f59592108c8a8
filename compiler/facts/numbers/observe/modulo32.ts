import { ts } from "ts-morph";
import { isAssignmentOperator, isIncrement } from "../../bindings.ts";
import { isInt, type NumberFact } from "../../numberFacts.ts";
import { outerParent, skipWrappers } from "../../syntax.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Reader } from "../graph/cell.ts";
import { nativeName } from "../library/typeKinds.ts";
import type { EventIndex } from "../solve/eventIndex.ts";
import { plainOperator } from "../solve/operators.ts";
import type { References } from "./references.ts";

/** Operators that see their operands modulo 2 ** 32 only; `>>` looks at the sign. */
const bitOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.LessThanLessThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
]);

/** Their result modulo 2 ** 32 follows from their operands' modulo 2 ** 32, if it is exact. */
const ringOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
]);

/** Finds values that nobody looks at but modulo 2 ** 32. */
export class Modulo32 {
  readonly #builder: FlowBuilder;
  readonly #reader: Reader;
  readonly #references: References;
  readonly #events: EventIndex;
  readonly #variables = new Map<ts.Symbol, boolean>();
  readonly #unsigned = new Map<ts.Symbol, boolean>();

  constructor(
    builder: FlowBuilder,
    { reader, references, events }: { reader: Reader; references: References; events: EventIndex },
  ) {
    this.#builder = builder;
    this.#reader = reader;
    this.#references = references;
    this.#events = events;
  }

  /** Is the value of an expression only looked at modulo 2 ** 32? */
  isObserved(node: ts.Expression): boolean {
    return this.#isSeen(node, new Set());
  }

  /** As `isObserved`, taking for granted that it is so of the variables in `assumed`. */
  #isSeen(node: ts.Expression, assumed: Set<ts.Symbol>): boolean {
    const parent = outerParent(node);
    if (ts.isExpressionStatement(parent)) return true;
    if (ts.isBinaryExpression(parent)) return this.#isSeenByBinary(node, parent, assumed);
    if (ts.isPrefixUnaryExpression(parent)) return this.#isSeenByUnary(parent, assumed);
    if (ts.isConditionalExpression(parent)) {
      return skipWrappers(parent.condition) === skipWrappers(node) || this.#isSeen(parent, assumed);
    }
    if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) {
      return true;
    }
    if (ts.isForStatement(parent)) return true;
    if (ts.isVariableDeclaration(parent)) return this.#isKept(parent.name, assumed);
    if (!ts.isCallExpression(parent)) return false;
    return /^Math\.(imul|clz32)$/.test(this.#builder.libraryKeys.get(parent) ?? "");
  }

  #isSeenByUnary(parent: ts.PrefixUnaryExpression, assumed: Set<ts.Symbol>): boolean {
    if (parent.operator === ts.SyntaxKind.MinusToken) return this.#isSeen(parent, assumed);
    return (
      parent.operator === ts.SyntaxKind.TildeToken ||
      parent.operator === ts.SyntaxKind.ExclamationToken
    );
  }

  #isSeenByBinary(
    node: ts.Expression,
    parent: ts.BinaryExpression,
    assumed: Set<ts.Symbol>,
  ): boolean {
    const isRight = skipWrappers(parent.right) === skipWrappers(node);
    const written = parent.operatorToken.kind;
    if (written === ts.SyntaxKind.EqualsToken) {
      return isRight && this.#isStored(parent, assumed);
    }
    const operator = plainOperator(written);
    const isCompound = isAssignmentOperator(written);
    // The left side of `x ^= y` is a variable whose writes are looked at as such.
    if (bitOperators.has(operator))
      return !isCompound || isRight || this.#isUnused(parent, assumed);
    if (operator === ts.SyntaxKind.GreaterThanGreaterThanToken) return isRight;
    if (ringOperators.has(operator) && !isCompound) {
      return this.isExact(parent) && this.#isSeen(parent, assumed);
    }
    return this.#isPassedOn(parent, isRight, assumed);
  }

  #isUnused(parent: ts.BinaryExpression, assumed: Set<ts.Symbol>): boolean {
    return this.#isSeen(parent, assumed);
  }

  #isPassedOn(parent: ts.BinaryExpression, isRight: boolean, assumed: Set<ts.Symbol>): boolean {
    switch (parent.operatorToken.kind) {
      case ts.SyntaxKind.CommaToken:
        return !isRight || this.#isSeen(parent, assumed);
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.BarBarToken:
        return this.#isSeen(parent, assumed);
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsEqualsToken:
        return isZero(isRight ? parent.left : parent.right);
      default:
        return false;
    }
  }

  /** Sums and products below 2 ** 53 are exact in JavaScript too. */
  isExact(node: ts.Expression): boolean {
    const fact = this.#reader.evaluate(node);
    return isInt(fact) && Number.isFinite(fact.lo) && Number.isFinite(fact.hi);
  }

  /** `target = node`: a variable of the same kind, or an element of an array of ints. */
  #isStored(assignment: ts.BinaryExpression, assumed: Set<ts.Symbol>): boolean {
    const target = skipWrappers(assignment.left);
    if (!this.#isSeen(assignment, assumed)) return false;
    if (ts.isIdentifier(target)) return this.#isKept(target, assumed);
    if (!ts.isElementAccessExpression(target)) return false;
    const name = nativeName(this.#builder.typeOf(target.expression));
    return name !== undefined && /^Uint(8|16|32)Array$|^Int(8|16|32)Array$/.test(name);
  }

  #isKept(name: ts.Node, assumed: Set<ts.Symbol>): boolean {
    const symbol = ts.isIdentifier(name) ? this.#builder.symbolAt(name) : undefined;
    return symbol !== undefined && this.#isModulo(symbol, assumed);
  }

  /** Are all values of a variable ints that are only looked at modulo 2 ** 32? */
  isVariable(symbol: ts.Symbol): boolean {
    let known = this.#variables.get(symbol);
    if (known === undefined) {
      const assumed = new Set<ts.Symbol>();
      known = this.#isModulo(symbol, assumed);
      this.#variables.set(symbol, known);
      if (known) for (const other of assumed) this.#variables.set(other, true);
    }
    return known;
  }

  #isModulo(symbol: ts.Symbol, assumed: Set<ts.Symbol>): boolean {
    const known = this.#variables.get(symbol);
    if (known !== undefined) return known;
    if (assumed.has(symbol)) return true;
    assumed.add(symbol);
    const declaration = symbol.valueDeclaration;
    if (!declaration || !isPlainDeclaration(declaration)) return false;
    const cell = this.#builder.knownCellOf(symbol);
    if (!cell || !isInt(this.#reader.read(cell)) || !this.#isNumber(declaration)) return false;
    const references = this.#references.ofVariable(symbol);
    return references?.every((reference) => this.#isMentionFine(reference, assumed)) ?? false;
  }

  /** Undefined has no residue. */
  #isNumber(declaration: ts.VariableDeclaration): boolean {
    const type = this.#builder.typeOf(declaration.name as ts.Identifier);
    const members = type.isUnion() ? type.types : [type];
    return members.every((member) => (member.flags & ts.TypeFlags.NumberLike) !== 0);
  }

  #isMentionFine(reference: ts.Identifier, assumed: Set<ts.Symbol>): boolean {
    const parent = outerParent(reference);
    if (ts.isBinaryExpression(parent) && skipWrappers(parent.left) === reference) {
      const { kind } = parent.operatorToken;
      if (kind === ts.SyntaxKind.EqualsToken) return this.#isSeen(parent, assumed);
    }
    const isStep =
      (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) &&
      isIncrement(parent.operator);
    return !isStep && this.#isSeen(reference, assumed);
  }

  /**
   * Is a variable best kept as its residue from 0 to 2 ** 32 - 1? So if it is only looked at modulo
   * 2 ** 32 and would have to be wrapped to be a signed int.
   */
  isUnsignedVariable(symbol: ts.Symbol): boolean {
    let known = this.#unsigned.get(symbol);
    if (known === undefined) {
      this.#unsigned.set(symbol, false);
      known = this.isVariable(symbol) && this.#variableWraps(symbol);
      this.#unsigned.set(symbol, known);
    }
    return known;
  }

  /** Would the variable be wrapped anywhere: shifted as unsigned, or given what is no signed int? */
  #variableWraps(symbol: ts.Symbol): boolean {
    const declaration = symbol.valueDeclaration as ts.VariableDeclaration;
    const references = this.#references.ofVariable(symbol) ?? [];
    return (
      references.some(isShiftedUnsigned) ||
      (declaration.initializer !== undefined && this.wraps(declaration.initializer)) ||
      this.#events.writesTo(symbol).some(({ node }) => this.#writeWraps(node))
    );
  }

  #writeWraps(node: ts.Node): boolean {
    if (!ts.isBinaryExpression(node)) return false;
    const isPlain = node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    return this.wraps(isPlain ? node.right : node);
  }

  /** Would a signed result of this expression need a wrap somewhere inside? */
  wraps(expression: ts.Expression): boolean {
    const node = skipWrappers(expression);
    if (ts.isConditionalExpression(node)) {
      return this.wraps(node.whenTrue) || this.wraps(node.whenFalse);
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.TildeToken) {
      return this.wraps(node.operand);
    }
    if (ts.isIdentifier(node)) {
      const symbol = this.#builder.symbolAt(node);
      const fact = this.#reader.evaluate(node);
      return !fitsInt32(fact) || (symbol !== undefined && this.isUnsignedVariable(symbol));
    }
    if (ts.isBinaryExpression(node)) {
      const operator = plainOperator(node.operatorToken.kind);
      if (operator === ts.SyntaxKind.LessThanLessThanToken) return this.#overflows(node);
      if (operator === ts.SyntaxKind.AmpersandToken && this.#isMasked(node)) return false;
      if (bitOperators.has(operator)) return this.wraps(node.left) || this.wraps(node.right);
    }
    return !fitsInt32(this.#reader.evaluate(node));
  }

  /** A non-negative int below 2 ** 31 takes all higher bits away from the other side. */
  #isMasked(node: ts.BinaryExpression): boolean {
    return [node.left, node.right].some((side) => isSmallMask(this.#reader.evaluate(side)));
  }

  #overflows(node: ts.BinaryExpression): boolean {
    const fact = this.#reader.evaluate(node);
    return fact.lo <= -(2 ** 31) || fact.hi >= 2 ** 31 - 1 || this.wraps(node.left);
  }
}

/** Does a declaration take a value where it stands, and nowhere else? Not so `for (const x of xs)`. */
function isPlainDeclaration(node: ts.Declaration): node is ts.VariableDeclaration {
  if (!ts.isVariableDeclaration(node)) return false;
  const { parent } = node.parent;
  return ts.isVariableStatement(parent) || ts.isForStatement(parent);
}

export function isSmallMask(fact: NumberFact): boolean {
  return isInt(fact) && fact.lo >= 0 && fact.hi <= 2 ** 31 - 1;
}

export function fitsInt32(fact: NumberFact): boolean {
  return isInt(fact) && fact.lo >= -(2 ** 31) && fact.hi <= 2 ** 31 - 1;
}

function isZero(expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  return ts.isNumericLiteral(node) && Number(node.text) === 0;
}

function isShiftedUnsigned(reference: ts.Identifier): boolean {
  const parent = outerParent(reference);
  if (!ts.isBinaryExpression(parent) || skipWrappers(parent.left) !== reference) return false;
  const operator = plainOperator(parent.operatorToken.kind);
  return operator === ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken;
}
