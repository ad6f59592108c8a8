import { ts } from "ts-morph";
import { mayBePromise } from "../../facts/promiseFlows.ts";
import { leavesTry } from "../../facts/promiseSyntax.ts";
import { hasModifier, skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { awaitResult, mayBePlain } from "../async/awaitExpression.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { asReturned } from "../values/residue.ts";

/**
 * What a function returns. An async function gives what the promise that it returns is resolved with:
 *
 *     return await f()
 */
export function lowerReturned(ctx: Lowering, owner: ts.Node, node: ts.Expression): py.Expression {
  const value = lowerExpression(ctx, node);
  if (!mayReturnPromise(ctx, owner, node)) return asReturned(ctx, owner, node, value);
  if (leavesTry(node, owner)) return value;
  const bare = skipWrappers(node);
  if (!ctx.facts.promises.othersWait() || mayBePlain(ctx, ctx.typeOf(node))) {
    return awaitResult(ctx, bare, value);
  }
  return py.awaitValue(ctx.callHelper("adopted", value));
}

/**
 * A promise that is returned inside a `try` is awaited outside: its failure is not caught there.
 *
 *     @returning
 *     async def f():
 *         try:
 *             return start(g())
 */
export function returnsFromTry(ctx: Lowering, owner: ts.SignatureDeclaration): boolean {
  if (!("body" in owner) || !hasModifier(owner, ts.SyntaxKind.AsyncKeyword)) return false;
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression && leavesTry(node, owner)) {
      found = mayReturnPromise(ctx, owner, node.expression);
    }
    ts.forEachChild(node, visit);
  };
  if (owner.body) ts.forEachChild(owner.body, visit);
  return found;
}

function mayReturnPromise(ctx: Lowering, owner: ts.Node, node: ts.Expression): boolean {
  if (!ts.isFunctionLike(owner) || !hasModifier(owner, ts.SyntaxKind.AsyncKeyword)) return false;
  return mayBePromise(ctx.typeOf(node));
}
