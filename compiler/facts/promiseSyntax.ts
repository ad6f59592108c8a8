import { ts } from "ts-morph";
import type { InlinedCallbacks } from "./inlinedCallbacks.ts";
import { hasModifier } from "./syntax.ts";

/** Functions and methods of asyncio that give tasks, also where a program's own stub says `Promise`. */
const taskMakers: ReadonlySet<string> = new Set(["create_task", "ensure_future", "current_task"]);

export function givesTask(declaration: ts.SignatureDeclaration): boolean {
  const { name } = declaration;
  if (!name || !ts.isIdentifier(name) || !taskMakers.has(name.text)) return false;
  const module = ts.findAncestor(declaration, ts.isModuleDeclaration);
  return module !== undefined && /^u?asyncio$/.test(module.name.text);
}

/** The names of async methods. */
export function findAsyncMembers(sourceFiles: readonly ts.SourceFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && ts.isIdentifier(node.name) && !isGenerator(node)) {
      if (hasModifier(node, ts.SyntaxKind.AsyncKeyword)) names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of sourceFiles) if (file.text.includes("async")) ts.forEachChild(file, visit);
  return names;
}

/** The call whose callback, lowered in place, has its value here: at `return`, or as an arrow's body. */
export function callTakingResult(
  node: ts.Node,
  inlined: InlinedCallbacks,
): ts.CallExpression | undefined {
  if (!ts.isReturnStatement(node) && !ts.isArrowFunction(node)) return undefined;
  let callback: ts.Node = node;
  while (!ts.isFunctionLike(callback) && callback.parent) callback = callback.parent;
  if (!inlined.has(callback)) return undefined;
  let { parent } = callback;
  while (ts.isParenthesizedExpression(parent)) ({ parent } = parent);
  return ts.isCallExpression(parent) ? parent : undefined;
}

/** Is a `return` inside a `try`, which must be over before the promise that it gives is awaited? */
export function leavesTry(result: ts.Node, owner: ts.Node): boolean {
  for (let node = result.parent; node && node !== owner; node = node.parent) {
    if (ts.isTryStatement(node)) return true;
  }
  return false;
}

export function resultsOf(body: ts.ConciseBody): readonly ts.Expression[] {
  if (!ts.isBlock(body)) return [body];
  const results: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) results.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return results;
}

/** Is a function a generator? */
export function isGenerator(declaration: ts.SignatureDeclaration): boolean {
  return "asteriskToken" in declaration && declaration.asteriskToken !== undefined;
}
