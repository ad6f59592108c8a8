import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder, lowerOrdered } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { keywordArguments } from "./keywordArguments.ts";
import { lowerForPython } from "./lowerForPython.ts";

/** The arguments of a Python call. */
export interface LoweredArguments {
  readonly args: readonly py.Expression[];
  readonly keywords: readonly py.Keyword[];
}

/**
 * The arguments of a call or `new`. A trailing object literal where the stub's parameter has the type
 * `Keywords<...>` becomes keyword arguments:
 *
 *     new Timer(4, { freq: 1, callback: cb })      Timer(4, freq=1, callback=cb)
 */
export function lowerArguments(
  ctx: Lowering,
  node: ts.CallExpression | ts.NewExpression,
): LoweredArguments {
  const nodes = [...(node.arguments ?? [])];
  const keywords = keywordArguments(ctx, node);
  if (!keywords) return { args: lowerPositional(ctx, nodes), keywords: [] };
  nodes.pop();
  const lowered = inOrder(ctx, [
    ...nodes.map((argument) => () => lowerArgument(ctx, argument)),
    ...keywords.map((keyword) => () => keyword.lower()),
  ]);
  return {
    args: lowered.slice(0, nodes.length),
    keywords: lowered
      .slice(nodes.length)
      .map((value, index) => py.keyword(attributeName(keywords[index]!.name), value)),
  };
}

export function lowerPositional(
  ctx: Lowering,
  nodes: readonly ts.Expression[],
): readonly py.Expression[] {
  return lowerOrdered(ctx, nodes, lowerArgument);
}

function lowerArgument(ctx: Lowering, node: ts.Expression): py.Expression {
  if (ts.isSpreadElement(node)) return py.starred(lowerExpression(ctx, node.expression));
  return wantsTuple(ctx, node) ? lowerAsTuple(ctx, node) : lowerForPython(ctx, node);
}

/** Python functions that take a tuple refuse a list: `start_new_thread(f, (a, b))`. */
function wantsTuple(ctx: Lowering, node: ts.Expression): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return false;
  if (!ctx.facts.types.isOnly(ctx.typeOf(node), "array")) return false;
  const declaration = ctx.checker.getResolvedSignature(call)?.getDeclaration();
  const file = declaration?.getSourceFile();
  if (!file?.isDeclarationFile || file.fileName.endsWith("/lib.tsmp.d.ts")) return false;
  const type = ctx.checker.getContextualType(node);
  return type !== undefined && ctx.facts.types.members(type).some((t) => isTupleLike(ctx, t));
}

/** A tuple, also one of unknown length such as `Parameters<F>`. */
function isTupleLike(ctx: Lowering, type: ts.Type): boolean {
  return ctx.checker.isTupleType(ctx.facts.types.constrained(type));
}

function lowerAsTuple(ctx: Lowering, node: ts.Expression): py.Expression {
  const value = lowerExpression(ctx, node);
  return value.kind === "list" ? py.tuple(value.elements) : py.callBuiltin("tuple", [value]);
}
