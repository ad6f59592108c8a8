import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import { isLibrarySymbol, libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { libraryClassForTest } from "../library/libraryClasses.ts";
import type { Lowering } from "../lowering.ts";
import { kindsOf } from "../values/kinds.ts";
import { isNullish } from "../values/nulls.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { lowerOrdered } from "./lowerOrdered.ts";

/** `x instanceof C` is `isinstance(x, C)`. */
export function lowerInstanceOf(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  if (isObjectClass(ctx, node.right)) return isObject(ctx, node.left);
  const asked = ownTest(ctx, node);
  if (asked) return asked;
  const [value, type] = lowerOrdered(ctx, [node.left, node.right], (inner, side) =>
    side === node.right ? lowerClassReference(inner, side) : lowerExpression(inner, side),
  );
  return py.callBuiltin("isinstance", [value!, type!]);
}

/** Is it the `Object` that every object is an instance of? */
function isObjectClass(ctx: Lowering, node: ts.Expression): boolean {
  const symbol = ctx.checker.getSymbolAtLocation(skipWrappers(node));
  return symbol !== undefined && libraryKey(symbol) === "Object";
}

/** `x instanceof Object`: is it no primitive? */
function isObject(ctx: Lowering, node: ts.Expression): py.Expression {
  const value = ctx.stash(lowerExpression(ctx, node), "value");
  const primitives = ["str", "int", "float", "bool"].map((name) => py.name(name));
  const isPrimitive = py.callBuiltin("isinstance", [value, py.tuple(primitives)]);
  return py.not(py.or(isNullish(ctx, value, kindsOf(ctx, node)), isPrimitive));
}

/** A class that says itself what its instances are: `static [Symbol.hasInstance](value) {}`. */
function ownTest(ctx: Lowering, node: ts.BinaryExpression): py.Expression | undefined {
  const type = ctx.typeOf(node.right);
  const own = type.getProperties().find((property) => property.name.startsWith("__@hasInstance@"));
  if (!own || isLibrarySymbol(own)) return undefined;
  const [value, asked] = lowerOrdered(ctx, [node.left, node.right]);
  return py.callBuiltin("bool", [py.callMethod(asked!, "has_instance_", [value!])]);
}

/** A class as Python tests it: `Error` is every Exception, `Array` is list. */
export function lowerClassReference(ctx: Lowering, node: ts.Expression): py.Expression {
  const bare = skipWrappers(node);
  if (ts.isIdentifier(bare)) {
    const symbol = ctx.checker.getSymbolAtLocation(bare);
    if (symbol && isLibrarySymbol(symbol)) {
      const known = libraryClassForTest(ctx, symbol.name);
      if (known) return known;
    }
  }
  return lowerExpression(ctx, node);
}
