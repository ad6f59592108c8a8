import { ts } from "ts-morph";
import { notInTheSubset, withStatement } from "../../diagnostics/catalogue/language.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerReturnFromCallback } from "../functions/inlinedBody.ts";
import { lowerReturned } from "../functions/returned.ts";
import type { Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import { lowerBody, lowerStatements } from "./lowerStatements.ts";

/** `{ ... }`: Python has no blocks; the names have been told apart already. */
export function lowerBlock(ctx: Lowering, node: ts.Block): py.Statement[] {
  return lowerStatements(ctx, node.statements);
}

export const lowerNothing = (): py.Statement[] => [];

/** An expression for its effect; what is left of it may be nothing. */
export function lowerExpressionStatement(
  ctx: Lowering,
  node: ts.ExpressionStatement,
): py.Statement[] {
  return effectOf(lowerExpression(ctx, node.expression));
}

/** A value whose only purpose was its prerequisites needs no statement. */
export function effectOf(value: py.Expression): py.Statement[] {
  return value.kind === "name" || value.kind === "literal" ? [] : [py.expression(value)];
}

/** `if (test) a else b` */
export function lowerIfStatement(ctx: Lowering, node: ts.IfStatement): py.Statement[] {
  const test = lowerCondition(ctx, node.expression);
  const body = lowerBody(ctx, node.thenStatement);
  const orelse = node.elseStatement ? lowerBody(ctx, node.elseStatement) : [];
  return [py.ifThen(test, body, orelse)];
}

export function lowerReturnStatement(ctx: Lowering, node: ts.ReturnStatement): py.Statement[] {
  const fromCallback = lowerReturnFromCallback(ctx, node);
  if (fromCallback) return fromCallback;
  if (node.expression && ts.isConstructorDeclaration(ctx.scope.node)) {
    const instead = "Return the other object from a static method.";
    ctx.report(node, notInTheSubset("A value that a constructor returns", instead));
  }
  return node.expression ? returnExpression(ctx, node.expression) : [py.returnValue()];
}

/** Beyond this length a choice between two values reads better as two statements. */
const longChoice = 80;

/** A long `return test ? a : b` is `if test: return a`, then `return b`. */
function returnExpression(ctx: Lowering, node: ts.Expression): py.Statement[] {
  const bare = skipWrappers(node);
  if (!ts.isConditionalExpression(bare) || bare.end - bare.getStart() < longChoice) {
    return [py.returnValue(lowerReturned(ctx, ctx.scope.node, node))];
  }
  const test = lowerCondition(ctx, bare.condition);
  const [then, otherwise] = [bare.whenTrue, bare.whenFalse].map((part) => {
    const { value, prerequisites } = ctx.capture(() => returnExpression(ctx, part));
    return [...prerequisites, ...value];
  });
  return [py.ifThen(test, then!), ...otherwise!];
}

/** `debugger` does nothing on a board. */
export const lowerDebugger = lowerNothing;

export function refuseWith(ctx: Lowering, node: ts.WithStatement): py.Statement[] {
  ctx.report(node, withStatement());
  return [];
}
