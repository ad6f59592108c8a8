import { ts } from "ts-morph";
import { isAssignmentOperator } from "../../bindings.ts";
import { isOrder } from "../../missingSyntax.ts";
import { isUsedAsStatement, outerParent, skipWrappers } from "../../syntax.ts";

const mostReads = 12;

/** The reads `xs[i]` that are made whenever a statement or expression has been run to its end. */
export function readsIn(node: ts.Node): readonly ts.ElementAccessExpression[] {
  const found: ts.ElementAccessExpression[] = [];
  visit(node);
  return found;

  function visit(child: ts.Node): void {
    if (found.length >= mostReads) return;
    if (ts.isBinaryExpression(child)) visitBinary(child);
    else if (ts.isConditionalExpression(child)) visit(child.condition);
    else if (ts.isIfStatement(child)) visit(child.expression);
    else if (isStraight(child)) {
      if (ts.isElementAccessExpression(child)) found.push(child);
      ts.forEachChild(child, visit);
    }
  }

  function visitBinary({ left, right, operatorToken }: ts.BinaryExpression): void {
    const { kind } = operatorToken;
    if (kind === ts.SyntaxKind.EqualsToken) visitTarget(left);
    else if (isLogicalAssignment(kind)) return;
    else visit(left);
    const isShort =
      kind === ts.SyntaxKind.AmpersandAmpersandToken ||
      kind === ts.SyntaxKind.BarBarToken ||
      kind === ts.SyntaxKind.QuestionQuestionToken;
    if (!isShort) visit(right);
  }

  /** A target is not read, but the object that it is in and the index are. */
  function visitTarget(target: ts.Expression): void {
    const bare = skipWrappers(target);
    if (ts.isElementAccessExpression(bare)) {
      visit(bare.expression);
      visit(bare.argumentExpression);
    } else if (ts.isPropertyAccessExpression(bare)) visit(bare.expression);
  }
}

function isLogicalAssignment(kind: ts.SyntaxKind): boolean {
  return (
    isAssignmentOperator(kind) &&
    (kind === ts.SyntaxKind.AmpersandAmpersandEqualsToken ||
      kind === ts.SyntaxKind.BarBarEqualsToken ||
      kind === ts.SyntaxKind.QuestionQuestionEqualsToken)
  );
}

/** Are all parts of a node evaluated once it is? */
function isStraight(node: ts.Node): boolean {
  if (ts.isOptionalChain(node) || ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
  if (ts.isDeleteExpression(node) || ts.isTypeOfExpression(node) || ts.isTypeNode(node))
    return false;
  if (!ts.isStatement(node)) return true;
  return ts.isExpressionStatement(node) || ts.isVariableStatement(node);
}

/**
 * Is a read used in a way that undefined cannot be, so that one out of bounds raises? A comparison
 * with `===`, a test or a print looks at the undefined instead. `held` is what was found true: undefined
 * is neither less nor more than anything.
 */
export function isNeeded(
  type: ts.Type,
  read: ts.ElementAccessExpression,
  held?: ts.Expression,
): boolean {
  const parent = outerParent(read);
  if (ts.isBinaryExpression(parent) && isOrder(parent.operatorToken.kind)) return parent === held;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) {
    return !ts.isOptionalChain(parent) && skipWrappers(parent.expression) === read;
  }
  const isNumber = (type.flags & ts.TypeFlags.NumberLike) !== 0;
  if (!isNumber) return false;
  if (ts.isPostfixUnaryExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) {
    return parent.operator !== ts.SyntaxKind.ExclamationToken;
  }
  if (ts.isArrayLiteralExpression(parent)) return isSwapped(parent);
  return ts.isBinaryExpression(parent) && isComputed(parent.operatorToken.kind);
}

/** `bytes[i]++;` and `bytes[i] += n;`: a typed array that has no such element is left as it is. */
export function isUpdate(read: ts.ElementAccessExpression): boolean {
  const parent = outerParent(read);
  if (!ts.isExpression(parent) || !isUsedAsStatement(parent)) return false;
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) return true;
  return ts.isBinaryExpression(parent) && skipWrappers(parent.left) === read;
}

/** `[xs[i], xs[j]] = [xs[j], xs[i]]` */
function isSwapped(list: ts.ArrayLiteralExpression): boolean {
  const parent = outerParent(list);
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    skipWrappers(parent.right) === list &&
    ts.isArrayLiteralExpression(skipWrappers(parent.left))
  );
}

/** Arithmetic, also with an assignment. */
function isComputed(kind: ts.SyntaxKind): boolean {
  if (isAssignmentOperator(kind)) return kind !== ts.SyntaxKind.EqualsToken;
  switch (kind) {
    case ts.SyntaxKind.MinusToken:
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.PercentToken:
    case ts.SyntaxKind.AmpersandToken:
    case ts.SyntaxKind.BarToken:
    case ts.SyntaxKind.CaretToken:
      return true;
    default:
      return false;
  }
}
