import { ts } from "ts-morph";
import { nullOrUndefined } from "../../diagnostics/catalogue/language.ts";
import { isInt, type NumberFact } from "../../facts/numberFacts.ts";
import { isInLoop, outerParent } from "../../facts/syntax.ts";
import type { ValueKind } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { isRepeatable } from "../values/repeatable.ts";
import { bitOperation } from "./bitOperation.ts";

/** An arithmetic operation with its operands already lowered; `node` is the operation or the `op=`. */
export interface Arithmetic {
  readonly node: ts.BinaryExpression;
  /** The plain operator, also where the node is a compound assignment. */
  readonly operator: ts.SyntaxKind;
  readonly left: py.Expression;
  readonly right: py.Expression;
}

/** `a op b` on numbers: the Python operator where it is proven to mean the same. */
export function arithmetic(ctx: Lowering, given: Arithmetic): py.Expression {
  const operation = withNumbers(ctx, given);
  const { left, right, operator } = operation;
  if (ctx.facts.types.kinds(ctx.typeOf(operation.node.left)).has("bigint")) {
    return bigintArithmetic(ctx, operation);
  }
  switch (operator) {
    case ts.SyntaxKind.PlusToken:
      return py.binary(left, "+", right);
    case ts.SyntaxKind.MinusToken:
      return py.binary(left, "-", right);
    case ts.SyntaxKind.AsteriskToken:
      return py.binary(left, "*", right);
    case ts.SyntaxKind.SlashToken:
      return divide(ctx, operation);
    case ts.SyntaxKind.PercentToken:
      return remainder(ctx, operation);
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return power(ctx, operation);
    default:
      return bitOperation(ctx, operation);
  }
}

/** Python would repeat a text that is multiplied, and take `%` for a format: unknown values are converted. */
function withNumbers(ctx: Lowering, operation: Arithmetic): Arithmetic {
  const { node, operator } = operation;
  if (operator === ts.SyntaxKind.PlusToken) return operation;
  const left = asNumber(ctx, node.left, operation.left);
  return { ...operation, left, right: asNumber(ctx, node.right, operation.right) };
}

/** A value whose type does not say that it is a number, as one. */
export function asNumber(ctx: Lowering, node: ts.Expression, value: py.Expression): py.Expression {
  const kinds = ctx.facts.types.kinds(ctx.typeOf(node));
  if (![...kinds].some((kind) => isConverted.has(kind))) {
    if (!ctx.facts.types.isOnly(ctx.typeOf(node), "null", "undefined")) return value;
    return ctx.callHelper("to_number", value, ...(kinds.has("null") ? [py.str("null")] : []));
  }
  return ctx.callHelper("to_number", value, ...nullHint(ctx, node, kinds));
}

/** A value without type may be null, which is 0 as a number; undefined is NaN. */
function nullHint(
  ctx: Lowering,
  node: ts.Expression,
  kinds: ReadonlySet<ValueKind>,
): readonly py.Expression[] {
  if (!kinds.has("unknown") || ctx.facts.nulls.areObjects) return [];
  const { objects, nulls } = ctx.facts;
  if (nulls.canBeObjects && objects.writesNull()) ctx.report(node, nullOrUndefined("This number"));
  return objects.lostNones().null ? [py.str("null")] : [];
}

/** What TypeScript lets an operator have only by way of `any`. */
const isConverted: ReadonlySet<ValueKind> = new Set([
  "unknown",
  "string",
  "boolean",
  "array",
  "object",
  "function",
]);

/** `a / b`, and `128 * 64 // 8` where ints are known to divide; only a divisor that may be 0 needs the helper, which gives Infinity or NaN. */
function divide(ctx: Lowering, { node, left, right }: Arithmetic): py.Expression {
  const { numbers } = ctx.facts;
  const isWhole =
    isInt(numbers.of(node)) && [node.left, node.right].every((n) => isInt(numbers.of(n)));
  if (isWhole) return py.binary(left, "//", right);
  if (isNonZero(numbers.of(node.right))) return py.binary(left, "/", right);
  return ctx.callHelper("divide", left, right);
}

/**
 * `a % b` has the sign of `a` in JavaScript, of `b` in Python. In loops the common case stands in place:
 *
 *     a % 7 if a >= 0 else modulo(a, 7)
 */
