import { ts } from "ts-morph";
import { skipWrappers } from "../../../facts/syntax.ts";
import * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { lowerOrdered } from "../../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Lowering } from "../../lowering.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { lowerParts, reversedCopy } from "./arrayCopies.ts";
import { blankArray, blankCount } from "./blankArray.ts";
import { settle } from "./callbackCall.ts";
import { canSwap } from "./plainEquality.ts";
import { isResultUnused } from "./resultUse.ts";

/** Methods that change the array in place and give it back. */
export const arrayUpdates: LibraryTable = {
  "Array.reverse": lowerReverse,
  "Array.fill": lowerFill,
  "Array.copyWithin": (ctx, call) => ctx.callHelper("array_copy_within", ...lowerParts(ctx, call)),
};

/** `xs.reverse()`; of an array that nothing else holds `xs[::-1]`. */
function lowerReverse(ctx: Lowering, { node, receiver }: LibraryCall): py.Expression {
  if (isResultUnused(ctx, node)) return py.callMethod(lowerChainLink(ctx, receiver!), "reverse");
  if (ctx.facts.arrays.identity.isFresh(receiver!)) {
    const copied = copiedArray(ctx, receiver!);
    return reversedCopy(copied ? lowerExpression(ctx, copied) : lowerChainLink(ctx, receiver!));
  }
  const list = ctx.stash(lowerChainLink(ctx, receiver!), "items");
  ctx.prerequisite(py.expression(py.callMethod(list, "reverse")));
  return list;
}

/** The array that `xs.slice()` or `[...xs]` copies whole. */
export function copiedArray(ctx: Lowering, node: ts.Expression): ts.Expression | undefined {
  const bare = skipWrappers(node);
  const copied = ts.isArrayLiteralExpression(bare) ? spreadAlone(bare) : slicedWhole(bare);
  return copied && ctx.facts.types.isOnly(ctx.typeOf(copied), "array") ? copied : undefined;
}

function spreadAlone(node: ts.ArrayLiteralExpression): ts.Expression | undefined {
  const [only, ...more] = node.elements;
  return only && ts.isSpreadElement(only) && more.length === 0 ? only.expression : undefined;
}

function slicedWhole(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || node.arguments.length > 0) return undefined;
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee) || ts.isOptionalChain(callee)) return undefined;
  return callee.name.text === "slice" ? callee.expression : undefined;
}

/** `new Array(n).fill(v)` is `[v] * n`. */
function lowerFill(ctx: Lowering, call: LibraryCall): py.Expression {
  const { receiver, args } = call;
  const blank = args.length === 1 ? blankArray(ctx, receiver!) : undefined;
  if (!blank) return ctx.callHelper("array_fill", ...lowerParts(ctx, call));
  const [length, value] = lowerOrdered(ctx, [blank.length, args[0]!]);
  // Python looks at the value first.
  const count = canSwap(ctx, value!, length!) ? length! : settle(ctx, length!);
  return py.binary(py.list([value!]), "*", blankCount(ctx, blank, count));
}
