import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Captured, Lowering } from "../lowering.ts";
import { isNullish } from "../values/nulls.ts";
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
  const context = ctx.capture(() => lowerExpression(ctx, first.initializer!));
  const target = nameOfResource(ctx, first);
  if (ctx.facts.types.mayBeNone(ctx.typeOf(first.initializer!))) {
    return lowerOptional(ctx, first, others, isAsync, rest, { context, target });
  }
  // What a context manager gives back on entry may be another object: the resource is bound before.
  const { bound, statements } = bindResource(ctx, context.value, target);
  const body = lowerItems(ctx, others, isAsync, rest);
  const block = py.withContext(bound, undefined, body.length ? body : [py.pass()], isAsync);
  const all = [...context.prerequisites, ...statements, block];
  for (const statement of all) statement.origin ??= originOf(ctx, first);
  return all;
}

/**
 * Of what may be null nothing is to be ended then:
 *
 *     lock = acquire()
 *     with lock or no_resource:
 *         ...
 */
function lowerOptional(
  ctx: Lowering,
  first: ts.VariableDeclaration,
  others: readonly ts.VariableDeclaration[],
  isAsync: boolean,
  rest: readonly ts.Statement[],
  {
    context,
    target,
  }: { readonly context: Captured<py.Expression>; readonly target: py.Target | undefined },
): py.Statement[] {
  const held = target ?? py.name(ctx.fresh("resource"));
  const body = lowerItems(ctx, others, isAsync, rest);
  const kinds = ctx.facts.types.kinds(ctx.typeOf(first.initializer!));
  const resource = py.ifExp(isNullish(ctx, held, kinds), ctx.helper("no_resource"), held);
  const block = py.withContext(resource, undefined, body.length ? body : [py.pass()], isAsync);
  const all = [...context.prerequisites, py.assign(held, context.value), block];
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
