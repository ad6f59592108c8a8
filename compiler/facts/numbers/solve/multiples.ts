import { ts } from "ts-morph";
import { skipWrappers } from "../../syntax.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Places } from "./places.ts";

interface Sources {
  readonly builder: FlowBuilder;
  readonly places: Places;
}

/**
 * Is an int a multiple of another, whatever happens? `len` is even where it starts as 2 and is only
 * ever doubled. `assumed` are variables that are multiples if all that is written to them is.
 */
export function isMultiple(
  sources: Sources,
  expression: ts.Expression,
  divisor: number,
  assumed: ReadonlySet<ts.Symbol> = new Set(),
): boolean {
  const node = skipWrappers(expression);
  const of = (part: ts.Expression) => isMultiple(sources, part, divisor, assumed);
  if (ts.isNumericLiteral(node)) return Number(node.text) % divisor === 0;
  if (ts.isIdentifier(node)) return isVariable(sources, node, divisor, assumed);
  if (!ts.isBinaryExpression(node)) return false;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.MinusToken:
      return of(node.left) && of(node.right);
    case ts.SyntaxKind.AsteriskToken:
      return of(node.left) || of(node.right);
    case ts.SyntaxKind.LessThanLessThanToken:
      return isShifted(node, divisor) || (isPowerOf2(divisor) && of(node.left));
    default:
      return false;
  }
}

function isShifted({ right }: ts.BinaryExpression, divisor: number): boolean {
  const by = ts.isNumericLiteral(right) ? Number(right.text) : 0;
  return by < 31 && 2 ** by % divisor === 0;
}

/** What wraps around at 2 ** 32 stays a multiple of those. */
function isPowerOf2(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}

function isVariable(
  sources: Sources,
  node: ts.Identifier,
  divisor: number,
  assumed: ReadonlySet<ts.Symbol>,
): boolean {
  const symbol = sources.builder.symbolAt(node);
  const declaration = symbol?.valueDeclaration;
  if (!symbol || !declaration || !ts.isVariableDeclaration(declaration)) return false;
  if (assumed.has(symbol)) return true;
  const within = new Set([...assumed, symbol]);
  const writes = sources.places.writesTo(symbol);
  return writes.length > 0 && writes.every((write) => keeps(sources, write.node, divisor, within));
}

/** Does a write give a multiple, if what was there before is one? */
function keeps(
  sources: Sources,
  node: ts.Node,
  divisor: number,
  assumed: ReadonlySet<ts.Symbol>,
): boolean {
  if (ts.isVariableDeclaration(node)) {
    return (
      node.initializer !== undefined && isMultiple(sources, node.initializer, divisor, assumed)
    );
  }
  if (!ts.isBinaryExpression(node) || !ts.isIdentifier(skipWrappers(node.left))) return false;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.PlusEqualsToken:
    case ts.SyntaxKind.MinusEqualsToken:
      return isMultiple(sources, node.right, divisor, assumed);
    case ts.SyntaxKind.AsteriskEqualsToken:
      return true;
    case ts.SyntaxKind.LessThanLessThanEqualsToken:
      return isPowerOf2(divisor);
    default:
      return false;
  }
}
