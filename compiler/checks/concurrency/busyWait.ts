import { ts } from "ts-morph";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";

/**
 * Loops that only wait for others: `while (!done) {}`, `while (pin.value() === 0) {}`,
 * `while (ticks_diff(ticks_ms(), start) < 2000) {}`. What they wait for can never come where the loop
 * keeps the others from running, or comes too late.
 */
export function* busyWaits(checker: ts.TypeChecker, unit: Unit): Generator<ts.Node> {
  for (const node of nodesOf(unit)) {
    const isLoop = ts.isWhileStatement(node) || ts.isDoStatement(node);
    if (isLoop && isBusyWait(checker, node)) yield node;
  }
}

function isBusyWait(
  checker: ts.TypeChecker,
  { expression, statement }: ts.WhileStatement | ts.DoStatement,
): boolean {
  const names = namesIn(expression);
  if (names.length === 0 || writes(expression)) return false;
  if (waitsOrLeaves(expression) || waitsOrLeaves(statement)) return false;
  if (readsClock(checker, expression)) return true;
  if (isEmpty(statement)) return true;
  // Nothing in the loop can change what its condition reads.
  return (
    !hasCall(expression) &&
    !hasCall(statement) &&
    names.every((name) => !isWritten(statement, name))
  );
}

function isEmpty(node: ts.Statement): boolean {
  return ts.isEmptyStatement(node) || (ts.isBlock(node) && node.statements.length === 0);
}

/** `ticks_us` measures pulses, which are short. */
function readsClock(checker: ts.TypeChecker, node: ts.Node): boolean {
  const isClock =
    ts.isCallExpression(node) &&
    /^(time\.(ticks_ms|time|time_ns)|DateConstructor\.now|pyb\.(millis|elapsed_millis))$/.test(
      boardNameOf(checker, node.expression) ?? "",
    );
  return (
    isClock || (ts.forEachChild(node, (child) => readsClock(checker, child) || undefined) ?? false)
  );
}

function namesIn(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (at: ts.Node): void => {
    if (ts.isIdentifier(at)) found.push(at.text);
    ts.forEachChild(at, visit);
  };
  visit(node);
  return found;
}

function some(node: ts.Node, is: (node: ts.Node) => boolean): boolean {
  if (is(node)) return true;
  return ts.forEachChild(node, (child) => some(child, is) || undefined) ?? false;
}

const hasCall = (node: ts.Node): boolean => some(node, ts.isCallExpression);

function waitsOrLeaves(body: ts.Node): boolean {
  return some(
    body,
    (node) =>
      ts.isAwaitExpression(node) ||
      ts.isYieldExpression(node) ||
      ts.isBreakStatement(node) ||
      ts.isReturnStatement(node) ||
      ts.isThrowStatement(node) ||
      (ts.isForOfStatement(node) && node.awaitModifier !== undefined),
  );
}

function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}

function isStep(node: ts.Node): node is ts.PrefixUnaryExpression | ts.PostfixUnaryExpression {
  if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return false;
  const { operator } = node;
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

const writes = (node: ts.Node): boolean => some(node, (at) => isAssignment(at) || isStep(at));

function isWritten(body: ts.Node, name: string): boolean {
  return some(body, (node) => {
    const target = isAssignment(node) ? node.left : isStep(node) ? node.operand : undefined;
    return target !== undefined && namesIn(target).includes(name);
  });
}
