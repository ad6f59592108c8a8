import { ts } from "ts-morph";
import { attributeClash } from "../../diagnostics/catalogue/objects.ts";
import * as py from "../../python/py.ts";
import { attributeName, legalIdentifier } from "../../python/reservedNames.ts";
import type { Lowering } from "../lowering.ts";
import { propertyHints } from "./noneHint.ts";

/** What a class for object literals is made from. */
export interface ShapeRequest {
  readonly literal: ts.ObjectLiteralExpression;
  /** The type that the literal is made as. */
  readonly type: ts.Type;
  /** The properties that the literal gives values to, in its order. */
  readonly fields: readonly string[];
  /** Properties that methods and accessors of the class stand for, and those members. */
  readonly members?: ReadonlyMap<string, readonly py.Statement[]>;
  /** "Getter", "Setter" or "Getter/Setter" for accessors. */
  readonly accessors?: ReadonlyMap<string, string>;
  /** All properties in the literal's order. */
  readonly order?: readonly string[];
  /** Do the members use variables of the function around the literal? Then the class is made there. */
  readonly isLocal?: boolean;
}

export interface Shape {
  readonly name: string;
  /** The properties that the constructor takes, in its order. */
  readonly parameters: readonly string[];
}

/**
 * The class that object literals with these properties are instances of, made once per module and
 * named after their type. Where nobody can tell which of the type's properties an object has, all
 * literals of the type share one class:
 *
 *     class Point:
 *         def __init__(self, x, y, name=None):
 *             self.x = x
 *             self.y = y
 *             self.name = name
 */
export function shapeClass(ctx: Lowering, request: ShapeRequest): Shape {
  const isKeyed = ctx.facts.objects.isKeyed(ctx.typeOf(request.literal));
  const hasMembers = (request.members?.size ?? 0) > 0;
  const { required, optional } =
    isKeyed || hasMembers
      ? { required: request.fields, optional: [] }
      : sharedParameters(ctx, request);
  const parameters = [...required, ...optional];
  const own = new Set([...parameters, ...(request.members?.keys() ?? [])]);
  const absent = absentProperties(ctx, request, own);
  refuseClash(ctx, request.literal, [...own, ...absent]);
  const wanted = shapeName(ctx, request.type, request.literal);
  const parts = [wanted, required, optional, absent, isKeyed, hasMembers && request.literal.pos];
  const key = JSON.stringify(parts);
  const known = request.isLocal ? undefined : ctx.module.shapes.get(key);
  if (known) return { name: known.name, parameters };
  const name = request.isLocal ? ctx.fresh(wanted) : ctx.module.names.fresh(wanted);
  const body = [
    ...(isKeyed ? described(ctx, request, own) : []),
    ...renamed([...own, ...absent]),
    ...absent.map((n) => py.assign(py.name(attributeName(n)), py.noneValue())),
    ...constructorOf(required, optional),
    ...[...(request.members?.values() ?? [])].flat(),
  ];
  if (request.isLocal) ctx.prerequisite(py.classDef(name, [], body));
  else ctx.module.shapes.set(key, { name, definition: py.classDef(name, [], body) });
  return { name, parameters };
}

/** What an observer of the objects is told: their names in order, and what None means in them. */
function described(ctx: Lowering, request: ShapeRequest, own: ReadonlySet<string>): py.Statement[] {
  const { literal, order = [...own], accessors } = request;
  const statements = [
    py.assign(py.name("__plain__"), py.bool(true)),
    py.assign(py.name("__keys__"), py.tuple(order.map((n) => py.str(n)))),
  ];
  const properties = new Map<string, ts.Symbol>();
  for (const property of ctx.checker.getPropertiesOfType(ctx.typeOf(literal))) {
    properties.set(property.name, property);
  }
  for (const property of ctx.checker.getPropertiesOfType(request.type)) {
    properties.set(property.name, property);
  }
  const isShown = ctx.facts.objects.isShown(ctx.typeOf(literal));
  const hints = isShown ? propertyHints(ctx, literal, properties.values()) : undefined;
  if (hints) statements.push(py.assign(py.name("__hints__"), hints));
  if (accessors && accessors.size > 0) {
    const entries = [...accessors].map(([key, value]) => ({
      key: py.str(key),
      value: py.str(value),
    }));
    statements.push(py.assign(py.name("__accessors__"), py.dict(entries)));
  }
  return statements;
}

