import type { ts } from "ts-morph";
import { isDeclarationFileSymbol } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";

/** `await p`; of a value that is no promise, or may be none, a promise is made: others run meanwhile. */
export function lowerAwait(ctx: Lowering, node: ts.AwaitExpression): py.Expression {
  const value = lowerExpression(ctx, node.expression);
  const type = ctx.typeOf(node.expression);
  if (mayBePlain(ctx, type)) return py.awaitValue(ctx.callHelper("awaitable", value));
  return py.awaitValue(value);
}

/** May the value be something that Python does not await: no promise, or one of the program's own? */
function mayBePlain(ctx: Lowering, type: ts.Type): boolean {
  return ctx.facts.types.members(type).some((member) => {
    if (ctx.checker.getAwaitedType(member) === member) return true;
    const symbol = member.getSymbol();
    return symbol !== undefined && !isDeclarationFileSymbol(symbol);
  });
}
