import { ts } from "ts-morph";
import { skipWrappers } from "./syntax.ts";

/** What the syntax around a read says about an undefined that it may give. */

/** `field!: T`: the program says that it is set, and nobody knows. */
export function isAsserted(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const declaration = checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  if (!declaration || !ts.isPropertyDeclaration(declaration)) return false;
  return declaration.exclamationToken !== undefined;
}

/** What a variable is declared with. */
export function initializerOf(declaration: ts.Declaration): ts.Expression | undefined {
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  return skipWrappers(declaration.initializer);
}

/** `a ?? b` */
export function isNullish(node: ts.Expression): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
  );
}

export function isReturned(parent: ts.Node): boolean {
  return ts.isReturnStatement(parent) || ts.isArrowFunction(parent);
}

/** The expressions that a function's body returns. */
export function returnsOf(body: ts.Node): readonly ts.Expression[] {
  if (!ts.isBlock(body)) return choicesOf(body as ts.Expression);
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) found.push(...choicesOf(node.expression));
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

/** Of `test ? a : b` both. */
function choicesOf(node: ts.Expression): readonly ts.Expression[] {
  const bare = skipWrappers(node);
  if (!ts.isConditionalExpression(bare)) return [node];
  return [...choicesOf(bare.whenTrue), ...choicesOf(bare.whenFalse)];
}

export function isAskingOperator(kind: ts.SyntaxKind): boolean {
  switch (kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return true;
    default:
      return isOrder(kind);
  }
}

/** `<`, `<=`, `>`, `>=`: false with undefined. */
export function isOrder(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.LessThanToken ||
    kind === ts.SyntaxKind.LessThanEqualsToken ||
    kind === ts.SyntaxKind.GreaterThanToken ||
    kind === ts.SyntaxKind.GreaterThanEqualsToken
  );
}
