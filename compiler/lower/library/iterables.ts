import { ts } from "ts-morph";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import { libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { libraryIterations } from "./libraryTables.ts";
import { plainIteration } from "./plainMaps.ts";

/** Who iterates, and how: the loop may change what it runs over. */
export interface IterationUse {
  readonly async?: boolean;
  readonly loop?: ts.ForOfStatement;
}

/** An expression as Python's `for` iterates it. */
export function lowerIterable(
  ctx: Lowering,
  node: ts.Expression,
  use: IterationUse = {},
): py.Expression {
  const bare = skipWrappers(node);
  return (
    lowerIteratorCall(ctx, bare, use) ?? lowerPlainMap(ctx, bare) ?? lowerExpression(ctx, node)
  );
}

/** A Map that is a dict: its pairs, as lists where they become elements of an array. */
function lowerPlainMap(ctx: Lowering, node: ts.Expression): py.Expression | undefined {
  const asked = askedOf(ctx, node);
  if (!asked) return undefined;
  const { map, of } = asked;
  if (!ts.isSpreadElement(outerParent(node)) || of !== "pairs") {
    return plainIteration(lowerExpression(ctx, map), of);
  }
  const pair = py.tuple([py.name(ctx.fresh("key")), py.name(ctx.fresh("value"))]);
  const items = plainIteration(lowerExpression(ctx, map), of);
  for (const name of pair.elements) ctx.release(name);
  return py.listComp(py.list(pair.elements), pair, items);
}

/** `map`, `map.entries()`, `map.keys()`, `map.values()` of a Map that is a dict, or of such a Set. */
function askedOf(
  ctx: Lowering,
  node: ts.Expression,
): { map: ts.Expression; of: "pairs" | "keys" | "values" } | undefined {
  const { types, maps } = ctx.facts;
  const isPlain = (map: ts.Expression): boolean => {
    const name = types.libraryClass(types.present(ctx.typeOf(map)));
    return (name === "Map" || name === "Set") && maps.isPlain(name);
  };
  const isMap = (map: ts.Expression): boolean =>
    types.libraryClass(types.present(ctx.typeOf(map))) === "Map";
  if (isPlain(node)) return { map: node, of: isMap(node) ? "pairs" : "keys" };
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  const { expression: map, name } = node.expression;
  if (!isPlain(map)) return undefined;
  if (name.text === "keys") return { map, of: "keys" };
  if (name.text === "values") return { map, of: isMap(map) ? "values" : "keys" };
  return name.text === "entries" ? { map, of: "pairs" } : undefined;
}

/** `xs.entries()` and its kin, whose iterator nothing else sees. */
function lowerIteratorCall(
  ctx: Lowering,
  node: ts.Expression,
  use: IterationUse,
): py.Expression | undefined {
  if (!ts.isCallExpression(node) || ts.isOptionalChain(node)) return undefined;
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(callee.name);
  const key = symbol && libraryKey(symbol);
  const lower = key === undefined ? undefined : libraryIterations[key];
  return lower?.(ctx, { node, receiver: callee.expression, args: node.arguments }, use);
}
