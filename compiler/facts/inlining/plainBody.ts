import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";

/** Short enough to stand where its call stood. */
const mostNodes = 16;

/** What the walk over a body asks. */
interface BodyQuestions {
  isKnownName(node: ts.Identifier): boolean;
  isField(node: ts.PropertyAccessExpression): boolean;
  isMathCall(node: ts.CallExpression): boolean;
}

/** Is an expression short, without effects, and made of parameters, `this` and what they hold? */
export function isPlainBody(body: ts.Expression, questions: BodyQuestions): boolean {
  let nodes = 0;
  return isPlain(body);

  function isPlain(expression: ts.Expression): boolean {
    const node = skipWrappers(expression);
    nodes += 1;
    if (nodes > mostNodes) return false;
    if (ts.isIdentifier(node)) return node.text === "undefined" || questions.isKnownName(node);
    if (ts.isPropertyAccessExpression(node)) {
      if (ts.isOptionalChain(node) || !questions.isField(node)) return false;
      return ts.isIdentifier(node.expression) && !questions.isKnownName(node.expression)
        ? isEnumMember(node)
        : isPlain(node.expression);
    }
    if (ts.isElementAccessExpression(node)) {
      const isChain = ts.isOptionalChain(node);
      return !isChain && isPlain(node.expression) && isPlain(node.argumentExpression);
    }
    if (ts.isBinaryExpression(node)) {
      return isOperator(node.operatorToken.kind) && isPlain(node.left) && isPlain(node.right);
    }
    if (ts.isConditionalExpression(node)) {
      return isPlain(node.condition) && isPlain(node.whenTrue) && isPlain(node.whenFalse);
    }
    if (ts.isPrefixUnaryExpression(node)) return isSign(node.operator) && isPlain(node.operand);
    if (ts.isCallExpression(node))
      return questions.isMathCall(node) && node.arguments.every(isPlain);
    return isLiteral(node);
  }
}

/** `Mode.Fast`: its object is a name that is no parameter. */
function isEnumMember(node: ts.PropertyAccessExpression): boolean {
  return /^[A-Z]/.test(node.name.text) && ts.isIdentifier(node.expression);
}

function isLiteral(node: ts.Expression): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.ThisKeyword:
    case ts.SyntaxKind.NumericLiteral:
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NullKeyword:
      return true;
    default:
      return false;
  }
}

/** Arithmetic, comparisons and logic; nothing that assigns. */
function isOperator(kind: ts.SyntaxKind): boolean {
  const isAssignment =
    kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  return (
    !isAssignment &&
    kind !== ts.SyntaxKind.CommaToken &&
    kind !== ts.SyntaxKind.InKeyword &&
    kind !== ts.SyntaxKind.InstanceOfKeyword
  );
}

function isSign(operator: ts.PrefixUnaryOperator): boolean {
  return operator !== ts.SyntaxKind.PlusPlusToken && operator !== ts.SyntaxKind.MinusMinusToken;
}

/** How often an expression reads `this` and each variable. */
export function usesIn(
  checker: ts.TypeChecker,
  body: ts.Expression,
): ReadonlyMap<ts.Symbol | "this", number> {
  const uses = new Map<ts.Symbol | "this", number>();
  const visit = (node: ts.Node): void => {
    const isThis = node.kind === ts.SyntaxKind.ThisKeyword;
    const read = isThis
      ? "this"
      : ts.isIdentifier(node)
        ? checker.getSymbolAtLocation(node)
        : undefined;
    if (read) uses.set(read, (uses.get(read) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return uses;
}
