import { ts } from "ts-morph";
import { type CallbackMethod, callbackMethods } from "./callbackMethods.ts";
import { libraryKey } from "./typeFacts.ts";

/** A function that is lowered where it stands, as the body of a loop, and is no Python function. */
export type InlinedCallback = ts.ArrowFunction | ts.FunctionExpression;

/**
 * The functions that are lowered in place. Their variables are those of the function around them,
 * made afresh by every turn of the loop; so this is decided before anything else is asked.
 */
export type InlinedCallbacks = ReadonlySet<ts.Node>;

export function findInlinedCallbacks(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): InlinedCallbacks {
  const found = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node)) return;
    const method = callbackMethodOf(checker, node);
    const callback = method && literalCallback(node, method);
    if (callback && canInline(callback, method, found)) found.add(callback);
  };
  sourceFiles.forEach(visit);
  return found;
}

/** The built-in method that a call is one of, where it takes a callback. */
function callbackMethodOf(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
): CallbackMethod | undefined {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || call.questionDotToken) return undefined;
  const symbol = checker.getSymbolAtLocation(callee.name);
  const key = symbol && libraryKey(symbol);
  return key === undefined ? undefined : callbackMethods.get(key);
}

/** The function literal that a call passes as its callback; none where `this` is passed along too. */
function literalCallback(
  call: ts.CallExpression,
  { at, passes }: CallbackMethod,
): InlinedCallback | undefined {
  const most = passes.includes("previous") ? at + 2 : at + 1;
  if (call.arguments.length > most || call.arguments.some(ts.isSpreadElement)) return undefined;
  const argument = call.arguments[at];
  const bare = argument && skipParentheses(argument);
  return bare && (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare)) ? bare : undefined;
}

export function skipParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? skipParentheses(node.expression) : node;
}

function canInline(
  node: InlinedCallback,
  method: CallbackMethod,
  inlined: InlinedCallbacks,
): boolean {
  if (node.asteriskToken || node.modifiers?.length || node.name) return false;
  if (node.parameters.length > method.passes.length) return false;
  const hasPlainParameters = node.parameters.every(
    (parameter, index) =>
      !parameter.dotDotDotToken &&
      !parameter.initializer &&
      (method.passes[index] === "value" || ts.isIdentifier(parameter.name)),
  );
  if (!hasPlainParameters) return false;
  const accumulator = method.passes[0] === "previous" ? node.parameters[0] : undefined;
  if (accumulator && isKeptByClosure(node.body, accumulator, inlined)) return false;
  if (ts.isFunctionExpression(node) && mentionsOwnContext(node.body)) return false;
  return !ts.isBlock(node.body) || !hasAwkwardStatement(node.body, false);
}

/** Does a function inside the body mention the accumulator, which every turn would assign? */
function isKeptByClosure(
  body: ts.Node,
  accumulator: ts.ParameterDeclaration,
  inlined: InlinedCallbacks,
): boolean {
  const name = accumulator.name.getText();
  const visit = (node: ts.Node, isInside: boolean): boolean => {
    if (isInside && ts.isIdentifier(node) && node.text === name) return true;
    const isClosure = ts.isFunctionLike(node) && !inlined.has(node);
    return ts.forEachChild(node, (child) => visit(child, isInside || isClosure)) ?? false;
  };
  return visit(body, false);
}

/** Does a function mention a `this` or `arguments` of its own? */
export function mentionsOwnContext(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.ThisKeyword || ts.isMetaProperty(node)) return true;
  if (ts.isIdentifier(node)) return node.text === "arguments";
  if (ts.isFunctionLike(node) && !ts.isArrowFunction(node)) return false;
  return ts.forEachChild(node, mentionsOwnContext) ?? false;
}

/** A `var`, which a turn would see from the one before; a `return` that a `finally` could overrule. */
function hasAwkwardStatement(node: ts.Node, isInTry: boolean): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isReturnStatement(node) && isInTry) return true;
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0) {
    return true;
  }
  const isTry = isInTry || ts.isTryStatement(node);
  return ts.forEachChild(node, (child) => hasAwkwardStatement(child, isTry)) ?? false;
}
