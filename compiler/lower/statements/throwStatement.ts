import type { ts } from "ts-morph";
import { isCaughtVariable, isErrorType } from "../../facts/thrownValues.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";

/** `throw e`: `raise e`; what is no error is wrapped, since Python raises exceptions only. */
export function lowerThrowStatement(ctx: Lowering, node: ts.ThrowStatement): py.Statement[] {
  const value = lowerExpression(ctx, node.expression);
  const type = ctx.typeOf(node.expression);
  if (isErrorType(type)) return [py.raise(value)];
  if (!ctx.facts.throwsValues && isCaughtVariable(ctx.checker, node.expression)) {
    return [py.raise(value)];
  }
  return [py.raise(ctx.callHelper("to_exception", value))];
}
