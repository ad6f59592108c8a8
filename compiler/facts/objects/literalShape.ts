import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";

/** What protocols of the language ask of an object: such objects keep their names. */
const spoken: ReadonlySet<string> = new Set([
  ...["done", "constructor", "length", "message", "__proto__"],
  ...["toString", "valueOf", "toJSON", "toLocaleString"],
]);

/** The same of functions. */
const spokenMethods: ReadonlySet<string> = new Set(["next", "then", "return", "throw"]);

/** The names of a literal that has nothing but values under plain names, in their order. */
export function propertyNames(literal: ts.ObjectLiteralExpression): readonly string[] | undefined {
  const names: string[] = [];
  let hasData = false;
  for (const property of literal.properties) {
    const isGiven = ts.isShorthandPropertyAssignment(property) || ts.isPropertyAssignment(property);
    if (!isGiven || !ts.isIdentifier(property.name)) return undefined;
    const { text } = property.name;
    if (spoken.has(text) || names.includes(text)) return undefined;
    names.push(text);
    const value = ts.isPropertyAssignment(property) && skipWrappers(property.initializer);
    const isFunction = value && ts.isArrowFunction(value);
    if (spokenMethods.has(text) && (isFunction || !value)) return undefined;
    if (value && (ts.isFunctionExpression(value) || ts.isClassExpression(value))) return undefined;
    hasData ||= !isFunction;
  }
  return hasData ? names : undefined;
}
