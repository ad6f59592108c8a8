import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { lowerExpression } from "./lowerExpression.ts";

type TypeWrapper =
  | ts.ParenthesizedExpression
  | ts.AsExpression
  | ts.TypeAssertion
  | ts.SatisfiesExpression
  | ts.NonNullExpression
  | ts.ExpressionWithTypeArguments;

/** `(x)`, `x as T`, `x!`, `x satisfies T`: the expression itself. */
export function lowerWrapped(ctx: Lowering, node: TypeWrapper): py.Expression {
  return lowerExpression(ctx, node.expression);
}

/** `void f()`: f() runs, the value is None. */
export function lowerVoid(ctx: Lowering, node: ts.VoidExpression): py.Expression {
  ctx.prerequisite(py.expression(lowerExpression(ctx, node.expression)));
  return py.noneValue();
}
