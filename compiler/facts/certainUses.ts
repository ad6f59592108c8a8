import { ts } from "ts-morph";
import type { Binding } from "./bindings.ts";
import { outerParent } from "./syntax.ts";

/**
 * `const [h, m] = text.split(":").map(Number); return h * 60 + m;`: is a variable of a pattern used
 * for certain, right after it gets its value, where undefined is of no use (as an operand, as the
 * object of a property)? Then nobody asks whether the element is there, and reading none may raise,
 * as `values[0]` does. Passed on, stored or used in a branch, undefined may be what is meant.
 */
export function isUsedForCertain(checker: ts.TypeChecker, binding: Binding): boolean {
  const element = binding.declaration;
  if (!ts.isBindingElement(element) || element.initializer || element.dotDotDotToken) return false;
  if (binding.writes.length > 0) return false;
  const failing = new Set<ts.Node>(
    binding.references.filter((use) => failsWithoutValue(checker, use)),
  );
  if (failing.size === 0) return false;
  for (const statement of statementsAfter(element.parent)) {
    if (alwaysReached(statement).some((node) => failing.has(node))) return true;
    if (!isQuiet(statement)) return false;
  }
  return false;
}

/** Does a use make no sense of undefined: arithmetic, an order, a property of the value? */
function failsWithoutValue(checker: ts.TypeChecker, use: ts.Identifier): boolean {
  const parent = outerParent(use);
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) {
    return !parent.questionDotToken && parent.expression.end === endOf(use, parent);
  }
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  if (kind === ts.SyntaxKind.PlusToken) {
    return (checker.getTypeAtLocation(parent).flags & ts.TypeFlags.NumberLike) !== 0;
  }
  return failingOperators.has(kind);
}

/** Is a use an operand of arithmetic, of bit operations or of an order, or given to another variable? */
export function isCalculatedWith(use: ts.Identifier): boolean {
  const parent = outerParent(use);
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator !== ts.SyntaxKind.ExclamationToken;
  if (ts.isPostfixUnaryExpression(parent) || ts.isVariableDeclaration(parent)) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  if (kind === ts.SyntaxKind.EqualsToken) return ts.isExpressionStatement(outerParent(parent));
  return !asking.has(kind);
}

const asking: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.InKeyword,
  ts.SyntaxKind.InstanceOfKeyword,
]);

/** Where the expression ends whose parent, wrappers left out, is `parent`. */
function endOf(use: ts.Node, parent: ts.Node): number {
  let node = use;
  while (node.parent !== parent) node = node.parent;
  return node.end;
}

const failingOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);

/** What runs once the pattern's variables have their values, statement by statement. */
function statementsAfter(pattern: ts.BindingPattern): readonly ts.Node[] {
  const { parent } = pattern;
  if (!ts.isVariableDeclaration(parent)) return [];
  const list = parent.parent;
  if (!ts.isVariableDeclarationList(list)) return [];
  const owner = list.parent;
  if (ts.isForOfStatement(owner)) return bodyOf(owner.statement);
  if (!ts.isVariableStatement(owner) || list.declarations.at(-1) !== parent) return [];
  if (!ts.isBlock(owner.parent) && !ts.isSourceFile(owner.parent)) return [];
  const { statements } = owner.parent;
  return statements.slice(statements.indexOf(owner) + 1);
}

function bodyOf(node: ts.Statement): readonly ts.Node[] {
  return ts.isBlock(node) ? node.statements : [node];
}

/** The identifiers that a statement evaluates whatever happens, but for exceptions. */
function alwaysReached(statement: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.push(node);
    else if (ts.isIfStatement(node) || ts.isSwitchStatement(node)) visit(node.expression);
    else if (ts.isConditionalExpression(node)) visit(node.condition);
    else if (ts.isBinaryExpression(node) && mayStop(node.operatorToken.kind)) visit(node.left);
    else if (isStraight(node) && !isOptional(node)) ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

function isOptional(node: ts.Node): boolean {
  return (node.flags & ts.NodeFlags.OptionalChain) !== 0;
}

/** Is all of a node evaluated once it is reached? */
function isStraight(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isVariableStatement(node) ||
    ts.isVariableDeclarationList(node) ||
    (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) ||
    ts.isBinaryExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTemplateExpression(node) ||
    ts.isTemplateSpan(node)
  );
}

/** `a && b`, `a || b`, `a ?? b` and their assignments may leave out `b`. */
function mayStop(kind: ts.SyntaxKind): boolean {
  return shortCircuits.has(kind);
}

const shortCircuits: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** Does a statement run to its end, with nothing that others could see? */
function isQuiet(statement: ts.Node): boolean {
  if (!ts.isVariableStatement(statement)) return false;
  let quiet = true;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) quiet = false;
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) quiet = false;
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(statement);
  return quiet;
}
