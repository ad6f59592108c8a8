import { ts } from "ts-morph";
import { loopCaptureOf } from "../../facts/loopCaptures.ts";
import { type Loop, loopBodyOf } from "../../facts/scopes.ts";
import { isWithin } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { lowerBody } from "./lowerStatements.ts";

/**
 * The body of a loop. Variables that closures keep and that are assigned later live in boxes, which
 * every turn makes afresh:
 *
 *     x = [None]
 */
export function lowerLoopBody(ctx: Lowering, loop: ts.IterationStatement & Loop): py.Statement[] {
  return [...freshBoxes(ctx, loop), ...lowerBody(ctx, loop.statement)];
}

export function freshBoxes(ctx: Lowering, loop: Loop): py.Statement[] {
  return ctx.facts.bindings
    .declaredIn(ctx.scope.node)
    .filter((binding) => binding.loop === loop && isWithin(binding.declaration, loopBodyOf(loop)))
    .filter((binding) => loopCaptureOf(ctx.checker, binding) === "box")
    .map((binding) => {
      ctx.noteAssignment(binding);
      return py.assign(py.name(ctx.nameOf(binding)), py.list([py.noneValue()]));
    });
}

/** The boxed variables of a `for` head: each turn starts with a copy of the last one's values. */
export function boxedHeadVariables(ctx: Lowering, loop: Loop): readonly string[] {
  return ctx.facts.bindings
    .declaredIn(ctx.scope.node)
    .filter((binding) => binding.loop === loop && !isWithin(binding.declaration, loopBodyOf(loop)))
    .filter((binding) => loopCaptureOf(ctx.checker, binding) === "box")
    .map((binding) => ctx.nameOf(binding));
}

/** Is there a `continue` that goes to this loop from inside its body? */
export function hasContinue(loop: ts.IterationStatement): boolean {
  const labels = labelsOf(loop);
  let found = false;
  const visit = (node: ts.Node, isNested: boolean): void => {
    if (found || ts.isFunctionLike(node)) return;
    if (ts.isContinueStatement(node)) {
      found ||= node.label ? labels.has(node.label.text) : !isNested;
      return;
    }
    const nested = isNested || ts.isIterationStatement(node, false);
    ts.forEachChild(node, (child) => visit(child, nested));
  };
  visit(loop.statement, ts.isIterationStatement(loop.statement, false));
  return found;
}

/** Is there a `continue` inside a block that has something to do when it is left: a `try`, a `using`? */
export function continuesFromTry(loop: ts.IterationStatement): boolean {
  const visit = (node: ts.Node, inside: boolean): boolean => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isContinueStatement(node)) return inside;
    const enters = ts.isTryStatement(node) || (ts.isBlock(node) && node.statements.some(isUsing));
    return ts.forEachChild(node, (child) => visit(child, inside || enters)) ?? false;
  };
  return visit(loop.statement, false);
}

function isUsing(node: ts.Statement): boolean {
  return (
    ts.isVariableStatement(node) &&
    (node.declarationList.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using
  );
}

/** The labels directly before a statement. */
export function labelsOf(node: ts.Node): ReadonlySet<string> {
  const labels = new Set<string>();
  for (let { parent } = node; ts.isLabeledStatement(parent); { parent } = parent) {
    labels.add(parent.label.text);
  }
  return labels;
}
