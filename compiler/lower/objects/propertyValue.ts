import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import { propertyText } from "../destructuring/objectSource.ts";
import { lowerKey } from "../expressions/elementAccess.ts";
import { numberLiteral } from "../expressions/literals.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { defineMethodOf } from "../functions/objectMethod.ts";
import type { Lowering } from "../lowering.ts";

/** The value that a property of an object literal gives, evaluated in place. */
export function lowerPropertyValue(
  ctx: Lowering,
  property: ts.ObjectLiteralElementLike,
  self?: py.Expression,
): py.Expression {
  if (ts.isPropertyAssignment(property)) {
    return lowerExpression(ctx, property.initializer);
  }
  if (ts.isShorthandPropertyAssignment(property)) return lowerExpression(ctx, property.name);
  if (ts.isMethodDeclaration(property)) return defineMethodOf(ctx, property, self);
  return ctx.refuse(
    property,
    notInTheSubset("An accessor here", "Use a class, or an object literal with fixed names."),
  );
}

/** The key of a property as a Python value. */
export function lowerPropertyKey(
  ctx: Lowering,
  name: ts.PropertyName,
  type?: ts.Type,
): py.Expression {
  const text = knownName(ctx, name);
  if (text !== undefined) {
    const isNumber = type !== undefined && ctx.facts.objects.hasNumberKeys(type);
    return isNumber ? numberLiteral(Number(text)) : py.str(text);
  }
  return lowerKey(ctx, (name as ts.ComputedPropertyName).expression, type);
}

/** The name of a property, where it is known: written out, or a literal in brackets. */
export function knownName(ctx: Lowering, name: ts.PropertyName): string | undefined {
  return ts.isComputedPropertyName(name) ? ctx.facts.objects.literalName(name) : propertyText(name);
}
