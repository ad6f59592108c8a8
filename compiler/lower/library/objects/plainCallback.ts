import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import type { Lowering } from "../../lowering.ts";

/**
 * A function that a helper calls with exactly `count` arguments; one that takes fewer is wrapped:
 *
 *     lambda key, value: f(key)
 */
export function lowerPlainCallback(
  ctx: Lowering,
  node: ts.Expression,
  names: readonly string[],
): py.Expression {
  const value = lowerExpression(ctx, node);
  const taken = parameterCount(ctx, node);
  if (taken >= names.length) return value;
  const parameters = names.map((name) => ctx.fresh(name));
  const callee = ctx.stash(value, "callback");
  const args = parameters.slice(0, taken).map((name) => py.name(name));
  return py.lambda(
    parameters.map((name) => py.parameter(name)),
    py.call(callee, args),
  );
}

function parameterCount(ctx: Lowering, node: ts.Expression): number {
  const signature = ctx.typeOf(node).getCallSignatures()[0];
  const declaration = signature?.getDeclaration() as ts.SignatureDeclaration | undefined;
  if (!declaration) return Number.POSITIVE_INFINITY;
  const parameters = declaration.parameters.filter(
    ({ name }) => !(ts.isIdentifier(name) && name.text === "this"),
  );
  return parameters.some((parameter) => parameter.dotDotDotToken)
    ? Number.POSITIVE_INFINITY
    : parameters.length;
}
