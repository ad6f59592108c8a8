import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerIndex } from "../expressions/elementAccess.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { isInside } from "./isInside.ts";
import { isPure } from "./pureExpression.ts";

/** An operand of `<`, and what must be true for it to be anything. */
export interface ComparedOperand {
  readonly value: py.Expression;
  readonly guard?: py.Expression;
}

/**
 * What is undefined is neither less nor more than anything:
 *
 *     i < len(xs) and xs[i] > v
 *     (value := counts.get(key)) is not None and value > v
 */
export function lowerComparedOperand(ctx: Lowering, node: ts.Expression): ComparedOperand {
  const kind = ctx.facts.missing.comparedAs(node);
  const bare = skipWrappers(node);
  if (kind === "present") return { value: lowerExpression(ctx, node) };
  if (kind === "outside" && ts.isElementAccessExpression(bare)) {
    const tested = testIndex(ctx, bare);
    if (tested) return tested;
  }
  const { first, again } = ctx.bind(lowerExpression(ctx, node));
  return { value: again, guard: py.isNotNone(first) };
}

function testIndex(ctx: Lowering, node: ts.ElementAccessExpression): ComparedOperand | undefined {
  if (!isInt(ctx.facts.numbers.of(node.argumentExpression))) return undefined;
  const captured = ctx.capture(() =>
    inOrder(ctx, [
      () => lowerExpression(ctx, node.expression),
      () => lowerIndex(ctx, node.argumentExpression),
    ]),
  );
  const [list, index] = captured.value as [py.Expression, py.Expression];
  if (captured.prerequisites.length > 0 || !isPure(ctx, list) || !isPure(ctx, index)) {
    return undefined;
  }
  return { value: py.subscript(list, index), guard: isInside(ctx, node, list, index) };
}
