import { ts } from "ts-morph";
import { isAssignmentOperator } from "./bindings.ts";
import { skipWrappers } from "./syntax.ts";

/**
 * Does a program throw values that are no errors? Python raises exceptions only, so such values are
 * wrapped, and every `catch` has to unwrap them; no other program pays for that.
 */
export function throwsValues(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found) return;
    if (ts.isThrowStatement(node) && !isErrorOrCaught(checker, node.expression)) found = true;
    if (ts.isCallExpression(node) && rejects(checker, node)) {
      const [reason] = node.arguments;
      if (!reason || !isErrorOrCaught(checker, reason)) found = true;
    }
    ts.forEachChild(node, visit);
  };
  sourceFiles.forEach(visit);
  return found;
}

/** Is a call `Promise.reject(x)`, `generator.throw(x)`, or one of the `reject` of `new Promise`? */
function rejects(checker: ts.TypeChecker, node: ts.CallExpression): boolean {
  const callee = skipWrappers(node.expression);
  if (ts.isPropertyAccessExpression(callee)) return /^(reject|throw)$/.test(callee.name.text);
  if (!ts.isIdentifier(callee)) return false;
  if (callee.text === "reject") return true;
  const parameter = checker.getSymbolAtLocation(callee)?.valueDeclaration;
  if (!parameter || !ts.isParameter(parameter)) return false;
  const executor = parameter.parent;
  return ts.isNewExpression(executor.parent) && executor.parameters[1] === parameter;
}

function isErrorOrCaught(checker: ts.TypeChecker, node: ts.Expression): boolean {
  return isCaughtVariable(checker, node) || isErrorType(checker.getTypeAtLocation(node));
}

/** Is an expression the variable of a `catch` clause, which is thrown on as it came? */
export function isCaughtVariable(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  if (!ts.isIdentifier(bare)) return false;
  const declaration = checker.getSymbolAtLocation(bare)?.valueDeclaration;
  return declaration !== undefined && ts.isCatchClause(declaration.parent);
}

/** Is every value of a type an exception in Python? */
export function isErrorType(type: ts.Type): boolean {
  const members = type.isUnion() ? type.types : [type];
  return members.length > 0 && members.every(extendsError);
}

const errorNames: ReadonlySet<string> = new Set(["Error", "BaseException"]);

function extendsError(type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.some(extendsError);
  const symbol = type.getSymbol();
  if (!symbol) return false;
  const isLibrary = symbol.declarations?.[0]?.getSourceFile().fileName.endsWith("/lib.tsmp.d.ts");
  if (isLibrary && errorNames.has(symbol.name)) return true;
  return (type.getBaseTypes() ?? []).some(extendsError);
}

/**
 * Does the program put a `message` of its own on an error? Otherwise it is what the error was made with.
 * One that asks for ReferenceErrors may want to know what Python says otherwise.
 */
export function setsErrorMessage(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): boolean {
  let found = sourceFiles.some((file) => file.text.includes("ReferenceError"));
  const visit = (node: ts.Node): void => {
    if (found) return;
    const isDeclared =
      (ts.isPropertyDeclaration(node) || ts.isAccessor(node) || ts.isParameter(node)) &&
      node.name.getText() === "message" &&
      (ts.isClassLike(node.parent) || ts.isConstructorDeclaration(node.parent)) &&
      (!ts.isParameter(node) || ts.isParameterPropertyDeclaration(node, node.parent));
    const isAssigned =
      ts.isPropertyAccessExpression(node) &&
      node.name.text === "message" &&
      ts.isBinaryExpression(node.parent) &&
      node.parent.left === node;
    if (isDeclared) found = isErrorType(checker.getTypeAtLocation(classAround(node)));
    if (isAssigned) found ||= isErrorType(checker.getTypeAtLocation(node.expression));
    ts.forEachChild(node, visit);
  };
  sourceFiles.forEach(visit);
  return found;
}

/**
 * Does the program put properties on errors of the built-in classes? Python's own take none, so such
 * errors are instances of classes made from them.
 */
export function addsToErrors(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): boolean {
  const visit = (node: ts.Node): boolean => {
    const target = writtenObject(node);
    if (target && mayBeBuiltInError(checker, target)) return true;
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false;
  };
  return sourceFiles.some((file) => /Error\b/.test(file.text) && visit(file));
}

/** `x` of `x.name = value`, `Object.assign(x, ...)` and `Object.defineProperty(x, ...)`. */
function writtenObject(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
    const left = skipWrappers(node.left);
    const isProperty = ts.isPropertyAccessExpression(left) || ts.isElementAccessExpression(left);
    return isProperty ? left.expression : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  return /^Object\.(assign|defineProperty)$/.test(node.expression.getText())
    ? node.arguments[0]
    : undefined;
}

function mayBeBuiltInError(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  if (bare.kind === ts.SyntaxKind.ThisKeyword) return false;
  const type = checker.getTypeAtLocation(bare);
  if (isErrorType(type) || isErrorType(checker.getTypeAtLocation(node))) return true;
  if (!ts.isIdentifier(bare) || (type.flags & ts.TypeFlags.Any) === 0) return false;
  const declaration = checker.getSymbolAtLocation(bare)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration)) return false;
  if (ts.isCatchClause(declaration.parent)) return true;
  const value = declaration.initializer;
  return value !== undefined && isErrorType(checker.getTypeAtLocation(skipWrappers(value)));
}

function classAround(node: ts.Node): ts.Node {
  let current = node.parent;
  while (!ts.isClassLike(current)) current = current.parent;
  return current;
}
