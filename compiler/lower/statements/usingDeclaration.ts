import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { bindVariable } from "./bindVariable.ts";
import { lowerStatements } from "./lowerStatements.ts";
import { originOf } from "./origin.ts";

/**
 * `using lock = acquire();` and the rest of its block:
 *
 *     with acquire() as lock:
 *         ...
 */
export function lowerUsing(
  ctx: Lowering,
  node: ts.VariableStatement,
  rest: readonly ts.Statement[],
): py.Statement[] {
  const isAsync =
    (node.declarationList.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;
  return lowerItems(ctx, [...node.declarationList.declarations], isAsync, rest);
}

function lowerItems(
  ctx: Lowering,
  declarations: readonly ts.VariableDeclaration[],
  isAsync: boolean,
  rest: readonly ts.Statement[],
): py.Statement[] {
  const [first, ...others] = declarations;
  if (!first) return lowerStatements(ctx, rest);
  if (ctx.facts.types.mayBeNone(ctx.typeOf(first.initializer!))) {
    ctx.report(first, notInTheSubset("`using` of what may be null", "Test it before."));
  }
  const context = ctx.capture(() => lowerExpression(ctx, first.initializer!));
  const target = nameOfResource(ctx, first);
  // What a context manager gives back on entry may be another object: the resource is bound before.
  const { bound, statements } = bindResource(ctx, context.value, target);
  const body = lowerItems(ctx, others, isAsync, rest);
  const block = py.withContext(bound, undefined, body.length ? body : [py.pass()], isAsync);
  const all = [...context.prerequisites, ...statements, block];
  for (const statement of all) statement.origin ??= originOf(ctx, first);
  return all;
}

function nameOfResource(ctx: Lowering, node: ts.VariableDeclaration): py.Target | undefined {
  if (!ts.isIdentifier(node.name)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding || binding.references.length === 0) return undefined;
  return bindVariable(ctx, node.name).target;
}

function bindResource(
  _ctx: Lowering,
  value: py.Expression,
  target: py.Target | undefined,
): { bound: py.Expression; statements: readonly py.Statement[] } {
  if (!target) return { bound: value, statements: [] };
  return { bound: target, statements: [py.assign(target, value)] };
}
