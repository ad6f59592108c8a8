import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { lengthOf } from "../statements/loopLoads.ts";

/** `i < len(xs)`, `0 <= i < len(xs)` */
export function isInside(
  ctx: Lowering,
  node: ts.ElementAccessExpression,
  list: py.Expression,
  index: py.Expression,
): py.Expression {
  const length = lengthOf(ctx, node.expression, list);
  return ctx.facts.numbers.indexProof(node) === "unknown"
    ? py.between(py.int(0), index, length)
    : py.compare(index, "<", length);
}
