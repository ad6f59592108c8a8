import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { ownMethodName } from "../classes/specialMethods.ts";
import type { Lowering } from "../lowering.ts";
import { lowerInstance } from "../objects/instanceLiteral.ts";
import { lowerPropertyValue } from "../objects/propertyValue.ts";
import { lowerRecordLiteral } from "../objects/recordLiteral.ts";
import { lowerSpreadObject } from "../objects/spreadObject.ts";
import { accessOf } from "../values/representation.ts";
import { inOrder } from "./lowerOrdered.ts";

/**
 * `{ x: 1, y: 2 }`: an instance of a class made for the shape, a tuple, or a dict where the type is a record.
 *
 *     Point(1, 2)
 *     (1, 2)
 *     {"x": 1, "y": 2}
 */
export function lowerObjectLiteral(ctx: Lowering, node: ts.ObjectLiteralExpression): py.Expression {
  if (ctx.facts.tuples.ofLiteral(node)) return lowerResult(ctx, node);
  if (ctx.facts.objects.tupleFields(ctx.typeOf(node))) return lowerResult(ctx, node);
  const type = ctx.facts.objects.madeAs(node);
  const access = accessOf(ctx, type);
  if (ctx.facts.objects.isRecord(type)) return lowerRecordLiteral(ctx, node, access);
  const isOpen = node.properties.some((p) => ts.isSpreadAssignment(p) || hasComputedName(ctx, p));
  return isOpen ? lowerSpreadObject(ctx, node, type) : lowerInstance(ctx, node, type);
}

/** Several values that a function gives, or a record that is a tuple: `return { sum, count }` is `return sum, count`. */
function lowerResult(ctx: Lowering, node: ts.ObjectLiteralExpression): py.Expression {
  const values = node.properties.map((property) => () => lowerPropertyValue(ctx, property));
  return py.tuple(inOrder(ctx, values));
}

/** A name in brackets that is only known at run time. */
function hasComputedName(ctx: Lowering, property: ts.ObjectLiteralElementLike): boolean {
  const { name } = property;
  if (!name || !ts.isComputedPropertyName(name)) return false;
  if (ownMethodName(name) !== undefined) return false;
  return ctx.facts.objects.literalName(name) === undefined;
}
