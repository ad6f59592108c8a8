import { ts } from "ts-morph";
import { keywordsNotWritten } from "../../diagnostics/catalogue/types.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import type * as py from "../../python/py.ts";
import { propertyText } from "../destructuring/objectSource.ts";
import type { Lowering } from "../lowering.ts";
import { lowerForPython } from "./lowerForPython.ts";
import { defineMethodOf } from "./objectMethod.ts";

/** One keyword argument: its name, and how its value is lowered when its turn comes. */
export interface KeywordArgument {
  readonly name: string;
  lower(): py.Expression;
}

/**
 * The keyword arguments that the last argument of a call stands for, where the stub's parameter has
 * the type `Keywords<...>`; undefined where it is an argument like any other.
 */
export function keywordArguments(
  ctx: Lowering,
  node: ts.CallExpression | ts.NewExpression,
): readonly KeywordArgument[] | undefined {
  const last = node.arguments?.at(-1);
  const type = last && keywordsParameter(ctx, node);
  if (!last || !type) return undefined;
  const options = skipWrappers(last);
  if (ts.isObjectLiteralExpression(options)) {
    if (options.properties.length === 0 && ctx.checker.isTupleType(type)) return undefined;
    return keywordsIn(ctx, options);
  }
  const given = ctx.checker.getNonNullableType(ctx.typeOf(options));
  if (given.flags & ts.TypeFlags.Never) return []; // undefined: no options
  // `print(value)` fits a tuple that ends with options, too, where nothing is known of the value.
  const isMeant = lastElement(ctx, type)
    .getProperties()
    .some((property) => given.getProperty(property.name));
  if (!isMeant) return undefined;
  ctx.report(last, keywordsNotWritten(`\`${last.getText()}\``));
  return [];
}

/** The keyword arguments that an object literal stands for. */
export function keywordsIn(
  ctx: Lowering,
  options: ts.ObjectLiteralExpression,
): readonly KeywordArgument[] {
  return options.properties.flatMap((property) => keywordOf(ctx, property) ?? []);
}

function keywordOf(
  ctx: Lowering,
  property: ts.ObjectLiteralElementLike,
): KeywordArgument | undefined {
  if (!property.name || ts.isComputedPropertyName(property.name)) {
    const what = property.name ? "a computed name" : "a spread";
    ctx.report(property, keywordsNotWritten(what));
    return undefined;
  }
  const name = propertyText(property.name);
  if (ts.isPropertyAssignment(property)) {
    return { name, lower: () => lowerForPython(ctx, property.initializer) };
  }
  if (ts.isShorthandPropertyAssignment(property)) {
    return { name, lower: () => lowerForPython(ctx, property.name) };
  }
  if (ts.isMethodDeclaration(property)) {
    return { name, lower: () => defineMethodOf(ctx, property, undefined) };
  }
  ctx.report(property, keywordsNotWritten("an accessor"));
  return undefined;
}

/** The type of the parameter that the last argument is for, if that is one of keywords. */
function keywordsParameter(
  ctx: Lowering,
  node: ts.CallExpression | ts.NewExpression,
): ts.Type | undefined {
  const signature = ctx.checker.getResolvedSignature(node);
  const parameter =
    signature?.parameters[node.arguments!.length - 1] ?? signature?.parameters.at(-1);
  if (!parameter) return undefined;
  const type = ctx.checker.getTypeOfSymbolAtLocation(parameter, node);
  return isKeywords(ctx, lastElement(ctx, type)) ? type : undefined;
}

/** Of a rest parameter `...xs: [...A, Keywords<...>]` the last element, of another parameter its type. */
function lastElement(ctx: Lowering, type: ts.Type): ts.Type {
  if (!ctx.checker.isTupleType(type)) return type;
  return ctx.checker.getTypeArguments(type as ts.TypeReference).at(-1) ?? type;
}

/** `Keywords<...>` of the library, whatever alias it came through. */
function isKeywords(ctx: Lowering, type: ts.Type): boolean {
  return ctx.facts.types.members(type).some((member) => {
    const mapped = member.symbol?.declarations?.[0];
    const alias = mapped?.parent;
    return (
      alias !== undefined && ts.isTypeAliasDeclaration(alias) && alias.name.text === "Keywords"
    );
  });
}
