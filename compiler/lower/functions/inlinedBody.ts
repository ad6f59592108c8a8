import { ts } from "ts-morph";
import type { InlinedCallback } from "../../facts/inlinedCallbacks.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { leaveTurn } from "../statements/jumps.ts";
import { freshBoxes } from "../statements/loopBody.ts";
import { lowerStatements } from "../statements/lowerStatements.ts";
import { effectOf } from "../statements/simpleStatements.ts";
import { lowerCondition } from "../values/condition.ts";

/** What is wanted of a callback's value: the value, its truth, or nothing. */
export type Wanted = "value" | "condition" | "effect";

/** What a built-in does with the value that its callback gives for one element. */
export interface TurnUse {
  readonly wanted: Wanted;
  /** The statements that use the value; `leave` gives those that end the loop. */
  use(value: py.Expression, leave: () => readonly py.Statement[]): readonly py.Statement[];
}

/** How the `return`s of the callbacks that are being lowered in place are used. */
const openCallbacks = new WeakMap<Lowering, Map<ts.Node, OpenCallback>>();

interface OpenCallback {
  readonly use: TurnUse;
  /** Do statements follow its body, for where it ends without a `return`? */
  readonly hasEnding: boolean;
}

/** Lowers the value of a callback's body, or of a `return` in it, as it is wanted. */
export function lowerWanted(ctx: Lowering, node: ts.Expression, wanted: Wanted): py.Expression {
  return wanted === "condition" ? lowerCondition(ctx, node) : lowerExpression(ctx, node);
}

/**
 * The block of a callback that is lowered in place, as the body of a loop:
 *
 *     xs.map((x) => {              for x in xs:
 *       if (x < 0) return 0;           if x < 0:
 *       return x * 2;                      values.append(0)
 *     })                                   continue
 *                                      values.append(x * 2)
 */
export function lowerInlinedBlock(
  ctx: Lowering,
  callback: InlinedCallback,
  body: ts.Block,
  use: TurnUse,
): py.Statement[] {
  const open = openCallbacks.get(ctx) ?? new Map<ts.Node, OpenCallback>();
  openCallbacks.set(ctx, open);
  const mayEnd = (callback.flags & ts.NodeFlags.HasImplicitReturn) !== 0;
  const ending = mayEnd ? useNothing(use, () => [py.breakLoop()]) : [];
  open.set(callback, { use, hasEnding: ending.length > 0 });
  const statements = [...freshBoxes(ctx, callback), ...lowerStatements(ctx, body.statements)];
  open.delete(callback);
  return [...statements, ...ending];
}

/** A `return` of a callback that is lowered in place; undefined for any other. */
export function lowerReturnFromCallback(
  ctx: Lowering,
  node: ts.ReturnStatement,
): py.Statement[] | undefined {
  const callback = enclosingFunction(node);
  const open = callback && openCallbacks.get(ctx)?.get(callback);
  if (!open) return undefined;
  const used = useReturned(ctx, node, callback, open.use);
  if ((!open.hasEnding && isTail(node, callback)) || leavesAlready(used)) return [...used];
  return [...used, ...leaveTurn(ctx, node, callback, "continue")];
}

function useReturned(
  ctx: Lowering,
  node: ts.ReturnStatement,
  callback: InlinedCallback,
  use: TurnUse,
): readonly py.Statement[] {
  const { expression } = node;
  const leave = () => leaveTurn(ctx, node, callback, "break");
  if (!expression) return useNothing(use, leave);
  const value = ctx.capture(() => lowerWanted(ctx, expression, use.wanted));
  const used = use.wanted === "effect" ? effectOf(value.value) : use.use(value.value, leave);
  return [...value.prerequisites, ...used];
}

/** Where a function ends without a value, the value is undefined. */
function useNothing(use: TurnUse, leave: () => readonly py.Statement[]): readonly py.Statement[] {
  if (use.wanted === "effect") return [];
  return use.use(use.wanted === "condition" ? py.bool(false) : py.noneValue(), leave);
}

function enclosingFunction(node: ts.Node): InlinedCallback | undefined {
  let current = node.parent;
  while (current && !ts.isFunctionLike(current)) current = current.parent;
  if (!current) return undefined;
  return ts.isArrowFunction(current) || ts.isFunctionExpression(current) ? current : undefined;
}

/** Is a `return` the last that its function does anyway? */
function isTail(node: ts.Statement, callback: InlinedCallback): boolean {
  const { parent } = node;
  if (ts.isBlock(parent)) {
    if (parent.statements.at(-1) !== node) return false;
    return parent.parent === callback || isTail(parent, callback);
  }
  return ts.isIfStatement(parent) && isTail(parent, callback);
}

export function leavesAlready(statements: readonly py.Statement[]): boolean {
  const kind = statements.at(-1)?.kind;
  return kind === "break" || kind === "continue" || kind === "return" || kind === "raise";
}