/** `$x` and `_x` would be one attribute. */
function refuseClash(ctx: Lowering, node: ts.Node, names: readonly string[]): void {
  const taken = new Map<string, string>();
  for (const name of names) {
    const other = taken.get(attributeName(name));
    if (other !== undefined) ctx.report(node, attributeClash(other, name));
    taken.set(attributeName(name), name);
  }
}

/** `__names__`: properties whose Python attribute has another name. */
export function renamed(names: readonly string[]): py.Statement[] {
  const entries = names
    .filter((name) => attributeName(name) !== name)
    .map((name) => ({ key: py.str(name), value: py.str(attributeName(name)) }));
  return entries.length === 0 ? [] : [py.assign(py.name("__names__"), py.dict(entries))];
}

function constructorOf(required: readonly string[], optional: readonly string[]): py.Statement[] {
  const all = [...required, ...optional];
  if (all.length === 0) return [];
  return [
    py.functionDef(
      "__init__",
      [
        py.parameter("self"),
        ...required.map((id) => py.parameter(parameterName(id))),
        ...optional.map((id) => py.parameter(parameterName(id), py.noneValue())),
      ],
      all.map((id) =>
        py.assign(py.attribute(py.name("self"), attributeName(id)), py.name(parameterName(id))),
      ),
    ),
  ];
}

/** The constructor's parameter for a property. */
function parameterName(property: string): string {
  return property === "self" ? "self_" : attributeName(property);
}

/**
 * `Point(1, 2)`: the values are given in the order in which they are evaluated; those that are not at
 * their place are named.
 */
export function construct(
  shape: Shape,
  entries: readonly (readonly [string, py.Expression])[],
): py.Expression {
  const isAtPlace = (index: number) => entries[index]?.[0] === shape.parameters[index];
  let positional = 0;
  while (positional < entries.length && isAtPlace(positional)) positional++;
  return py.call(
    py.name(shape.name),
    entries.slice(0, positional).map(([, value]) => value),
    entries.slice(positional).map(([name, value]) => py.keyword(parameterName(name), value)),
  );
}

/** The declared properties of the type, so that all its literals can share a class. */
function sharedParameters(
  ctx: Lowering,
  { type, fields }: ShapeRequest,
): { required: readonly string[]; optional: readonly string[] } {
  const declared = ctx.checker
    .getPropertiesOfType(type)
    .filter((p) => !p.name.startsWith("__@") && !isRequiredMethod(p));
  const names = new Set(declared.map((property) => property.name));
  if (!fields.every((field) => names.has(field))) return { required: fields, optional: [] };
  const isOptional = (p: ts.Symbol) =>
    (p.flags & ts.SymbolFlags.Optional) !== 0 || !fields.includes(p.name);
  return {
    required: declared.filter((p) => !isOptional(p)).map((p) => p.name),
    optional: declared.filter(isOptional).map((p) => p.name),
  };
}

function isRequiredMethod(property: ts.Symbol): boolean {
  return (
    (property.flags & ts.SymbolFlags.Method) !== 0 &&
    (property.flags & ts.SymbolFlags.Optional) === 0
  );
}

/** Properties that the object may be asked for though it does not have them: they read as None. */
function absentProperties(
  ctx: Lowering,
  { literal, type }: ShapeRequest,
  own: ReadonlySet<string>,
): readonly string[] {
  const { objects } = ctx.facts;
  const names = [
    ...objects.absentNames(type, own),
    ...objects.absentNames(ctx.typeOf(literal), own),
  ];
  return [...new Set(names)];
}

/** The name of the literal's interface or alias; else what it is assigned to; else `Object`. */
function shapeName(ctx: Lowering, type: ts.Type, node: ts.ObjectLiteralExpression): string {
  const own = typeName(ctx, type);
  if (own !== undefined) return legalIdentifier(own);
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

const modifiers: ReadonlySet<string> = new Set(["Partial", "Required", "Readonly", "Pick", "Omit"]);

function typeName(ctx: Lowering, type: ts.Type): string | undefined {
  const alias = type.aliasSymbol?.name;
  if (alias !== undefined && modifiers.has(alias)) {
    return typeName(ctx, type.aliasTypeArguments![0]!);
  }
  const name = alias ?? type.symbol?.name;
  return name && /^[A-Za-z_$][\w$]*$/.test(name) && !name.startsWith("__") ? name : undefined;
}
