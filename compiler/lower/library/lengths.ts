import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import type { Lowering } from "../lowering.ts";
import { lengthOf } from "../statements/loopLoads.ts";

/** `xs.length` of an array, a typed array or a text. */
export function lowerLength(
  ctx: Lowering,
  node: ts.Expression,
  receiver: ts.Expression | undefined,
): py.Expression {
  return receiver
    ? lengthOf(ctx, receiver, lowerChainLink(ctx, receiver))
    : py.callBuiltin("len", [lowerExpression(ctx, node)]);
}
