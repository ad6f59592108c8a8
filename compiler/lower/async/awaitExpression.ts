import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import { isDeclarationFileSymbol } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";

/** `await p` */
export function lowerAwait(ctx: Lowering, node: ts.AwaitExpression): py.Expression {
  return awaitResult(ctx, node.expression, lowerExpression(ctx, node.expression));
}

/**
 * Of a value that is no promise, or may be none, a promise is made: others run meanwhile. A coroutine
 * that ends without waiting lets those run that were there first, where the program has any:
 *
 *     await f()
 *     await in_turn(f())
 */
export function awaitResult(
  ctx: Lowering,
  node: ts.Expression,
  value: py.Expression,
): py.Expression {
  if (mayBePlain(ctx, ctx.typeOf(node))) return py.awaitValue(ctx.callHelper("awaitable", value));
  const bare = skipWrappers(node);
  const mayBeCoroutine = !ts.isCallExpression(bare) || ctx.facts.promises.mayGiveCoroutine(bare);
  if (ts.isIdentifier(bare) || !mayBeCoroutine || isPythonCall(ctx, bare))
    return py.awaitValue(value);
  return py.awaitValue(ctx.facts.promises.othersWait() ? ctx.callHelper("in_turn", value) : value);
}

/** A function of MicroPython waits for something, or has no counterpart in Node. */
function isPythonCall(ctx: Lowering, node: ts.Expression): boolean {
  if (!ts.isCallExpression(node)) return false;
  const file = ctx.checker.getResolvedSignature(node)?.getDeclaration()?.getSourceFile();
  return file?.isDeclarationFile === true && !file.fileName.endsWith("/lib.tsmp.d.ts");
}

/** May the value be something that Python does not await: no promise, or one of the program's own? */
export function mayBePlain(ctx: Lowering, type: ts.Type): boolean {
  return ctx.facts.types.members(type).some((member) => {
    if (ctx.checker.getAwaitedType(member) === member) return true;
    const symbol = member.getSymbol();
    if (symbol?.name === "PromiseLike") return true;
    return symbol !== undefined && !isDeclarationFileSymbol(symbol);
  });
}
