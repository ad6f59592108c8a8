import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { lowerKeys } from "../values/keys.ts";
import { loopTarget } from "./forOfStatement.ts";
import { withJumps } from "./jumps.ts";
import { lowerLoopBody } from "./loopBody.ts";

/** `for (const key in object)` runs over the keys that exist when the loop starts. */
export function lowerForInStatement(ctx: Lowering, node: ts.ForInStatement): py.Statement[] {
  const object = lowerExpression(ctx, node.expression);
  const keys = lowerKeys(ctx, object, node.expression);
  return withJumps(ctx, node, {}, () => {
    const { target, prologue } = loopTarget(ctx, node);
    return py.forIn(target, keys, [...prologue, ...lowerLoopBody(ctx, node)]);
  });
}
