import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";

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
  const options = keywordArgument(ctx, node);
  if (!options) return { args: lowerPositional(ctx, nodes), keywords: [] };
  nodes.pop();
  const names: string[] = [];
  const values: ts.Expression[] = [];
  for (const property of options.properties) {
    if (ts.isPropertyAssignment(property)) {
      names.push(property.name.getText().replace(/^["']|["']$/g, ""));
      values.push(property.initializer);
    } else if (ts.isShorthandPropertyAssignment(property)) {
      names.push(property.name.text);
      values.push(property.name);
    }
  }
  const lowered = lowerOrdered(ctx, [...nodes, ...values], lowerArgument);
  return {
    args: lowered.slice(0, nodes.length),
    keywords: lowered
      .slice(nodes.length)
      .map((value, index) => py.keyword(attributeName(names[index]!), value)),
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
  return wantsTuple(ctx, node) ? lowerAsTuple(ctx, node) : lowerExpression(ctx, node);
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

/** The trailing object literal that stands for keyword arguments. */
export function keywordArgument(
  ctx: Lowering,
  node: ts.CallExpression | ts.NewExpression,
): ts.ObjectLiteralExpression | undefined {
  const last = node.arguments?.at(-1);
  const literal = last && skipWrappers(last);
  if (!literal || !ts.isObjectLiteralExpression(literal)) return undefined;
  const signature = ctx.checker.getResolvedSignature(node);
  const parameter =
    signature?.parameters[node.arguments!.length - 1] ?? signature?.parameters.at(-1);
  if (!parameter) return undefined;
  const type = ctx.checker.getTypeOfSymbolAtLocation(parameter, node);
  return isKeywords(ctx, lastElement(ctx, type)) ? literal : undefined;
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
