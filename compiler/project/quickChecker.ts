import { ts } from "ts-morph";

/**
 * A type checker that remembers what it was asked: the same names and expressions are asked about
 * again and again, and TypeScript works the type of an operation out anew each time, its operands
 * included, which for a sum of hundreds of terms takes seconds. Only for programs that were checked.
 */
export function quickChecker(program: ts.Program): ts.TypeChecker {
  const checker = program.getTypeChecker();
  const typeAt = checker.getTypeAtLocation;
  const types = new Map<ts.Node, ts.Type>();
  const symbols = new Map<ts.Node, ts.Symbol | undefined>();
  const contexts = new Map<ts.Expression, ts.Type | undefined>();

  return {
    ...checker,
    getTypeAtLocation(node) {
      for (const part of unknownOperations(node)) remember(part);
      return types.get(node) ?? remember(node);
    },
    getSymbolAtLocation(node) {
      const known = symbols.get(node);
      if (known || symbols.has(node)) return known;
      const found = checker.getSymbolAtLocation(node);
      symbols.set(node, found);
      return found;
    },
    getContextualType(node, ...flags) {
      if (flags.length > 0) return checker.getContextualType(node, ...flags);
      const known = contexts.get(node);
      if (known || contexts.has(node)) return known;
      const found = checker.getContextualType(node);
      contexts.set(node, found);
      return found;
    },
  };

  function remember(node: ts.Node): ts.Type {
    const type = (ts.isBinaryExpression(node) && typeOfOperation(node)) || typeAt(node);
    types.set(node, type);
    return type;
  }

  /** The operations inside of one, from the innermost: `a + b`, then `a + b + c`. */
  function unknownOperations(node: ts.Node): readonly ts.Node[] {
    const found: ts.Node[] = [];
    let at = node;
    while (ts.isBinaryExpression(at) && !types.has(at)) {
      found.push(at);
      at = at.left;
    }
    if (found.length > 0 && !types.has(at)) found.push(at);
    return found.reverse();
  }

  /** What follows from the types of the operands alone. */
  function typeOfOperation(node: ts.BinaryExpression): ts.Type | undefined {
    const { kind } = node.operatorToken;
    if (comparisons.has(kind)) return checker.getBooleanType();
    const isLogical = logical.has(kind);
    if (!isLogical && !arithmetic.has(kind)) return undefined;
    const left = types.get(node.left);
    if (!left) return undefined;
    const right = types.get(node.right) ?? remember(node.right);
    const both = left.flags & right.flags;
    if (isLogical) return both & ts.TypeFlags.Boolean ? checker.getBooleanType() : undefined;
    const { NumberLike: numbers, StringLike: texts } = ts.TypeFlags;
    if (left.flags & numbers && right.flags & numbers) return checker.getNumberType();
    const isText = kind === ts.SyntaxKind.PlusToken && (left.flags | right.flags) & texts;
    return isText ? checker.getStringType() : undefined;
  }
}

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);

const logical: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
]);

const arithmetic: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
]);
