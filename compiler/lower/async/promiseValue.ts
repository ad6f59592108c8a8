import { ts } from "ts-morph";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/**
 * What becomes of a call that gives a promise. Awaited at once, or handed to Python, it is the
 * coroutine itself; kept or dropped, it becomes a task, which runs whether or not anybody waits:
 *
 *     await f()            await f()
 *     const p = f()        p = asyncio.create_task(f())
 */
export function lowerPromiseValue(
  ctx: Lowering,
  node: ts.CallExpression,
  call: py.Expression,
): py.Expression {
  const declaration = ctx.checker.getResolvedSignature(node)?.getDeclaration();
  if (!declaration || !givesCoroutine(ctx, node, declaration)) return call;
  if (isConsumed(ctx, node)) return call;
  ctx.module.noteLoop();
  return py.call(ctx.pythonFunction("asyncio", "create_task"), [call]);
}

/** The promise that a callback of `xs.map(...)` gives, by what becomes of the array of them. */
export function callbackPromise(
  ctx: Lowering,
  node: ts.CallExpression,
  call: py.Expression,
): py.Expression {
  if (isConsumed(ctx, node)) return call;
  return py.call(ctx.pythonFunction("asyncio", "create_task"), [call]);
}

/** Is a coroutine what the called function returns? */
function givesCoroutine(
  ctx: Lowering,
  node: ts.CallExpression,
  declaration: ts.SignatureDeclaration | ts.JSDocSignature,
): boolean {
  if (ts.isJSDocSignature(declaration)) return false;
  if (hasModifier(declaration, ts.SyntaxKind.AsyncKeyword)) {
    return !("asteriskToken" in declaration && declaration.asteriskToken);
  }
  if (givesTask(declaration)) return false;
  const type = ctx.typeOf(node);
  const file = declaration.getSourceFile().fileName;
  return isPromise(type) && file.endsWith(".d.ts") && !file.endsWith("/lib.tsmp.d.ts");
}

/** Functions and methods of asyncio that give tasks, also where a program's own stub says `Promise`. */
const taskMakers: ReadonlySet<string> = new Set(["create_task", "ensure_future", "current_task"]);

function givesTask(declaration: ts.SignatureDeclaration): boolean {
  const { name } = declaration;
  if (!name || !ts.isIdentifier(name) || !taskMakers.has(name.text)) return false;
  let owner: ts.Node = declaration;
  while (owner.parent && !ts.isModuleDeclaration(owner)) owner = owner.parent;
  return ts.isModuleDeclaration(owner) && /^u?asyncio$/.test(owner.name.text);
}

export function isPromise(type: ts.Type): boolean {
  return type.symbol?.name === "Promise";
}

/** Is the coroutine awaited, returned or handed on at once? */
function isConsumed(ctx: Lowering, node: ts.CallExpression): boolean {
  let child: ts.Node = node;
  let { parent } = node;
  while (true) {
    if (ts.isAwaitExpression(parent)) return true;
    const builtIn = callTakingResult(ctx, parent);
    if (builtIn) {
      // `xs.map((x) => f(x))`: what the array is given to decides.
      child = builtIn;
      ({ parent } = builtIn);
      continue;
    }
    if (ts.isReturnStatement(parent)) return true;
    if (ts.isArrowFunction(parent)) return parent.body === child;
    if (
      ts.isParenthesizedExpression(parent) ||
      ts.isNonNullExpression(parent) ||
      ts.isAsExpression(parent)
    ) {
      // The expression itself.
    } else if (ts.isConditionalExpression(parent)) {
      if (parent.condition === child) return false;
    } else if (ts.isSpreadElement(parent) || ts.isArrayLiteralExpression(parent)) {
      // `Promise.all([f(), g()])`: what the array is given to decides.
    } else if (ts.isCallExpression(parent)) {
      return parent.expression !== child && takesCoroutine(ctx, parent);
    } else return false;
    child = parent;
    parent = parent.parent;
  }
}

/** The call whose callback, lowered in place, has its value here: at `return`, or as an arrow's body. */
function callTakingResult(ctx: Lowering, node: ts.Node): ts.CallExpression | undefined {
  if (!ts.isReturnStatement(node) && !ts.isArrowFunction(node)) return undefined;
  let callback: ts.Node = node;
  while (!ts.isFunctionLike(callback) && callback.parent) callback = callback.parent;
  if (!ctx.facts.inlined.has(callback)) return undefined;
  let { parent } = callback;
  while (ts.isParenthesizedExpression(parent)) ({ parent } = parent);
  return ts.isCallExpression(parent) ? parent : undefined;
}

/** Is a call one of a Python function, such as `asyncio.create_task` or `gather`, or of `Promise.all`? */
function takesCoroutine(ctx: Lowering, call: ts.CallExpression): boolean {
  const declaration = ctx.checker.getResolvedSignature(call)?.getDeclaration();
  const owner = declaration?.parent;
  if (!declaration?.getSourceFile().isDeclarationFile) return false;
  if (!declaration.getSourceFile().fileName.endsWith("/lib.tsmp.d.ts")) return true;
  const isConstructor = owner ? ts.isInterfaceDeclaration(owner) : false;
  return isConstructor && (owner as ts.InterfaceDeclaration).name.text === "PromiseConstructor";
}
