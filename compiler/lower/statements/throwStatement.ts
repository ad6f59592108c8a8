import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { isErrorType } from "../library/errors.ts";
import type { Lowering } from "../lowering.ts";

/** `throw e`: `raise e`; what is no error is wrapped, since Python raises exceptions only. */
export function lowerThrowStatement(ctx: Lowering, node: ts.ThrowStatement): py.Statement[] {
  const value = lowerExpression(ctx, node.expression);
  const type = ctx.typeOf(node.expression);
  if (isErrorType(ctx, type)) return [py.raise(value)];
  return [py.raise(ctx.callHelper("thrown", value))];
}
