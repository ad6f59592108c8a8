import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import { methodCopied } from "../../diagnostics/catalogue/objects.ts";
import { isFreeMethod } from "../../facts/ownThis.ts";
import { hasModifier, skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { mentionsThis } from "../classes/classMembers.ts";
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
    refuseMovedMethod(ctx, property.initializer);
    return lowerExpression(ctx, property.initializer);
  }
  if (ts.isShorthandPropertyAssignment(property)) return lowerExpression(ctx, property.name);
  if (ts.isMethodDeclaration(property)) return defineMethodOf(ctx, property, self);
  return ctx.refuse(
    property,
    notInTheSubset("An accessor here", "Use a class, or an object literal with fixed names."),
  );
}

/** `{ read: sensor.read }`: the method would still be that of the sensor. */
export function refuseMovedMethod(ctx: Lowering, node: ts.Expression): void {
  const bare = skipWrappers(node);
  if (!ts.isPropertyAccessExpression(bare) || isFreeMethod(ctx.checker, bare)) return;
  const method = ctx.checker.getSymbolAtLocation(bare.name)?.valueDeclaration;
  if (!method || !ts.isMethodDeclaration(method) || !mentionsThis(method)) return;
  if (hasModifier(method, ts.SyntaxKind.StaticKeyword)) return;
  ctx.report(node, methodCopied(bare.name.text));
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
