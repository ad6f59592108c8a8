import { ts } from "ts-morph";
import type { PropertyAccess } from "../../facts/objectFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { accessOf } from "../values/representation.ts";
import { lowerPropertyKey, lowerPropertyValue } from "./propertyValue.ts";

/**
 * An object literal as a record:
 *
 *     {"a": 1, "b": 2}                 where the order of the keys cannot be observed
 *     Obj([("a", 1), ("b", 2)])        where it can
 */
export function lowerRecordLiteral(
  ctx: Lowering,
  node: ts.ObjectLiteralExpression,
  access: PropertyAccess,
): py.Expression {
  if (node.properties.some(ts.isSpreadAssignment)) return lowerSpreadRecord(ctx, node, access);
  const parts = node.properties.flatMap((property) => [
    () => lowerPropertyKey(ctx, property.name!, ctx.facts.objects.madeAs(node)),
    () => lowerPropertyValue(ctx, property),
  ]);
  const lowered = inOrder(ctx, parts);
  const entries = node.properties.map((_, index) => ({
    key: lowered[2 * index]!,
    value: lowered[2 * index + 1]!,
  }));
  if (access === "dict") return py.dict(entries);
  if (entries.length === 0) return ctx.callHelper("Obj");
  const pairs = entries.map(({ key, value }) => py.tuple([key, value]));
  return ctx.callHelper("Obj", py.list(pairs));
}

/** `{ ...a, b: 1 }`: a new record that takes the properties of each part in turn. */
function lowerSpreadRecord(
  ctx: Lowering,
  node: ts.ObjectLiteralExpression,
  access: PropertyAccess,
): py.Expression {
  const [first, ...rest] = node.properties;
  const startsAsCopy = access === "dict" && first && isDictSpread(ctx, first);
  const start = startsAsCopy
    ? py.callBuiltin("dict", [lowerExpression(ctx, first.expression)])
    : emptyRecord(ctx, access);
  const remaining = startsAsCopy ? rest : node.properties;
  if (remaining.length === 0) return start;
  const result = py.name(ctx.fresh("record"));
  ctx.prerequisite(py.assign(result, start));
  for (const property of remaining) addProperty(ctx, result, property, access);
  return result;
}

function addProperty(
  ctx: Lowering,
  result: py.Name,
  property: ts.ObjectLiteralElementLike,
  access: PropertyAccess,
): void {
  if (!ts.isSpreadAssignment(property)) {
    const [key, value] = inOrder(ctx, [
      () => lowerPropertyKey(ctx, property.name!),
      () => lowerPropertyValue(ctx, property),
    ]);
    ctx.prerequisite(py.assign(py.subscript(result, key!), value!));
    return;
  }
  const source = lowerExpression(ctx, property.expression);
  ctx.prerequisite(
    py.expression(
      access === "dict" && isDictSpread(ctx, property)
        ? py.callMethod(result, "update", [source])
        : ctx.callHelper("object_assign", result, source),
    ),
  );
}

/** A new record without properties. */
export function emptyRecord(ctx: Lowering, access: PropertyAccess): py.Expression {
  return access === "dict" ? py.dict([]) : ctx.callHelper("Obj");
}

function isDictSpread(
  ctx: Lowering,
  property: ts.ObjectLiteralElementLike,
): property is ts.SpreadAssignment {
  if (!ts.isSpreadAssignment(property)) return false;
  const type = ctx.typeOf(property.expression);
  return ctx.facts.types.isOnly(type, "object") && accessOf(ctx, type) === "dict";
}
