import { ts } from "ts-morph";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import type { FunctionNode } from "./functionLike.ts";

/** The name under which the body of an async generator knows its generator. */
export const generatorName = "gen";

export function isGenerator(node: FunctionNode): boolean {
  return "asteriskToken" in node && node.asteriskToken !== undefined;
}

export function isAsyncGenerator(node: ts.Node): boolean {
  return (
    ts.isFunctionLike(node) &&
    "asteriskToken" in node &&
    node.asteriskToken !== undefined &&
    hasModifier(node, ts.SyntaxKind.AsyncKeyword)
  );
}

/**
 * A generator without `yield` would be a plain function in Python; so would one with `if False: yield`,
 * which MicroPython leaves out:
 *
 *     if []:
 *         yield
 */
export function ensureYield(
  node: FunctionNode,
  body: readonly py.Statement[],
): readonly py.Statement[] {
  if (!isGenerator(node) || isAsyncGenerator(node) || containsYield(node)) return body;
  return [...body, py.ifThen(py.list([]), [py.expression(py.yieldValue())])];
}

function containsYield(node: FunctionNode): boolean {
  let found = false;
  const visit = (child: ts.Node): void => {
    if (found || (ts.isFunctionLike(child) && child !== node)) return;
    if (ts.isYieldExpression(child)) found = true;
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

/**
 * An async generator is a coroutine that gets its generator as first parameter:
 *
 *     @async_generator
 *     async def numbers(gen, n):
 *         await gen.give(n)
 */
export function generatorDecorators(ctx: Lowering, node: FunctionNode): readonly py.Expression[] {
  return isAsyncGenerator(node) ? [ctx.helper("async_generator")] : [];
}
