import { ts } from "ts-morph";
import { mentionsOwnContext } from "./inlinedCallbacks.ts";
import { isForeign, outerParent, skipWrappers } from "./syntax.ts";
import { isLibrarySymbol } from "./typeFacts.ts";

/** The decorator contexts whose decorator may put another function in place of the one it is given. */
const ofFunctions = /^Class(Method|Getter|Setter)DecoratorContext$/;

const usesThis = new WeakMap<ts.TypeChecker, boolean>();

/**
 * Looks whether any function of the program that is no method means its own `this`. Where none does, a
 * parameter `this` is a word of types alone, and no call hands anything on for it.
 */
export function noteUsesOfThis(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): void {
  usesThis.set(checker, sourceFiles.some(meansThis));
}

/** May a value that is a function look at a `this` that its caller chooses? */
export function functionsUseThis(checker: ts.TypeChecker): boolean {
  return usesThis.get(checker) ?? true;
}

function meansThis(node: ts.Node): boolean {
  if (ts.isDecorator(node)) return true;
  const isFunction = ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node);
  const isFree = isFunction || (ts.isMethodDeclaration(node) && declaredThis(node) !== undefined);
  if (isFree && node.body && mentionsOwnContext(node.body)) return true;
  return ts.forEachChild(node, (child) => meansThis(child) || undefined) ?? false;
}

/**
 * Is a function given its `this` as its first argument? So is one that declares a parameter `this`, and
 * what a decorator of a method gives in its place.
 */
export function takesThis(checker: ts.TypeChecker, node: ts.Node): boolean {
  if (!ts.isFunctionDeclaration(node) && !ts.isFunctionExpression(node)) {
    return ts.isArrowFunction(node) && (isReplacement(checker, node) || isGivenThis(checker, node));
  }
  if (isLibraryCallback(checker, node)) return false;
  if (declaredThis(node)) return isObjectThis(checker, declaredThis(node)!);
  return (
    ts.isFunctionExpression(node) && (isReplacement(checker, node) || isGivenThis(checker, node))
  );
}

/** Does the place of a function want one that declares its `this`? */
function isGivenThis(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const wanted = checker.getContextualType(node);
  const signature = wanted && checker.getNonNullableType(wanted).getCallSignatures()[0];
  const written = signature?.getDeclaration();
  return written !== undefined && isTakenFirst(checker, written) && !ts.isMethodSignature(written);
}

/** Is it a function of the program, or the type of one, that declares what its `this` is? */
function isTakenFirst(checker: ts.TypeChecker, node: ts.SignatureDeclaration): boolean {
  if (ts.isJSDocSignature(node) || isForeign(node)) return false;
  const own = declaredThis(node);
  return own !== undefined && isObjectThis(checker, own);
}

/**
 * Does a call hand the object before the dot on as first argument? Methods of classes and literals get
 * theirs from Python, but for one that was read as a value and put elsewhere.
 */
export function passesThis(checker: ts.TypeChecker, call: ts.CallExpression): boolean {
  const written = checker.getResolvedSignature(call)?.getDeclaration();
  if (!written || !isTakenFirst(checker, written) || ts.isMethodSignature(written)) return false;
  if (!ts.isMethodDeclaration(written)) return true;
  const callee = skipWrappers(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return checker.getSymbolAtLocation(name)?.valueDeclaration !== written;
}

/** Is a method of a class read as a value that takes its object as first argument? */
export function isFreeMethod(checker: ts.TypeChecker, node: ts.PropertyAccessExpression): boolean {
  const method = checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  if (!method || !ts.isMethodDeclaration(method) || !isTakenFirst(checker, method)) return false;
  const parent = outerParent(node);
  const isCallee = ts.isCallExpression(parent) && skipWrappers(parent.expression) === node;
  const isAsked = ts.isPropertyAccessExpression(parent);
  return ts.isClassLike(method.parent) && !isCallee && !isAsked;
}

/** Is it given to a built-in method, such as `map`, which knows what `this` its callback has? */
function isLibraryCallback(checker: ts.TypeChecker, node: ts.Node): boolean {
  const call = outerParent(node);
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  const method = checker.getSymbolAtLocation(call.expression.name);
  return method !== undefined && isLibrarySymbol(method) && call.expression.expression !== node;
}

function declaredThis(node: ts.SignatureDeclaration): ts.ParameterDeclaration | undefined {
  const first = node.parameters[0];
  return first && ts.isIdentifier(first.name) && first.name.text === "this" ? first : undefined;
}

function isObjectThis(checker: ts.TypeChecker, parameter: ts.ParameterDeclaration): boolean {
  if (!functionsUseThis(checker)) return false;
  const { flags } = checker.getTypeAtLocation(parameter);
  return (flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never)) === 0;
}

/** Is it what a decorator of a method returns? */
function isReplacement(checker: ts.TypeChecker, node: ts.Expression): boolean {
  let { parent } = node;
  while (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) parent = parent.parent;
  const owner = ts.isReturnStatement(parent) ? ts.findAncestor(parent, ts.isFunctionLike) : parent;
  return owner !== undefined && ts.isFunctionLike(owner) && decoratesFunctions(checker, owner);
}

/** Is a function a decorator of methods, by the context that it takes? */
export function decoratesFunctions(
  checker: ts.TypeChecker,
  node: ts.SignatureDeclaration,
): boolean {
  const context = node.parameters[1];
  return context !== undefined && ofFunctions.test(contextName(checker, context));
}

function contextName(checker: ts.TypeChecker, parameter: ts.ParameterDeclaration): string {
  return checker.getTypeAtLocation(parameter).getSymbol()?.name ?? "";
}

/**
 * Does `value.call(this)` hand `this` on: is the value a function of the program that takes it, a function
 * type with a `this`, or what a decorator was given?
 */
export function handsThisOn(checker: ts.TypeChecker, value: ts.Expression): boolean {
  const bare = skipWrappers(value);
  const symbol = ts.isIdentifier(bare) ? checker.getSymbolAtLocation(bare) : undefined;
  const declaration = symbol?.valueDeclaration;
  if (declaration && ts.isParameter(declaration)) {
    const owner = declaration.parent;
    if (owner.parameters[0] === declaration && decoratesFunctions(checker, owner)) return true;
  }
  const signature = checker.getTypeAtLocation(bare).getCallSignatures()[0];
  const written = signature?.getDeclaration();
  if (!written || ts.isJSDocSignature(written)) return false;
  const own = declaredThis(written);
  return takesThis(checker, written) || (own !== undefined && isObjectThis(checker, own));
}

/** Does a member use `this` or `super` itself, not inside a function of its own? */
export function mentionsThis(node: ts.Node): boolean {
  let found = false;
  const visit = (child: ts.Node): void => {
    if (found || ts.isFunctionDeclaration(child) || ts.isFunctionExpression(child)) return;
    if (ts.isClassLike(child)) return;
    if (child.kind === ts.SyntaxKind.ThisKeyword || child.kind === ts.SyntaxKind.SuperKeyword) {
      found = true;
    }
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}
