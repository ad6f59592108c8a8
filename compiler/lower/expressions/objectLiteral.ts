import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import { propertyText } from "../destructuring/objectSource.ts";
import { defineMethodOf } from "../functions/objectMethod.ts";
import type { Lowering } from "../lowering.ts";
import { isRecord } from "../values/representation.ts";
import { shapeClass } from "../values/shapeClass.ts";
import { lowerKey } from "./elementAccess.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { inOrder } from "./lowerOrdered.ts";

/**
 * `{ x: 1, y: 2 }`: an instance of a class made for the shape, or a dict where the type is a record.
 *
 *     Point(1, 2)
 *     {"x": 1, "y": 2}
 */
export function lowerObjectLiteral(ctx: Lowering, node: ts.ObjectLiteralExpression): py.Expression {
  const type = ctx.checker.getContextualType(node) ?? ctx.typeOf(node);
  if (isRecord(ctx, type)) return lowerRecord(ctx, node);
  if (node.properties.some((p) => ts.isSpreadAssignment(p) || hasComputedName(p))) {
    return lowerSpreadObject(ctx, node);
  }
  return lowerInstance(ctx, node, type);
}

function hasComputedName(property: ts.ObjectLiteralElementLike): boolean {
  return property.name !== undefined && ts.isComputedPropertyName(property.name);
}

/** One key and its value, in a dict display. */
function lowerRecord(ctx: Lowering, node: ts.ObjectLiteralExpression): py.Expression {
  const hasSpread = node.properties.some(ts.isSpreadAssignment);
  if (hasSpread) return lowerSpreadRecord(ctx, node);
  const parts: (() => py.Expression)[] = [];
  for (const property of node.properties) {
    const { name } = property;
    if (!name) continue;
    parts.push(
      () =>
        ts.isComputedPropertyName(name)
          ? lowerKey(ctx, name.expression)
          : py.str(propertyText(name)),
      () => lowerPropertyValue(ctx, property),
    );
  }
  const lowered = inOrder(ctx, parts);
  const entries = Array.from({ length: lowered.length / 2 }, (_, index) => ({
    key: lowered[2 * index]!,
    value: lowered[2 * index + 1]!,
  }));
  return py.dict(entries);
}

/** `{ ...a, b: 1 }` of records: a copy that is then written to. */
function lowerSpreadRecord(ctx: Lowering, node: ts.ObjectLiteralExpression): py.Expression {
  const result = py.name(ctx.fresh("record"));
  ctx.prerequisite(py.assign(result, py.dict([])));
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const source = lowerExpression(ctx, property.expression);
      ctx.prerequisite(py.expression(py.callMethod(result, "update", [source])));
    } else {
      const name = property.name!;
      const key = ts.isComputedPropertyName(name)
        ? lowerKey(ctx, name.expression)
        : py.str(propertyText(name));
      const value = lowerPropertyValue(ctx, property);
      ctx.prerequisite(py.assign(py.subscript(result, key), value));
    }
  }
  return result;
}

function lowerPropertyValue(ctx: Lowering, property: ts.ObjectLiteralElementLike): py.Expression {
  if (ts.isPropertyAssignment(property)) return lowerExpression(ctx, property.initializer);
  if (ts.isShorthandPropertyAssignment(property)) return lowerExpression(ctx, property.name);
  if (ts.isMethodDeclaration(property)) return defineMethodOf(ctx, property, undefined);
  return ctx.refuse(property, notInTheSubset("An accessor in an object literal", "Use a class."));
}

/** `Point(1, 2)`, methods put on afterwards: their `this` is this object. */
function lowerInstance(
  ctx: Lowering,
  node: ts.ObjectLiteralExpression,
  type: ts.Type,
): py.Expression {
  const fields = node.properties.filter(
    (p) => ts.isPropertyAssignment(p) || ts.isShorthandPropertyAssignment(p),
  );
  const methods = node.properties.filter(ts.isMethodDeclaration);
  const accessor = node.properties.find(ts.isAccessor);
  if (accessor) {
    return ctx.refuse(accessor, notInTheSubset("An accessor in an object literal", "Use a class."));
  }
  const names = fields.map((field) => propertyText(field.name));
  const shape = shapeClass(ctx, type, names, node);
  const values = inOrder(
    ctx,
    fields.map((field) => () => lowerPropertyValue(ctx, field)),
  );
  const instance = py.call(py.name(shape), values);
  if (methods.length === 0) return instance;
  const self = py.name(ctx.fresh("object"));
  ctx.prerequisite(py.assign(self, instance));
  for (const method of methods) {
    const value = defineMethodOf(ctx, method, self);
    ctx.prerequisite(py.assign(py.attribute(self, propertyText(method.name)), value));
  }
  return self;
}

/** `{ ...a, x: 1 }`: a new object that takes the properties of each part in turn. */
function lowerSpreadObject(ctx: Lowering, node: ts.ObjectLiteralExpression): py.Expression {
  const result = py.name(ctx.fresh("object"));
  ctx.prerequisite(py.assign(result, ctx.callHelper("Obj")));
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const source = lowerExpression(ctx, property.expression);
      ctx.prerequisite(py.expression(ctx.callHelper("object_assign", result, source)));
      continue;
    }
    const name = property.name!;
    if (ts.isComputedPropertyName(name)) {
      const key = lowerKey(ctx, name.expression);
      const value = lowerPropertyValue(ctx, property);
      ctx.prerequisite(py.expression(py.callBuiltin("setattr", [result, key, value])));
    } else {
      const value = ts.isMethodDeclaration(property)
        ? defineMethodOf(ctx, property, result)
        : lowerPropertyValue(ctx, property);
      ctx.prerequisite(py.assign(py.attribute(result, propertyText(name)), value));
    }
  }
  return result;
}
