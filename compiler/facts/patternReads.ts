import { ts } from "ts-morph";
import type { Binding } from "./bindings.ts";
import { isUsedForCertain } from "./certainUses.ts";
import { outerParent, skipWrappers } from "./syntax.ts";
import { libraryKey } from "./typeFacts.ts";

/** Does a pattern give a variable its value that may find no element for it, and goes on without? */
export function mayFindNothing(checker: ts.TypeChecker, binding: Binding): boolean {
  const { declaration, writes } = binding;
  if (ts.isBindingElement(declaration) && declaresNothing(checker, declaration)) {
    return !isUsedForCertain(checker, binding);
  }
  return writes.some((write) => assignsNothing(checker, write));
}

/** `const [a, b] = values`: are there two? */
function declaresNothing(checker: ts.TypeChecker, element: ts.BindingElement): boolean {
  const { parent: pattern, initializer, dotDotDotToken } = element;
  if (!ts.isArrayBindingPattern(pattern) || initializer || dotDotDotToken) return false;
  const type = typeTakenApart(checker, pattern) ?? checker.getTypeAtLocation(pattern);
  if (!checker.isArrayType(type) && !ts.isVariableDeclaration(pattern.parent)) return false;
  const index = pattern.elements.indexOf(element);
  if (index === 0 && givesElement(checker, pattern)) return false;
  return !isElementOf(checker, type, index);
}

/** `const [first] = text.split(" ")` */
function givesElement(checker: ts.TypeChecker, { parent }: ts.ArrayBindingPattern): boolean {
  const value = ts.isVariableDeclaration(parent) && parent.initializer;
  return value ? isSplit(checker, skipWrappers(value)) : false;
}

/** Text that is split, at anything but nothing, has one part or more. */
export function isSplit(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const symbol = checker.getSymbolAtLocation(node.expression.name);
  if (!symbol || libraryKey(symbol) !== "String.split") return false;
  const [separator, limit] = node.arguments;
  return Boolean(separator && ts.isStringLiteral(separator) && separator.text !== "" && !limit);
}

function typeTakenApart(
  checker: ts.TypeChecker,
  { parent }: ts.ArrayBindingPattern,
): ts.Type | undefined {
  if (!ts.isVariableDeclaration(parent)) return undefined;
  if (parent.initializer) return checker.getTypeAtLocation(parent.initializer);
  const loop = parent.parent.parent;
  if (!ts.isForOfStatement(loop)) return undefined;
  return checker.getTypeAtLocation(loop.expression).getNumberIndexType();
}

/** `[a, b] = values` */
function assignsNothing(checker: ts.TypeChecker, target: ts.Identifier): boolean {
  const pattern = target.parent;
  const assignment = outerParent(pattern);
  if (!ts.isArrayLiteralExpression(pattern) || !ts.isBinaryExpression(assignment)) return false;
  if (skipWrappers(assignment.left) !== pattern) return false;
  const index = pattern.elements.indexOf(target);
  const value = skipWrappers(assignment.right);
  if (ts.isArrayLiteralExpression(value) && !value.elements.some(ts.isSpreadElement)) {
    return index >= value.elements.length;
  }
  return !isElementOf(checker, checker.getTypeAtLocation(value), index);
}

/** Has every tuple of the type an element at the index? */
export function isElementOf(checker: ts.TypeChecker, type: ts.Type, index: number): boolean {
  if (!checker.isTupleType(type)) return false;
  const flag = (type as ts.TupleTypeReference).target.elementFlags[index];
  return flag === ts.ElementFlags.Required;
}
