import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import type { Lowering } from "../lowering.ts";
import { accessOf } from "./representation.ts";

/** A property that can be read and written; `target` where one Python assignment writes it. */
export interface PropertyTarget {
  readonly target?: py.Target;
  readonly read: py.Expression;
  readonly write?: (value: py.Expression) => py.Statement[];
}

/**
 * `object.name` of an object of the program, by what the object is. A record that does not have the
 * property gives None where undefined is asked for, otherwise it raises.
 *
 *     object.name    object[0]    object["name"]    object.get("name")    get_property(object, "name")
 */
export function readNamed(
  ctx: Lowering,
  object: py.Expression,
  type: ts.Type,
  name: string,
  asksForUndefined = true,
): py.Expression {
  const fields = ctx.facts.objects.tupleFields(type);
  if (fields) return py.subscript(object, py.int(fields.indexOf(name)));
  switch (accessOf(ctx, type)) {
    case "attribute":
      if (isUndeclared(ctx, type, name)) {
        return py.callBuiltin("getattr", [object, py.str(attributeName(name)), py.noneValue()]);
      }
      return isRenamedObj(ctx, type, name)
        ? ctx.callHelper("get_property", object, py.str(name))
        : py.attribute(object, attributeName(name));
    case "dict":
    case "obj":
      return asksForUndefined
        ? py.callMethod(object, "get", [py.str(name)])
        : py.subscript(object, py.str(name));
    case "dynamic":
      return ctx.callHelper("get_property", object, py.str(name));
  }
}

/** Is it a property that only the index signature of a class allows, which may be missing? */
function isUndeclared(ctx: Lowering, type: ts.Type, name: string): boolean {
  const present = ctx.checker.getNonNullableType(type);
  if (!present.isClass() || ctx.checker.getPropertyOfType(present, name)) return false;
  return ctx.checker.getIndexInfoOfType(present, ts.IndexKind.String) !== undefined;
}

/** `object[key]` with a key that is only known at run time, as text. */
export function readKeyed(
  ctx: Lowering,
  object: py.Expression,
  type: ts.Type,
  key: py.Expression,
  asksForUndefined = true,
): py.Expression {
  switch (accessOf(ctx, type)) {
    case "attribute":
      return hasPlainNames(ctx, type) && !mayBeList(ctx, type)
        ? py.callBuiltin("getattr", [object, key, py.noneValue()])
        : ctx.callHelper("get_property", object, key);
    case "dict":
    case "obj":
      return asksForUndefined ? py.callMethod(object, "get", [key]) : py.subscript(object, key);
    case "dynamic":
      return ctx.callHelper("get_property", object, key);
  }
}

/** `object.name` as the target of an assignment. */
export function namedTarget(
  ctx: Lowering,
  object: py.Expression,
  type: ts.Type,
  name: string,
): PropertyTarget {
  const read = readNamed(ctx, object, type, name);
  const access = accessOf(ctx, type);
  if (ctx.facts.objects.mayBeFrozen(type)) return frozenTarget(ctx, object, py.str(name), read);
  const isHelped =
    access === "dynamic" || isRenamedObj(ctx, type, name) || ctx.facts.objects.mayGain(type, name);
  if (access === "dict" || access === "obj") {
    return { target: py.subscript(object, py.str(name)), read };
  }
  return isHelped
    ? { read, write: (value) => setProperty(ctx, object, py.str(name), value) }
    : { target: py.attribute(object, attributeName(name)), read };
}

/** `object[key]` as the target of an assignment. */
export function keyedTarget(
  ctx: Lowering,
  object: py.Expression,
  type: ts.Type,
  key: py.Expression,
): PropertyTarget {
  const read = readKeyed(ctx, object, type, key);
  const access = accessOf(ctx, type);
  if (ctx.facts.objects.mayBeFrozen(type)) return frozenTarget(ctx, object, key, read);
  if (access === "dict" || access === "obj") return { target: py.subscript(object, key), read };
  const isPlain =
    access === "attribute" &&
    hasPlainNames(ctx, type) &&
    !mayBeList(ctx, type) &&
    !ctx.facts.objects.mayGain(type);
  return {
    read,
    write: (value) =>
      isPlain
        ? [py.expression(py.callBuiltin("setattr", [object, key, value]))]
        : setProperty(ctx, object, key, value),
  };
}

/** Writing to a frozen object throws. */
function frozenTarget(
  ctx: Lowering,
  object: py.Expression,
  key: py.Expression,
  read: py.Expression,
): PropertyTarget {
  return {
    read,
    write: (value) => [py.expression(ctx.callHelper("set_unfrozen", object, key, value))],
  };
}

function setProperty(
  ctx: Lowering,
  object: py.Expression,
  key: py.Expression,
  value: py.Expression,
): py.Statement[] {
  return [py.expression(ctx.callHelper("set_property", object, key, value))];
}

/** Names that an `Obj` does not find: one that is another in Python, and that of its own method. */
function isRenamedObj(ctx: Lowering, type: ts.Type, name: string): boolean {
  const isHidden = attributeName(name) !== name || name === "get";
  return isHidden && ctx.facts.objects.mayBeObj(type);
}

/** May it be an array or a text, as a type parameter without constraint? */
function mayBeList(ctx: Lowering, type: ts.Type): boolean {
  const { types } = ctx.facts;
  return types.mayBe(type, "array") || types.libraryClass(type) === "ArrayLike";
}

/** Is every property of a type an attribute of its own name? */
function hasPlainNames(ctx: Lowering, type: ts.Type): boolean {
  const present = ctx.facts.types.present(type);
  return ctx.checker
    .getPropertiesOfType(present)
    .every(
      (property) => attributeName(property.name) === property.name && !isMethodAccessor(property),
    );

  function isMethodAccessor(property: ts.Symbol): boolean {
    return (
      (property.flags & ts.SymbolFlags.Accessor) !== 0 && ctx.facts.accessors.isMethod(property)
    );
  }
}
