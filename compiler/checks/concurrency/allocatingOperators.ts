import { ts } from "ts-morph";
import type { Facts } from "../../facts/facts.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";

/** What an operator makes on the heap; undefined where it makes nothing. */
export type Made = "text" | "float" | "bigint" | "wide";

/** Small integers of a Pico have 31 bits; a larger one is an object. */
const limit = 2 ** 30;

export function madeBy(facts: Facts, node: ts.Expression): Made | undefined {
  if (ts.isBinaryExpression(node)) return ofBinary(facts, node);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    if (node.operator === ts.SyntaxKind.ExclamationToken) return undefined;
    if (isBigint(facts, node)) return "bigint";
    return isFloat(facts, node) && !ts.isNumericLiteral(node.operand) ? "float" : undefined;
  }
  if (ts.isElementAccessExpression(node)) return ofElement(facts, node);
  return undefined;
}

function ofBinary(facts: Facts, node: ts.BinaryExpression): Made | undefined {
  const { kind } = node.operatorToken;
  if (isText(facts, node) && isPlus(kind)) return "text";
  if (isBigint(facts, node) && kind !== ts.SyntaxKind.EqualsToken) return "bigint";
  if (isArithmetic(kind)) {
    // The whole computation is reported once.
    const outer = outerParent(node);
    const isPart = ts.isBinaryExpression(outer) && isFloatOperation(facts, outer);
    return !isPart && !isRounded(node) && isFloatOperation(facts, node) ? "float" : undefined;
  }
  return isBitOperator(kind) && mayBeWide(facts, node) ? "wide" : undefined;
}

/** `x << n` and `x >>> 0` of what is not known to be small, and a mask of 32 bits, go through large integers. */
function mayBeWide({ numbers }: Facts, node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken;
  const isWide = (at: ts.Expression): boolean => {
    const { lo, hi } = numbers.of(at);
    return lo < -limit || hi >= limit;
  };
  const right = skipWrappers(node.right);
  if (isShiftLeft(kind)) return isWide(node);
  if (isUnsignedShift(kind)) return numbers.of(node.left).lo < 0;
  return ts.isNumericLiteral(right) && Number(right.text) >= limit;
}

function ofElement(facts: Facts, node: ts.ElementAccessExpression): Made | undefined {
  if (isText(facts, node.expression)) return "text";
  const parent = outerParent(node);
  const isTarget =
    ts.isBinaryExpression(parent) &&
    skipWrappers(parent.left) === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (isTarget) return undefined;
  const name = facts.types.libraryClass(facts.checker.getTypeAtLocation(node.expression));
  if (name === "Float32Array" || name === "Float64Array") return "float";
  return name === "Uint32Array" ? "wide" : undefined;
}

function isFloatOperation(facts: Facts, node: ts.BinaryExpression): boolean {
  return isArithmetic(node.operatorToken.kind) && isFloat(facts, node);
}

function isFloat({ numbers, checker }: Facts, node: ts.Expression): boolean {
  if (!(checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike)) return false;
  const target =
    ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node) ? node.operand : node;
  const { float, int } = numbers.of(target);
  return float && !int;
}

function isBigint({ checker }: Facts, node: ts.Expression): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.BigIntLike) !== 0;
}

function isText({ checker }: Facts, node: ts.Expression): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
}

function isPlus(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken;
}

function isShiftLeft(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.LessThanLessThanToken ||
    kind === ts.SyntaxKind.LessThanLessThanEqualsToken
  );
}

function isUnsignedShift(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken ||
    kind === ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken
  );
}

function isBitOperator(kind: ts.SyntaxKind): boolean {
  if (isShiftLeft(kind) || isUnsignedShift(kind)) return true;
  switch (kind) {
    case ts.SyntaxKind.AmpersandToken:
    case ts.SyntaxKind.BarToken:
    case ts.SyntaxKind.CaretToken:
    case ts.SyntaxKind.AmpersandEqualsToken:
    case ts.SyntaxKind.BarEqualsToken:
    case ts.SyntaxKind.CaretEqualsToken:
      return true;
    default:
      return false;
  }
}

function isArithmetic(kind: ts.SyntaxKind): boolean {
  switch (kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.MinusToken:
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.PercentToken:
    case ts.SyntaxKind.AsteriskAsteriskToken:
    case ts.SyntaxKind.PlusEqualsToken:
    case ts.SyntaxKind.MinusEqualsToken:
    case ts.SyntaxKind.AsteriskEqualsToken:
    case ts.SyntaxKind.SlashEqualsToken:
      return true;
    default:
      return false;
  }
}

/** `Math.floor(a / b)` and `(a / b) | 0` are whole divisions. */
function isRounded(node: ts.BinaryExpression): boolean {
  const parent = outerParent(node);
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    return kind === ts.SyntaxKind.BarToken || kind === ts.SyntaxKind.GreaterThanGreaterThanToken;
  }
  return ts.isCallExpression(parent) && /^Math\.(floor|trunc)$/.test(parent.expression.getText());
}
