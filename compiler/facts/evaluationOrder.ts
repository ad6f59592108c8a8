import { ts } from "ts-morph";
import { type BindingFacts, isAssignmentOperator, isIncrement } from "./bindings.ts";
import { FixedProperties } from "./fixedProperties.ts";
import { skipWrappers } from "./syntax.ts";
import type { TypeFacts } from "./typeFacts.ts";

/** Which order of evaluation shows. */
export interface OrderFacts {
  /**
   * Does it show whether `earlier` is evaluated before `later`: does it do something itself, or may
   * `later` change its value? In doubt, yes.
   */
  mustComeFirst(earlier: ts.Expression, later: ts.Expression): boolean;
  /** Is a method of the program's own, or of MicroPython, the same at any time? */
  isFixedMethod(access: ts.PropertyAccessExpression): boolean;
}

export function createOrderFacts(
  types: TypeFacts,
  bindings: BindingFacts,
  sourceFiles: readonly ts.SourceFile[],
): OrderFacts {
  const { checker } = types;
  const fixed = new FixedProperties(types, sourceFiles);
  return { mustComeFirst, isFixedMethod: (access) => fixed.hasMethod(access) };

  function mustComeFirst(earlier: ts.Expression, later: ts.Expression): boolean {
    const node = skipWrappers(earlier);
    if (isFixed(bindings, node)) return false;
    if (ts.isIdentifier(node)) return mayAssign(checker, bindings, node, later);
    if (ts.isPropertyAccessExpression(node) && !isAccessor(checker, node)) {
      const mayChange = runsCode(checker, later) && !fixed.has(node);
      return mayChange || mustComeFirst(node.expression, later);
    }
    if (isRead(checker, node) && !runsCode(checker, later)) return false;
    return !isFixed(bindings, skipWrappers(later));
  }
}

/** Is an expression made of variables, what they hold, and operators: does it change nothing? */
function isRead(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  if (ts.isIdentifier(node) || ts.isLiteralExpression(node)) return true;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isPropertyAccessExpression(node)) {
    return !isAccessor(checker, node) && isRead(checker, node.expression);
  }
  if (ts.isElementAccessExpression(node)) {
    return isRead(checker, node.expression) && isRead(checker, node.argumentExpression);
  }
  if (!ts.isBinaryExpression(node) || isAssignmentOperator(node.operatorToken.kind)) return false;
  return isNumber(checker, node) && isRead(checker, node.left) && isRead(checker, node.right);
}

/** An operator that gives a number, of two: it calls no `valueOf`. */
function isNumber(checker: ts.TypeChecker, { left, right }: ts.BinaryExpression): boolean {
  return [left, right].every(
    (side) => (checker.getTypeAtLocation(side).flags & ts.TypeFlags.NumberLike) !== 0,
  );
}

/** Has it one value, whatever runs before? */
function isFixed(bindings: BindingFacts, node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return (bindings.at(node)?.writes.length ?? 0) === 0;
  return (
    ts.isLiteralExpression(node) ||
    ts.isFunctionLike(node) ||
    node.kind === ts.SyntaxKind.ThisKeyword ||
    node.kind === ts.SyntaxKind.SuperKeyword ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword
  );
}

/** May a variable be assigned while an expression is evaluated? */
function mayAssign(
  checker: ts.TypeChecker,
  bindings: BindingFacts,
  variable: ts.Identifier,
  later: ts.Expression,
): boolean {
  const binding = bindings.at(variable);
  if (!binding) return false;
  if (binding.writes.some((write) => write.pos >= later.pos && write.end <= later.end)) return true;
  const here = bindings.scopeOf(variable);
  const isWrittenElsewhere = binding.writes.some((write) => bindings.scopeOf(write) !== here);
  return isWrittenElsewhere && runsCode(checker, later);
}

/** Does an expression run code that may change something: a call, an assignment, an accessor? */
function runsCode(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || ts.isFunctionLike(node)) return;
    found ||= isCode(checker, node);
    ts.forEachChild(node, visit);
  };
  visit(expression);
  return found;
}

function isCode(checker: ts.TypeChecker, node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return !/^Math\./.test(node.expression.getText());
  if (ts.isBinaryExpression(node)) return isAssignmentOperator(node.operatorToken.kind);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return isIncrement(node.operator);
  }
  if (ts.isPropertyAccessExpression(node)) return isAccessor(checker, node);
  return (
    ts.isNewExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isYieldExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isDeleteExpression(node)
  );
}

function isAccessor(checker: ts.TypeChecker, node: ts.PropertyAccessExpression): boolean {
  const symbol = checker.getSymbolAtLocation(node.name);
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Accessor) !== 0;
}
