import { ts } from "ts-morph";
import { libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerKey } from "../expressions/elementAccess.ts";
import { libraryValues } from "../library/libraryTables.ts";
import type { Lowering } from "../lowering.ts";
import { readKeyed, readNamed } from "../values/property.ts";
import type { SourceValue } from "./arraySource.ts";

/** `source.name`, by the source's representation. */
export function propertyRead(
  ctx: Lowering,
  source: SourceValue,
  name: ts.PropertyName,
): py.Expression {
  if (ts.isComputedPropertyName(name)) {
    const key = lowerKey(ctx, name.expression, source.type);
    return readKeyed(ctx, source.value, source.type, key);
  }
  const text = propertyText(name);
  const property = source.type.getProperty(text);
  const ofLibrary = property && libraryRead(ctx, source, name, property);
  if (ofLibrary) return ofLibrary;
  if (ctx.facts.types.isArray(source.type) || ctx.facts.types.isOnly(source.type, "string")) {
    return text === "length"
      ? py.callBuiltin("len", [source.value])
      : ctx.callHelper("item_or_none", source.value, py.int(Number(text)));
  }
  if (property && ctx.facts.accessors.isMethod(property)) {
    return py.callMethod(source.value, attributeName(text));
  }
  return readNamed(ctx, source.value, source.type, text);
}

/** A property of a built-in class is read as `source.name` reads it: `message` of an error, `size` of a Map. */
function libraryRead(
  ctx: Lowering,
  { value, type }: SourceValue,
  name: Exclude<ts.PropertyName, ts.ComputedPropertyName>,
  property: ts.Symbol,
): py.Expression | undefined {
  const key = libraryKey(property);
  const read = key === undefined ? undefined : libraryValues[key];
  if (!read || ts.isPrivateIdentifier(name)) return undefined;
  return read(ctx, name, ctx.standIn(value, type, name));
}

/** `const { a, ...rest } = source` */
export function restOfObject(
  ctx: Lowering,
  source: SourceValue,
  taken: readonly ts.PropertyName[],
): py.Expression {
  const names = py.tuple(
    taken.map((name) =>
      ts.isComputedPropertyName(name) ? lowerKey(ctx, name.expression) : py.str(propertyText(name)),
    ),
  );
  return ctx.callHelper("object_rest", source.value, names);
}

/** The name that a property is written with, without quotes. */
export function propertyText(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) ? name.getText() : name.text;
}
