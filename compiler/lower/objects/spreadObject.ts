import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { namedTarget } from "../values/property.ts";
import { accessOf } from "../values/representation.ts";
import { construct, shapeClass } from "../values/shapeClass.ts";
import { refuseBoundMethods } from "./boundMethods.ts";
import { knownName, lowerPropertyKey, lowerPropertyValue } from "./propertyValue.ts";

/**
 * `{ ...a, x: 1 }`: a new object that takes the properties of each part in turn. Where nobody can
 * tell which properties it has, and all are known:
 *
 *     Point(a.x, a.y, 1)
 *
 * otherwise
 *
 *     point = object_assign(Point(), a)
 *     set_property(point, "x", 1)
 */
export function lowerSpreadObject(
  ctx: Lowering,
  node: ts.ObjectLiteralExpression,
  type: ts.Type,
): py.Expression {
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) refuseBoundMethods(ctx, property.expression);
  }
  const isKeyed = ctx.facts.objects.isKeyed(ctx.typeOf(node));
  const parts = isKeyed ? undefined : knownParts(ctx, node);
  if (parts) return lowerKnown(ctx, node, type, parts);
  const shape = shapeClass(ctx, { literal: node, type, fields: [] });
  return assemble(ctx, node, type, construct(shape, []));
}

/** One property of the result and where its value comes from. */
interface KnownPart {
  readonly name: string;
  readonly from: ts.SpreadAssignment | ts.ObjectLiteralElementLike;
}

/** The properties of the result, the last of each name, where all are known. */
function knownParts(
  ctx: Lowering,
  node: ts.ObjectLiteralExpression,
): readonly KnownPart[] | undefined {
  const parts = new Map<string, KnownPart>();
  for (const property of node.properties) {
    if (!ts.isSpreadAssignment(property)) {
      const name = knownName(ctx, property.name!);
      if (name === undefined || parts.has(name) || ts.isAccessor(property)) {
        if (name === undefined || ts.isAccessor(property)) return undefined;
        if (!isPureSpread(parts.get(name)!)) return undefined;
      }
      parts.delete(name);
      parts.set(name, { name, from: property });
      continue;
    }
    const names = spreadNames(ctx, property.expression);
    if (!names) return undefined;
    for (const { name, isOptional } of names) {
      const known = parts.get(name);
      if (known && (isOptional || !isPureSpread(known))) return undefined;
      parts.delete(name);
      parts.set(name, { name, from: property });
    }
  }
  return [...parts.values()];
}

/** Reading a property that is then overwritten can be left out; evaluating a value cannot. */
function isPureSpread(part: KnownPart): boolean {
  return ts.isSpreadAssignment(part.from);
}

/** The own properties that a spread value has, where its type says which. */
function spreadNames(
  ctx: Lowering,
  node: ts.Expression,
): readonly { name: string; isOptional: boolean }[] | undefined {
  const type = ctx.typeOf(node);
  if (!ctx.facts.types.isOnly(type, "object") || type.isUnion()) return undefined;
  if (accessOf(ctx, type) !== "attribute" || type.flags & ts.TypeFlags.Instantiable)
    return undefined;
  const result: { name: string; isOptional: boolean }[] = [];
  for (const property of ctx.checker.getPropertiesOfType(type)) {
    const declaration = property.valueDeclaration ?? property.declarations?.[0];
    if (!declaration || property.name.startsWith("__@")) return undefined;
    const isOfClass =
      ts.isClassElement(declaration) &&
      (ts.isMethodDeclaration(declaration) || ts.isAccessor(declaration)) &&
      ts.isClassLike(declaration.parent);
    if (isOfClass || ts.isPrivateIdentifier(ts.getNameOfDeclaration(declaration) ?? declaration)) {
      continue;
    }
    const isOptional =
      (property.flags & ts.SymbolFlags.Optional) !== 0 ||
      ctx.facts.objects.mayLack(type, property.name);
    result.push({ name: property.name, isOptional });
  }
  return result;
}

/** `Point(a.x, b.y, 1)`: every part is evaluated once, in order. */
function lowerKnown(
  ctx: Lowering,
  node: ts.ObjectLiteralExpression,
  type: ts.Type,
  parts: readonly KnownPart[],
): py.Expression {
  const steps: (() => py.Expression)[] = [];
  const entries: (readonly [string, number])[] = [];
  for (const property of node.properties) {
    const taken = parts.filter((part) => part.from === property);
    if (!ts.isSpreadAssignment(property)) {
      for (const { name } of taken) entries.push([name, steps.length]);
      steps.push(() => lowerPropertyValue(ctx, property));
      continue;
    }
    let source: py.Expression | undefined;
    for (const { name } of taken) {
      entries.push([name, steps.length]);
      steps.push(() => {
        source ??= ctx.stash(lowerExpression(ctx, property.expression));
        return py.attribute(source, attributeName(name));
      });
    }
  }
  const shape = shapeClass(ctx, { literal: node, type, fields: entries.map(([name]) => name) });
  const values = inOrder(ctx, steps);
  return construct(
    shape,
    entries.map(([name, index]) => [name, values[index]!]),
  );
}

/** Fills an empty object property by property. */
function assemble(
  ctx: Lowering,
  node: ts.ObjectLiteralExpression,
  type: ts.Type,
  empty: py.Expression,
): py.Expression {
  const result = py.name(ctx.fresh("object"));
  ctx.prerequisite(py.assign(result, empty));
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      ctx.prerequisite(...copyProperties(ctx, result, type, property.expression));
      continue;
    }
    const [key, value] = inOrder(ctx, [
      () => lowerPropertyKey(ctx, property.name!),
      () => lowerPropertyValue(ctx, property, result),
    ]);
    ctx.prerequisite(py.expression(ctx.callHelper("set_property", result, key!, value!)));
  }
  return result;
}

function copyProperties(
  ctx: Lowering,
  result: py.Name,
  type: ts.Type,
  node: ts.Expression,
): readonly py.Statement[] {
  const source = lowerExpression(ctx, node);
  const names = ctx.facts.objects.isKeyed(ctx.typeOf(node)) ? undefined : spreadNames(ctx, node);
  if (!names) return [py.expression(ctx.callHelper("object_assign", result, source))];
  const stashed = ctx.stash(source);
  return names.flatMap(({ name }) => {
    const target = namedTarget(ctx, result, type, name);
    const value = py.attribute(stashed, attributeName(name));
    return target.write ? target.write(value) : [py.assign(target.target!, value)];
  });
}
