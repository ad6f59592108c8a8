import type { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Captured, Lowering } from "../lowering.ts";
import { isConstant } from "../values/repeatable.ts";
import { lowerExpression } from "./lowerExpression.ts";

/**
 * Lowers expressions that are evaluated from left to right. Where a later one needs statements to
 * run first, the earlier ones are put into variables before them:
 *
 *     f(a(), i++)      value = a()
 *                      ...
 */
export function lowerOrdered(
  ctx: Lowering,
  nodes: readonly ts.Expression[],
  lower: (ctx: Lowering, node: ts.Expression, index: number) => py.Expression = lowerExpression,
): py.Expression[] {
  return inOrder(
    ctx,
    nodes.map((node, index) => () => lower(ctx, node, index)),
  );
}

/** The same for parts that are not all expressions of the program. */
export function inOrder(ctx: Lowering, parts: readonly (() => py.Expression)[]): py.Expression[] {
  const captured: Captured<py.Expression>[] = parts.map((part) => ctx.capture(part));
  let last = captured.length - 1;
  while (last >= 0 && captured[last]!.prerequisites.length === 0) last--;
  return captured.map(({ value, prerequisites }, index) => {
    ctx.prerequisite(...prerequisites);
    if (index >= last || isConstant(value)) return value;
    return stashAlways(ctx, value);
  });
}

/** A variable may be assigned by the statements to come, so even a name is copied. */
export function stashAlways(ctx: Lowering, value: py.Expression, hint = "value"): py.Expression {
  if (value.kind === "starred") return { ...value, value: stashAlways(ctx, value.value) };
  if (value.kind === "name" && ctx.module.isFixedName(value.id)) return value;
  const name = ctx.fresh(hint);
  ctx.prerequisite({ kind: "assign", targets: [{ kind: "name", id: name }], value });
  return { kind: "name", id: name };
}
