import { ts } from "ts-morph";
import type { Binding } from "./bindings.ts";
import { outerParent, skipWrappers } from "./syntax.ts";

/** Does a pattern give a variable its value that may find no element for it? */
export function mayFindNothing(checker: ts.TypeChecker, { declaration, writes }: Binding): boolean {
  if (ts.isBindingElement(declaration) && declaresNothing(checker, declaration)) return true;
  return writes.some((write) => assignsNothing(checker, write));
}

/** `const [a, b] = values`: are there two? */
function declaresNothing(checker: ts.TypeChecker, element: ts.BindingElement): boolean {
  const { parent: pattern, initializer, dotDotDotToken } = element;
  if (!ts.isArrayBindingPattern(pattern) || initializer || dotDotDotToken) return false;
  const type = typeTakenApart(checker, pattern) ?? checker.getTypeAtLocation(pattern);
  if (!checker.isArrayType(type) && !ts.isVariableDeclaration(pattern.parent)) return false;
  return !isElementOf(checker, type, pattern.elements.indexOf(element));
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
