import { ts } from "ts-morph";
import { isWritten } from "../../facts/bindings.ts";
import { outerParent } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { unusedName } from "../values/unusedName.ts";

/**
 * A variable that holds a record which is a tuple in Python, and that is only asked for its fields:
 *
 *     for (const edge of edges) if (edge.cost < best) best = edge.cost + costs[edge.to];
 *
 *     for to, cost in edges: ...
 */
export function fieldsOfRecord(
  ctx: Lowering,
  name: ts.Identifier,
  type: ts.Type,
): py.Target | undefined {
  const fields = ctx.facts.objects.tupleFields(type);
  if (!fields || ctx.facts.types.kinds(type).size !== 1) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding || binding.writes.length > 0 || binding.capturedBy.size > 0) return undefined;
  const { references } = binding;
  if (references.length < fields.length || !references.every(isFieldRead)) return undefined;
  const read = new Set(
    references.map((one) => (one.parent as ts.PropertyAccessExpression).name.text),
  );
  const names = new Map(fields.filter((one) => read.has(one)).map((one) => [one, ctx.local(one)]));
  ctx.scope.unpacked.set(symbol, names);
  return py.tuple(fields.map((one) => names.get(one) ?? unusedName(ctx)));
}

/** `edge.to`, as a value. */
function isFieldRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== node) return false;
  if (parent.questionDotToken || isWritten(parent)) return false;
  const outer = outerParent(parent);
  return !(ts.isCallExpression(outer) && outer.expression === parent);
}

/** The variable that has a field of such a record. */
export function unpackedField(
  ctx: Lowering,
  node: ts.PropertyAccessExpression,
): py.Expression | undefined {
  if (ctx.scope.unpacked.size === 0 || !ts.isIdentifier(node.expression)) return undefined;
  const binding = ctx.facts.bindings.at(node.expression);
  return binding && ctx.scope.unpacked.get(binding.symbol)?.get(node.name.text);
}
