import { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";

/**
 * Lowers a loop with what it reads again and again in local variables:
 *
 *     data = self.data
 *     while ...: ... data[i] ...
 *
 * After a loop that nothing jumps around, the rest of the function may use them.
 */
export function withLoopLoads<T>(ctx: Lowering, loop: ts.IterationStatement, lower: () => T): T {
  const { loaded } = ctx.scope;
  const own: ts.Symbol[] = [];
  for (const { symbol, read } of ctx.facts.loopLoads.before(loop)) {
    if (loaded.has(symbol)) continue;
    const value = lowerExpression(ctx, read);
    if (value.kind !== "attribute" && value.kind !== "name") continue;
    loaded.set(symbol, ctx.remember(value, localName(symbol)));
    own.push(symbol);
  }
  const result = lower();
  if (!isAlwaysReached(loop)) {
    for (const symbol of own) {
      ctx.release(loaded.get(symbol));
      loaded.delete(symbol);
    }
  }
  return result;
}

/** Is everything after the loop in its function after the loop in time, too? */
function isAlwaysReached(loop: ts.IterationStatement): boolean {
  const { parent } = loop;
  return ts.isBlock(parent) && ts.isFunctionLike(parent.parent);
}

/** The local variable that has the value of a field or a module's constant here. */
export function loadedName(ctx: Lowering, node: ts.Node): py.Expression | undefined {
  if (ctx.scope.loaded.size === 0) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(node);
  return symbol && ctx.scope.loaded.get(symbol);
}

/** `data` of a field `data` or `#data`, `alphabet` of a constant `ALPHABET`. */
function localName({ name }: ts.Symbol): string {
  const bare = name.replace(/^.*#/, "");
  return bare === bare.toUpperCase() ? bare.toLowerCase() : bare;
}
