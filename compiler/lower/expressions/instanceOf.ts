import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import { isLibrarySymbol } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { libraryClassForTest } from "../library/libraryClasses.ts";
import type { Lowering } from "../lowering.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { lowerOrdered } from "./lowerOrdered.ts";

/** `x instanceof C` is `isinstance(x, C)`. */
export function lowerInstanceOf(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  const [value, type] = lowerOrdered(ctx, [node.left, node.right], (inner, side) =>
    side === node.right ? lowerClassReference(inner, side) : lowerExpression(inner, side),
  );
  return py.callBuiltin("isinstance", [value!, type!]);
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
