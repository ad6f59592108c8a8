import { ts } from "ts-morph";
import type { Collection } from "../../facts/maps/plainMaps.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder, stashAlways } from "../expressions/lowerOrdered.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import type { LibraryCall, LibraryLowering } from "./libraryTypes.ts";

/** Methods of a Map that is a dict; those that are missing are the same in Python, or refused by the fact. */
export const dictMethods: Readonly<Record<string, LibraryLowering>> = {
  has: lowerHas,
  set: lowerSet,
  delete: (ctx, call) => callWith(ctx, call, "pop", [py.noneValue()]),
};

export const setMethods: Readonly<Record<string, LibraryLowering>> = {
  has: lowerHas,
  delete: (ctx, call) => callWith(ctx, call, "discard"),
};

/** `{}`, `{"a": 1}`, `set()`, `set(["a"])` */
export function constructPlain(
  ctx: Lowering,
  collection: Collection,
  node: ts.NewExpression,
): py.Expression {
  const [entries] = node.arguments ?? [];
  const list = entries && skipWrappers(entries);
  if (collection === "Set")
    return py.callBuiltin("set", lowerPositional(ctx, node.arguments ?? []));
  if (!list || !ts.isArrayLiteralExpression(list)) return py.dict([]);
  const parts = list.elements.flatMap((pair) => [
    ...(skipWrappers(pair) as ts.ArrayLiteralExpression).elements,
  ]);
  const values = inOrder(
    ctx,
    parts.map((part) => () => lowerExpression(ctx, part)),
  );
  return py.dict(
    list.elements.map((_, index) => ({ key: values[2 * index]!, value: values[2 * index + 1]! })),
  );
}

/** What Python iterates for a Map (pairs, keys or values) or a Set. */
export function plainIteration(map: py.Expression, of: "pairs" | "keys" | "values"): py.Expression {
  if (of === "keys") return map;
  return py.callMethod(map, of === "pairs" ? "items" : "values");
}

function lowerHas(ctx: Lowering, { receiver, args }: LibraryCall): py.Expression {
  const [map, key] = inOrder(ctx, [
    () => lowerExpression(ctx, receiver!),
    () => lowerExpression(ctx, args[0]!),
  ]);
  return py.compare(key!, "in", map!);
}

/** `map[key] = value`; Python evaluates the value first, so a key that has to be seen before is kept. */
function lowerSet(ctx: Lowering, { receiver, args }: LibraryCall): py.Expression {
  const [key, value] = args;
  const [map, place, stored] = inOrder(ctx, [
    () => lowerExpression(ctx, receiver!),
    () => {
      const lowered = lowerExpression(ctx, key!);
      const isFirst = ctx.facts.order.mustComeFirst(key!, value!);
      return isFirst ? stashAlways(ctx, lowered) : lowered;
    },
    () => lowerExpression(ctx, value!),
  ]);
  ctx.prerequisite(py.assign(py.subscript(map!, place!), stored!));
  return py.noneValue();
}

function callWith(
  ctx: Lowering,
  { receiver, args }: LibraryCall,
  name: string,
  more: readonly py.Expression[] = [],
): py.Expression {
  const [map, key] = inOrder(ctx, [
    () => lowerExpression(ctx, receiver!),
    () => lowerExpression(ctx, args[0]!),
  ]);
  return py.callMethod(map!, name, [key!, ...more]);
}
