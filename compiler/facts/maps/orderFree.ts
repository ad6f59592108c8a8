import { ts } from "ts-morph";
import { isInt } from "../numberFacts.ts";
import { skipWrappers } from "../syntax.ts";
import { libraryKey } from "../typeFacts.ts";
import type { MapContext } from "./plainMaps.ts";

/**
 * Does a loop give the same whatever the order of its turns? So if all it does is to add ints to
 * counters that it does not read otherwise, or to keep the greatest of them.
 */
export function isOrderFree(context: MapContext, loop: ts.ForOfStatement): boolean {
  if (loop.awaitModifier || !ts.isVariableDeclarationList(loop.initializer)) return false;
  const steps = stepsOf(loop.statement);
  if (!steps) return false;
  const counters = steps.map((step) => counterOf(context, step));
  if (!counters.every((counter) => counter !== undefined)) return false;
  const names = new Set(counters);
  return steps.every((step) => isStepFree(context, step, names, counters));
}

type Step = ts.Expression | ts.IfStatement;

function stepsOf(statement: ts.Statement): readonly Step[] | undefined {
  if (ts.isExpressionStatement(statement)) return [skipWrappers(statement.expression)];
  if (ts.isIfStatement(statement)) return [statement];
  if (!ts.isBlock(statement)) return undefined;
  const steps = statement.statements.map(stepsOf);
  return steps.every((step) => step !== undefined) ? steps.flat() : undefined;
}

/** `if (x > most) most = x` keeps the greatest; any other `if` guards one addition. */
function counterOf(context: MapContext, step: Step): ts.Symbol | undefined {
  if (!ts.isIfStatement(step)) return countedBy(context, step);
  const inner = step.elseStatement ? undefined : stepsOf(step.thenStatement);
  if (inner?.length !== 1) return undefined;
  const [only] = inner;
  return only && !ts.isIfStatement(only) ? countedBy(context, only) : undefined;
}

function countedBy(context: MapContext, step: ts.Expression): ts.Symbol | undefined {
  const isStep = ts.isPostfixUnaryExpression(step) || ts.isPrefixUnaryExpression(step);
  const target = isStep ? step.operand : ts.isBinaryExpression(step) ? step.left : undefined;
  const name = target && skipWrappers(target);
  if (!name || !ts.isIdentifier(name)) return undefined;
  return isInt(context.numbers.of(name)) ? context.checker.getSymbolAtLocation(name) : undefined;
}

type Names = ReadonlySet<ts.Symbol | undefined>;

function isStepFree(
  context: MapContext,
  step: Step,
  counters: Names,
  all: readonly (ts.Symbol | undefined)[],
): boolean {
  if (ts.isIfStatement(step)) {
    const [inner] = stepsOf(step.thenStatement) ?? [];
    if (!inner || ts.isIfStatement(inner)) return false;
    const kept = keptGreatest(context, step.expression, inner);
    // A counter that other steps write, too, depends on when they do.
    if (kept)
      return all.filter((other) => other === kept.to).length === 1 && !counters.has(kept.from);
    return isPure(context, step.expression, counters) && isAddition(context, inner, counters);
  }
  return isAddition(context, step, counters);
}

function isAddition(context: MapContext, step: ts.Expression, counters: Names): boolean {
  if (ts.isPostfixUnaryExpression(step)) return true;
  if (ts.isPrefixUnaryExpression(step)) {
    const { operator } = step;
    return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (!ts.isBinaryExpression(step)) return false;
  const { kind } = step.operatorToken;
  const adds = kind === ts.SyntaxKind.PlusEqualsToken || kind === ts.SyntaxKind.MinusEqualsToken;
  return adds && isInt(context.numbers.of(step.right)) && isPure(context, step.right, counters);
}

/** `if (value > most) most = value` */
function keptGreatest(
  context: MapContext,
  test: ts.Expression,
  step: ts.Expression,
): { readonly to: ts.Symbol; readonly from: ts.Symbol } | undefined {
  const order = skipWrappers(test);
  if (!ts.isBinaryExpression(order) || !ts.isBinaryExpression(step)) return undefined;
  if (step.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const { kind } = order.operatorToken;
  if (kind !== ts.SyntaxKind.GreaterThanToken && kind !== ts.SyntaxKind.LessThanToken)
    return undefined;
  const symbolOf = (node: ts.Expression) => {
    const bare = skipWrappers(node);
    return ts.isIdentifier(bare) ? context.checker.getSymbolAtLocation(bare) : undefined;
  };
  const sides = [symbolOf(order.left), symbolOf(order.right)];
  const [to, from] = [symbolOf(step.left), symbolOf(step.right)];
  if (!to || !from || to === from || !sides.includes(to) || !sides.includes(from)) return undefined;
  return { to, from };
}

/** Does an expression run nothing, and read no counter? */
function isPure(context: MapContext, expression: ts.Expression, counters: Names): boolean {
  const node = skipWrappers(expression);
  if (ts.isIdentifier(node)) return !counters.has(context.checker.getSymbolAtLocation(node));
  if (ts.isNumericLiteral(node) || ts.isStringLiteral(node)) return true;
  if (ts.isPropertyAccessExpression(node)) {
    const symbol = context.checker.getSymbolAtLocation(node.name);
    const isLength =
      symbol !== undefined && /^(String|Array)\.length$/.test(libraryKey(symbol) ?? "");
    return isLength && isPure(context, node.expression, counters);
  }
  if (ts.isConditionalExpression(node)) {
    return [node.condition, node.whenTrue, node.whenFalse].every((part) =>
      isPure(context, part, counters),
    );
  }
  if (ts.isPrefixUnaryExpression(node)) {
    const isSign =
      node.operator === ts.SyntaxKind.MinusToken ||
      node.operator === ts.SyntaxKind.ExclamationToken;
    return isSign && isPure(context, node.operand, counters);
  }
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  const isAssigned = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  return (
    !isAssigned && isPure(context, node.left, counters) && isPure(context, node.right, counters)
  );
}
