import { ts } from "ts-morph";
import { skipWrappers } from "../../../facts/syntax.ts";
import { libraryKey } from "../../../facts/typeFacts.ts";
import type * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import type { Lowering } from "../../lowering.ts";
import { isPlainIndex } from "./positions.ts";

/** The length of an array that has no elements of its own yet. */
export interface BlankArray {
  readonly length: ts.Expression;
  /** `new Array(n)` throws where n is no length; `Array.from({ length: n })` takes what it can. */
  readonly isStrict: boolean;
}

/** `new Array(n)`, `Array(n)`, `Array.from({ length: n })`, and `[...Array(n)]` or `Array.from(Array(n))`. */
export function blankArray(ctx: Lowering, node: ts.Expression): BlankArray | undefined {
  const bare = skipWrappers(node);
  if (ts.isArrayLiteralExpression(bare)) {
    const [only, ...more] = bare.elements;
    const isSpread = only && ts.isSpreadElement(only) && more.length === 0;
    return isSpread ? holesOf(ctx, only.expression) : undefined;
  }
  const from = ts.isCallExpression(bare) ? arrayFromSource(ctx, bare) : undefined;
  if (!from) return holesOf(ctx, bare);
  const length = lengthOnly(from);
  return length ? { length, isStrict: false } : holesOf(ctx, from);
}

/** `new Array(n)` or `Array(n)` with a number. */
export function holesOf(ctx: Lowering, node: ts.Expression): BlankArray | undefined {
  const bare = skipWrappers(node);
  if (!ts.isNewExpression(bare) && !ts.isCallExpression(bare)) return undefined;
  const callee = bare.expression;
  if (!ts.isIdentifier(callee) || callee.text !== "Array") return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(callee);
  if (!symbol || libraryKey(symbol) === undefined) return undefined;
  const [length, ...more] = bare.arguments ?? [];
  if (!length || more.length > 0 || ts.isSpreadElement(length)) return undefined;
  return ctx.facts.types.isOnly(ctx.typeOf(length), "number")
    ? { length, isStrict: true }
    : undefined;
}

/** The source of `Array.from(source)` without a function. */
function arrayFromSource(ctx: Lowering, call: ts.CallExpression): ts.Expression | undefined {
  if (!ts.isPropertyAccessExpression(call.expression) || call.arguments.length !== 1) {
    return undefined;
  }
  const symbol = ctx.checker.getSymbolAtLocation(call.expression.name);
  return symbol && libraryKey(symbol) === "ArrayConstructor.from" ? call.arguments[0] : undefined;
}

/** The `n` of `{ length: n }`. */
export function lengthOnly(node: ts.Expression): ts.Expression | undefined {
  const bare = skipWrappers(node);
  if (!ts.isObjectLiteralExpression(bare) || bare.properties.length !== 1) return undefined;
  const property = bare.properties[0]!;
  if (property.name?.getText() !== "length") return undefined;
  if (ts.isPropertyAssignment(property)) return property.initializer;
  return ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

/** The number of elements as an int: as it is where it is proven to be a length. */
export function blankCount(
  ctx: Lowering,
  { length, isStrict }: BlankArray,
  value: py.Expression = lowerExpression(ctx, length),
): py.Expression {
  if (isPlainIndex(ctx, length)) return value;
  return ctx.callHelper(isStrict ? "array_length" : "to_integer", value);
}
