import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { attributeName, legalIdentifier } from "../../python/reservedNames.ts";
import type { Lowering } from "../lowering.ts";

/**
 * The class that object literals with these properties are instances of, made once per module and
 * named after their type:
 *
 *     class Point:
 *         def __init__(self, x, y):
 *             self.x = x
 *             self.y = y
 */
export function shapeClass(
  ctx: Lowering,
  type: ts.Type,
  names: readonly string[],
  node: ts.ObjectLiteralExpression,
): string {
  const wanted = shapeName(ctx, type, node);
  const absent = absentProperties(ctx, type, names);
  const key = `${wanted}|${names.join(",")}|${absent.join(",")}`;
  const known = ctx.module.shapes.get(key);
  if (known) return known.name;
  const name = ctx.module.names.fresh(wanted);
  const definition = py.classDef(
    name,
    [],
    [
      py.assign(py.name("__plain__"), py.bool(true)),
      py.assign(py.name("__keys__"), py.tuple(names.map((n) => py.str(n)))),
      ...absent.map((n) => py.assign(py.name(attributeName(n)), py.noneValue())),
      ...constructorOf(names),
    ],
  );
  ctx.module.shapes.set(key, { name, definition });
  return name;
}

function constructorOf(names: readonly string[]): py.Statement[] {
  if (names.length === 0) return [];
  const attributes = names.map(attributeName);
  return [
    py.functionDef(
      "__init__",
      [py.parameter("self"), ...attributes.map((id) => py.parameter(id))],
      attributes.map((id) => py.assign(py.attribute(py.name("self"), id), py.name(id))),
    ),
  ];
}

/** Declared properties that the literal leaves out: they read as None through the class. */
function absentProperties(
  ctx: Lowering,
  type: ts.Type,
  names: readonly string[],
): readonly string[] {
  const present = ctx.facts.types.present(type);
  const members = present.isUnion() ? present.types : [present];
  const found = new Set<string>();
  for (const member of members) {
    for (const property of member.getProperties()) {
      if (property.flags & ts.SymbolFlags.Method && !(property.flags & ts.SymbolFlags.Optional))
        continue;
      if (!names.includes(property.name) && !property.name.startsWith("__@"))
        found.add(property.name);
    }
  }
  return [...found];
}

/** The name of the literal's interface or alias; else what it is assigned to; else `Object`. */
function shapeName(ctx: Lowering, type: ts.Type, node: ts.ObjectLiteralExpression): string {
  const present = soleObject(ctx.facts.types.present(type));
  const own = present.aliasSymbol?.name ?? present.symbol?.name;
  if (own && /^[A-Za-z_]\w*$/.test(own) && !own.startsWith("__")) return legalIdentifier(own);
  const { parent } = node;
  const hint =
    (ts.isVariableDeclaration(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isPropertyDeclaration(parent)) &&
    ts.isIdentifier(parent.name)
      ? parent.name.text
      : "Record";
  return hint.charAt(0).toUpperCase() + legalIdentifier(hint).slice(1);
}

/** Of `Point | PromiseLike<Point>`, which an async function's return wants, the object itself. */
function soleObject(type: ts.Type): ts.Type {
  if (!type.isUnion()) return type;
  const objects = type.types.filter((member) => !/^Promise/.test(member.symbol?.name ?? ""));
  return objects.length === 1 ? objects[0]! : type;
}
