import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { accessOf } from "../values/representation.ts";
import { lowerKey } from "./elementAccess.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { inOrder } from "./lowerOrdered.ts";

/** `delete record[key]`: the key goes, if it is there; the value is always true. */
export function lowerDelete(ctx: Lowering, node: ts.DeleteExpression): py.Expression {
  const target = skipWrappers(node.expression);
  if (!ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target)) {
    return ctx.refuse(node, notInTheSubset("`delete` of this"));
  }
  const [object, key] = inOrder(ctx, [
    () => lowerExpression(ctx, target.expression),
    () =>
      ts.isPropertyAccessExpression(target)
        ? py.str(target.name.text)
        : ctx.facts.types.isArray(ctx.typeOf(target.expression))
          ? lowerExpression(ctx, target.argumentExpression)
          : lowerKey(ctx, target.argumentExpression, ctx.typeOf(target.expression)),
  ]);
  const type = ctx.typeOf(target.expression);
  if (ctx.facts.types.isArray(type)) {
    if (ctx.facts.holes.of(target.expression) !== "none") {
      ctx.prerequisite(py.expression(ctx.callHelper("delete_element", object!, key!)));
      return py.bool(true);
    }
    return ctx.refuse(node, notInTheSubset("A hole in an array", "Use `splice`."));
  }
  ctx.prerequisite(
    py.expression(
      accessOf(ctx, type) === "dict"
        ? py.callMethod(object!, "pop", [key!, py.noneValue()])
        : ctx.callHelper("delete_property", object!, key!),
    ),
  );
  return py.bool(true);
}
