import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import { libraryKey } from "../../facts/typeFacts.ts";
import type * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { libraryIterations } from "./libraryTables.ts";

/** Who iterates, and how: the loop may change what it runs over. */
export interface IterationUse {
  readonly async?: boolean;
  readonly loop?: ts.ForOfStatement;
}

/** An expression as Python's `for` iterates it. */
export function lowerIterable(
  ctx: Lowering,
  node: ts.Expression,
  use: IterationUse = {},
): py.Expression {
  return lowerIteratorCall(ctx, skipWrappers(node), use) ?? lowerExpression(ctx, node);
}

/** `xs.entries()` and its kin, whose iterator nothing else sees. */
function lowerIteratorCall(
  ctx: Lowering,
  node: ts.Expression,
  use: IterationUse,
): py.Expression | undefined {
  if (!ts.isCallExpression(node) || ts.isOptionalChain(node)) return undefined;
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(callee.name);
  const key = symbol && libraryKey(symbol);
  const lower = key === undefined ? undefined : libraryIterations[key];
  return lower?.(ctx, { node, receiver: callee.expression, args: node.arguments }, use);
}