function remainder(ctx: Lowering, { node, left, right }: Arithmetic): py.Expression {
  const dividend = ctx.facts.numbers.of(node.left);
  const divisor = ctx.facts.numbers.of(node.right);
  if (isPlainDividend(dividend) && divisor.lo > 0 && (isInt(divisor) || isFiniteFact(divisor))) {
    return py.binary(left, "%", right);
  }
  if (isInt(dividend) && isInt(divisor) && isNonZero(divisor) && isComparedWithZero(node)) {
    return py.binary(left, "%", right);
  }
  const isShort = isInt(dividend) && isInt(divisor) && divisor.lo > 0 && isRepeatable(right);
  if (!isShort || !isInLoop(node)) return ctx.callHelper("modulo", left, right);
  const { first, again } = ctx.bind(left);
  const isPositive = py.compare(first, ">=", py.int(0));
  const other = ctx.callHelper("modulo", again, right);
  return py.ifExp(isPositive, py.binary(again, "%", right), other);
}

/** A number that is neither negative nor -0. */
function isPlainDividend(fact: NumberFact): boolean {
  return fact.lo >= 0 && (isInt(fact) || (!fact.negativeZero && isFiniteFact(fact)));
}

function isFiniteFact(fact: NumberFact): boolean {
  return !fact.nan && !fact.infinite;
}

/** Whether a remainder is 0 does not depend on its sign: `x % 2 === 0`. */
function isComparedWithZero(node: ts.BinaryExpression): boolean {
  const parent = outerParent(node);
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  const isEquality =
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  return isEquality && [parent.left, parent.right].some((side) => side.getText() === "0");
}

function power(ctx: Lowering, { node, left, right }: Arithmetic): py.Expression {
  const base = ctx.facts.numbers.of(node.left);
  const exponent = ctx.facts.numbers.of(node.right);
  if (isInt(base) && isInt(exponent) && exponent.lo >= 0) return py.binary(left, "**", right);
  return ctx.callHelper("power", left, right);
}

export function isNonZero(fact: NumberFact): boolean {
  return !fact.nan && (fact.lo > 0 || fact.hi < 0);
}

/** Bigints are ints without limit; only division and remainder differ in sign, `>>>` does not exist. */
function bigintArithmetic(ctx: Lowering, { operator, left, right }: Arithmetic): py.Expression {
  if (operator === ts.SyntaxKind.SlashToken) return ctx.callHelper("bigint_divide", left, right);
  if (operator === ts.SyntaxKind.PercentToken) return ctx.callHelper("bigint_modulo", left, right);
  if (operator === ts.SyntaxKind.AsteriskAsteriskToken && !isBigIntLiteral(right)) {
    return ctx.callHelper("bigint_power", left, right);
  }
  if (operator === ts.SyntaxKind.LessThanLessThanToken && !isBigIntLiteral(right)) {
    return ctx.callHelper("bigint_shift_left", left, right);
  }
  if (operator === ts.SyntaxKind.GreaterThanGreaterThanToken && !isBigIntLiteral(right)) {
    return ctx.callHelper("bigint_shift_left", left, py.unary("-", right));
  }
  const plain: ReadonlyMap<ts.SyntaxKind, py.BinaryOperator> = new Map([
    [ts.SyntaxKind.PlusToken, "+"],
    [ts.SyntaxKind.MinusToken, "-"],
    [ts.SyntaxKind.AsteriskToken, "*"],
    [ts.SyntaxKind.AsteriskAsteriskToken, "**"],
    [ts.SyntaxKind.AmpersandToken, "&"],
    [ts.SyntaxKind.BarToken, "|"],
    [ts.SyntaxKind.CaretToken, "^"],
    [ts.SyntaxKind.LessThanLessThanToken, "<<"],
    [ts.SyntaxKind.GreaterThanGreaterThanToken, ">>"],
  ]);
  const symbol = plain.get(operator);
  if (symbol === undefined) throw new Error(`no bigint operator for ${ts.SyntaxKind[operator]}`);
  return py.binary(left, symbol, right);
}

/** A literal is never negative: its sign is an operator of its own. */
function isBigIntLiteral(value: py.Expression): boolean {
  return value.kind === "literal" && value.type === "int";
}
