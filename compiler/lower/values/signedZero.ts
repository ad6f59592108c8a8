import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";

/**
 * A number where somebody looks at the sign of a zero. An int has none, so that what would be an int 0
 * with the sign of -0 becomes a float:
 *
 *     -x or -0.0
 *     signed_product(x, y)
 *     signed_zero(ceil(x), x)
 */
export function lowerSigned(ctx: Lowering, node: ts.Expression): py.Expression {
  const bare = skipWrappers(node);
  const fact = ctx.facts.numbers.of(bare);
  if (!isOfNumbers(ctx, bare) || !fact.int || !fact.negativeZero) {
    return lowerExpression(ctx, node);
  }
  return (
    negated(ctx, bare) ?? product(ctx, bare) ?? rounded(ctx, bare) ?? lowerExpression(ctx, node)
  );
}

/** May a value that is lowered so be -0, though its fact says that it is an int? */
export function isSigned(ctx: Lowering, node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  if (!ctx.facts.numbers.of(bare).negativeZero || !isOfNumbers(ctx, bare)) return false;
  return isNegation(bare) || isProduct(bare) || roundedNumber(ctx, bare) !== undefined;
}

/** Are the number and what it is computed from known to be numbers? */
function isOfNumbers(ctx: Lowering, node: ts.Expression): boolean {
  const operands = ts.isBinaryExpression(node)
    ? [node, node.left, node.right]
    : ts.isPrefixUnaryExpression(node)
      ? [node, node.operand]
      : ts.isCallExpression(node)
        ? [node, ...node.arguments]
        : [node];
  return operands.every((part) => ctx.facts.types.isOnly(ctx.typeOf(part), "number"));
}

function isNegation(node: ts.Expression): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken;
}

function isProduct(node: ts.Expression): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskToken;
}

function negated(ctx: Lowering, node: ts.Expression): py.Expression | undefined {
  if (!isNegation(node) || ts.isNumericLiteral(node.operand)) return undefined;
  const fact = ctx.facts.numbers.of(node.operand);
  const value = lowerExpression(ctx, node.operand);
  if (!isInt(fact) && fact.negativeZero) return ctx.callHelper("signed_product", value, py.int(-1));
  return py.or(py.unary("-", value), py.unary("-", py.floatText("0.0")));
}

function product(ctx: Lowering, node: ts.Expression): py.Expression | undefined {
  if (!isProduct(node)) return undefined;
  const [left, right] = lowerOrdered(ctx, [node.left, node.right], lowerSigned);
  return ctx.callHelper("signed_product", left!, right!);
}

/** The remainder of a negative number is -0, and so is what is rounded up to zero. */
function rounded(ctx: Lowering, node: ts.Expression): py.Expression | undefined {
  const number = roundedNumber(ctx, node);
  if (!number || !isRepeatable(number)) return undefined;
  const value = lowerExpression(ctx, node);
  return ctx.callHelper("signed_zero", value, lowerSigned(ctx, number));
}

function roundedNumber(ctx: Lowering, node: ts.Expression): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) {
    return node.operatorToken.kind === ts.SyntaxKind.PercentToken ? node.left : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return undefined;
  }
  const symbol = ctx.checker.getSymbolAtLocation(node.expression.name);
  const key = (symbol && libraryKey(symbol)) ?? "";
  return /^Math\.(ceil|floor|round|sign|trunc)$/.test(key) ? node.arguments[0] : undefined;
}

/** Can it be evaluated twice? */
function isRepeatable(node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  if (ts.isIdentifier(bare) || ts.isNumericLiteral(bare)) return true;
  if (ts.isPrefixUnaryExpression(bare)) return isNegation(bare) && isRepeatable(bare.operand);
  return ts.isBinaryExpression(bare) && isRepeatable(bare.left) && isRepeatable(bare.right);
}
