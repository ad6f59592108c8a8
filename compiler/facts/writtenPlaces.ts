import { ts } from "ts-morph";
import { type Binding, type BindingFacts, isIncrement, isWritten } from "./bindings.ts";
import { isOrder } from "./missingSyntax.ts";
import { isLogicalAssignment, outerParent, skipWrappers } from "./syntax.ts";

/**
 * Was the element that `xs[i] = value` writes, or the one before it, read on the way there? A read
 * outside of the array raises, so that the write leaves no gap:
 *
 *     const x = xs[i];
 *     xs[i] = xs[j];
 *     xs[j] = x;
 */
export function wasRead(node: ts.ElementAccessExpression): boolean {
  const wanted = new Set([textOf(node), textBefore(node)]);
  const words = new Set(node.getText().match(/[A-Za-z_$][\w$]*/g) ?? []);
  let current: ts.Node = node;
  while (!ts.isStatement(current)) {
    if (ts.isFunctionLike(current)) return false;
    current = current.parent;
  }
  if (reads(current, wanted)) return true;
  while (!ts.isSourceFile(current) && !ts.isFunctionLike(current)) {
    const { parent }: ts.Node = current;
    if (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent)) {
      const before = parent.statements.slice(0, parent.statements.indexOf(current as ts.Statement));
      for (const statement of before.reverse()) {
        if (changes(statement, words)) return false;
        if (reads(statement, wanted)) return true;
      }
    } else if (conditionOf(parent, current)) {
      if (reads(conditionOf(parent, current)!, wanted, true)) return true;
    }
    if (ts.isIterationStatement(parent, false) && changes(parent, words)) return false;
    current = parent;
  }
  return false;
}

/** What has been true, and so evaluated, when a part of a statement is reached. */
function conditionOf(statement: ts.Node, part: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(statement)) return statement.expression;
  if (ts.isWhileStatement(statement)) return statement.expression;
  return ts.isForStatement(statement) && statement.statement === part
    ? statement.condition
    : undefined;
}

function textOf(node: ts.ElementAccessExpression): string {
  return `${node.expression.getText()}[${node.argumentExpression.getText().replaceAll(" ", "")}]`;
}

/** Of `xs[i + 1]` the text of `xs[i]`. */
function textBefore(node: ts.ElementAccessExpression): string {
  return textOf(node).replace(/\+1\]$/, "]");
}

/** Is one of the elements always read by a statement, or a condition that turned out true (`held`)? */
function reads(node: ts.Node, wanted: ReadonlySet<string>, held = false): boolean {
  if (ts.isElementAccessExpression(node)) {
    const parent = outerParent(node);
    const isRead = !isWritten(node) || isUpdate(parent);
    if (isRead && wanted.has(textOf(node)) && !asks(parent, held)) return true;
  }
  if (ts.isFunctionLike(node) || ts.isIterationStatement(node, false)) return false;
  if (ts.isIfStatement(node)) return reads(node.expression, wanted);
  if (ts.isConditionalExpression(node)) return reads(node.condition, wanted);
  if (ts.isBinaryExpression(node) && isChoice(node.operatorToken.kind)) {
    const isBoth = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
    if (reads(node.left, wanted, held && isBoth)) return true;
    return isBoth && isTested(node) && reads(node.right, wanted, held);
  }
  if (ts.isTryStatement(node) || ts.isSwitchStatement(node)) return false;
  const isPlain = ts.isParenthesizedExpression(node) || ts.isBinaryExpression(node);
  return ts.forEachChild(node, (child) => reads(child, wanted, held && isPlain)) ?? false;
}

function isUpdate(parent: ts.Node): boolean {
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) return true;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken &&
    !isLogicalAssignment(parent)
  );
}

/** Does a `&&` decide whether a loop's body or an `if` is entered? */
function isTested(node: ts.Expression): boolean {
  const parent = outerParent(node);
  if (ts.isBinaryExpression(parent)) {
    const isAnd = parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
    return isAnd && isTested(parent);
  }
  return ts.isWhileStatement(parent) || ts.isForStatement(parent) || ts.isIfStatement(parent);
}

function isChoice(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  );
}

/** Where undefined is looked at, nothing raises. An order is false with it. */
function asks(parent: ts.Node, held: boolean): boolean {
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    if (isOrder(kind)) return !held;
    const isEquality =
      kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
      kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
    return isChoice(kind) || isEquality;
  }
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) {
    return parent.questionDotToken !== undefined;
  }
  return !ts.isVariableDeclaration(parent) && !ts.isArrayLiteralExpression(parent);
}

/** Does code write one of the variables, or make some array shorter? */
function changes(node: ts.Node, words: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(node) && words.has(node.text)) {
    const isDeclared = ts.isVariableDeclaration(node.parent) && node.parent.name === node;
    if (isDeclared || isWritten(node)) return true;
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (/^(pop|shift|splice)$/.test(node.name.text)) return true;
    if (node.name.text === "length" && isWritten(node)) return true;
  }
  return ts.forEachChild(node, (child) => changes(child, words)) ?? false;
}

/**
 * `xs[n++] = value`, where `n` starts at 0 and is counted up by such writes only: they are in order
 * whatever `xs` is, as long as it is one array.
 */
export function isCounted(bindings: BindingFacts, node: ts.ElementAccessExpression): boolean {
  const index = skipWrappers(node.argumentExpression);
  const array = skipWrappers(node.expression);
  const counter = ts.isPostfixUnaryExpression(index) ? index.operand : index;
  if (!ts.isIdentifier(counter) || !ts.isIdentifier(array)) return false;
  const binding = bindings.at(counter);
  if (!binding || bindings.at(array)?.writes.length !== 0 || !startsAtZero(binding)) return false;
  return (
    binding.writes.length > 0 && binding.writes.every((write) => countsWrites(write, array.text))
  );
}

function startsAtZero({ declaration }: Binding): boolean {
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  return declaration.initializer.getText() === "0";
}

/** Is `n++` the index of a write, or the statement after one at `n`? */
function countsWrites(name: ts.Identifier, array: string): boolean {
  const step = outerParent(name);
  if (!ts.isPostfixUnaryExpression(step) || !isIncrement(step.operator)) return false;
  if (step.operator !== ts.SyntaxKind.PlusPlusToken) return false;
  const { parent } = step;
  if (ts.isElementAccessExpression(parent)) {
    return isWritten(parent) && parent.expression.getText() === array;
  }
  if (!ts.isExpressionStatement(parent) || !ts.isBlock(parent.parent)) return false;
  const { statements } = parent.parent;
  const before = statements[statements.indexOf(parent) - 1];
  return before?.getText().startsWith(`${array}[${name.text}] = `) ?? false;
}
