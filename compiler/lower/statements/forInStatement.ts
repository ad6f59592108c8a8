import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerKeysOf } from "../library/objects/keysOf.ts";
import type { Lowering } from "../lowering.ts";
import { kindsOf } from "../values/kinds.ts";
import { isNullish } from "../values/nulls.ts";
import { isRecord } from "../values/representation.ts";
import { loopTarget } from "./forOfStatement.ts";
import { withJumps } from "./jumps.ts";
import { lowerLoopBody } from "./loopBody.ts";

/**
 * `for (const key in object)` runs over the keys that exist when the loop starts. Where the body
 * deletes properties, or cuts the array, those that are gone are passed over:
 *
 *     for key in list(record):
 *         if key not in record:
 *             continue
 */
export function lowerForInStatement(ctx: Lowering, node: ts.ForInStatement): py.Statement[] {
  const cuts = mayBeCut(ctx, node);
  const deletes = !cuts && containsDelete(node.statement);
  const value = lowerExpression(ctx, node.expression);
  const object = deletes || cuts ? ctx.stash(value, "record") : value;
  const keys = lowerKeysOf(ctx, object, node.expression);
  const isNullable = ctx.facts.types.mayBeNone(ctx.typeOf(node.expression));
  const iterable = isNullable ? orEmpty(ctx, object, node.expression) : keys;
  return withJumps(ctx, node, {}, () => {
    const { target, prologue } = loopTarget(ctx, node);
    const key = target.kind === "name" ? target : undefined;
    const guard = [
      ...(key && deletes ? [skipDeleted(ctx, node, object, key)] : []),
      ...(key && cuts ? [skipCut(object, key)] : []),
    ];
    return py.forIn(target, iterable, [...guard, ...prologue, ...lowerLoopBody(ctx, node)]);
  });
}

/** Is it an array that the body may make shorter? */
function mayBeCut(ctx: Lowering, { expression, statement }: ts.ForInStatement): boolean {
  if (!ctx.facts.types.isOnly(ctx.typeOf(expression), "array")) return false;
  return ctx.facts.arrays.during(statement, expression) === "any";
}

/** The keys of an array are its positions, as texts. */
function skipCut(array: py.Expression, key: py.Name): py.Statement {
  const isGone = py.compare(py.callBuiltin("int", [key]), ">=", py.callBuiltin("len", [array]));
  return py.ifThen(isGone, [py.continueLoop()]);
}

function containsDelete(node: ts.Node): boolean {
  return ts.isDeleteExpression(node) || (ts.forEachChild(node, containsDelete) ?? false);
}

function skipDeleted(
  ctx: Lowering,
  node: ts.ForInStatement,
  object: py.Expression,
  key: py.Name,
): py.Statement {
  const isGone = isRecord(ctx, ctx.typeOf(node.expression))
    ? py.compare(key, "not in", object)
    : py.not(ctx.callHelper("has_own", object, key));
  return py.ifThen(isGone, [py.continueLoop()]);
}

/** `keys(object) if object is not None else ()`: null has no properties to run over. */
function orEmpty(ctx: Lowering, object: py.Expression, node: ts.Expression): py.Expression {
  const { first, again } = ctx.bind(object);
  return py.ifExp(
    isNullish(ctx, first, kindsOf(ctx, node)),
    py.tuple([]),
    lowerKeysOf(ctx, again, node),
  );
}
