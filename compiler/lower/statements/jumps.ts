import { ts } from "ts-morph";
import type { InlinedCallback } from "../../facts/inlinedCallbacks.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { labelsOf } from "./loopBody.ts";

/** A statement that `break` or `continue` can leave: a loop, a switch, a labelled block. */
interface JumpTarget {
  readonly node: ts.Statement | InlinedCallback;
  readonly labels: ReadonlySet<string>;
  /** Is it a Python loop, which `break` and `continue` reach by themselves? */
  readonly isLoop: boolean;
  /** A switch that is no Python loop: an unlabelled `break` inside goes to it, `continue` does not. */
  readonly isSwitch: boolean;
  /** Is it a labelled block, which only a `break` with its label leaves? */
  readonly isBlock: boolean;
  /** What has to run before Python's own `continue`. */
  readonly beforeContinue: (() => readonly py.Statement[]) | undefined;
  /** Flags that say why an inner loop was left, made on demand. */
  breakFlag: string | undefined;
  continueFlag: string | undefined;
}

const targetsOf = new WeakMap<Lowering, JumpTarget[]>();

interface JumpOptions {
  readonly beforeContinue?: () => readonly py.Statement[];
}

/**
 * Lowers a loop so that jumps inside it arrive. A jump out of an inner loop sets a flag and breaks;
 * after the inner loop the flag is tested:
 *
 *     leave_outer = False
 *     while ...:
 *         while ...:
 *             leave_outer = True
 *             break
 *         if leave_outer:
 *             break
 */
export function withJumps(
  ctx: Lowering,
  node: ts.Statement | InlinedCallback,
  options: JumpOptions,
  lower: () => py.Statement,
): py.Statement[] {
  const target = push(ctx, node, { isLoop: true, isSwitch: false, ...options });
  const loop = lower();
  pop(ctx);
  return [...flagResets(target), loop, ...jumpsAfter(ctx, target)];
}

/** Lowers a switch or labelled block as a loop that runs once, where a `break` in it asks for that. */
export function withBreakTarget(
  ctx: Lowering,
  node: ts.Statement,
  isSwitch: boolean,
  lower: () => readonly py.Statement[],
): py.Statement[] {
  if (!hasBreakTo(node, isSwitch)) {
    return [...lower()];
  }
  const target = push(ctx, node, { isLoop: true, isSwitch: true, isBlock: !isSwitch });
  const body = [...lower()];
  pop(ctx);
  const once = py.whileLoop(py.bool(true), [...body, py.breakLoop()]);
  return [...flagResets(target), once, ...jumpsAfter(ctx, target)];
}

function push(
  ctx: Lowering,
  node: ts.Statement | InlinedCallback,
  options: JumpOptions & { isLoop: boolean; isSwitch: boolean; isBlock?: boolean },
): JumpTarget {
  const target: JumpTarget = {
    node,
    labels: labelsOf(node),
    isLoop: options.isLoop,
    isSwitch: options.isSwitch,
    isBlock: options.isBlock ?? false,
    beforeContinue: options.beforeContinue,
    breakFlag: undefined,
    continueFlag: undefined,
  };
  const stack = targetsOf.get(ctx) ?? [];
  stack.push(target);
  targetsOf.set(ctx, stack);
  return target;
}

function pop(ctx: Lowering): void {
  targetsOf.get(ctx)!.pop();
}

/** The targets inside the current function only. */
function openTargets(ctx: Lowering, node: ts.Node): readonly JumpTarget[] {
  return (targetsOf.get(ctx) ?? []).filter((target) => isInSameFunction(node, target.node));
}

function isInSameFunction(node: ts.Node, outer: ts.Node): boolean {
  for (let current = node; current !== outer; current = current.parent) {
    if (!current.parent || ts.isFunctionLike(current)) return false;
  }
  return true;
}

export function lowerBreakStatement(ctx: Lowering, node: ts.BreakStatement): py.Statement[] {
  const targets = openTargets(ctx, node);
  const label = node.label?.text;
  const wanted = targets.findLast((target) =>
    label === undefined ? !target.isBlock : target.labels.has(label),
  );
  if (!wanted || wanted === targets.at(-1)) return [py.breakLoop()];
  wanted.breakFlag ??= ctx.fresh(`leave_${label ?? "loop"}`);
  return [py.assign(py.name(wanted.breakFlag), py.bool(true)), py.breakLoop()];
}

export function lowerContinueStatement(ctx: Lowering, node: ts.ContinueStatement): py.Statement[] {
  const targets = openTargets(ctx, node);
  const label = node.label?.text;
  const wanted = targets.findLast(
    (target) => !target.isSwitch && (label === undefined ? true : target.labels.has(label)),
  );
  if (!wanted || wanted === targets.at(-1)) return continueTo(wanted);
  wanted.continueFlag ??= ctx.fresh(`continue_${label ?? "loop"}`);
  return [py.assign(py.name(wanted.continueFlag), py.bool(true)), py.breakLoop()];
}

/**
 * What a `return` becomes in a function that is lowered in place: it leaves the turn (`continue`), or
 * the loop where no further element is asked for (`break`).
 */
export function leaveTurn(
  ctx: Lowering,
  node: ts.Node,
  callback: InlinedCallback,
  how: "break" | "continue",
): py.Statement[] {
  const targets = openTargets(ctx, node);
  const wanted = targets.find((target) => target.node === callback);
  if (!wanted) throw new Error("a return outside of its callback");
  if (how === "break") {
    if (wanted === targets.at(-1)) return [py.breakLoop()];
    wanted.breakFlag ??= ctx.fresh("leave_loop");
    return [py.assign(py.name(wanted.breakFlag), py.bool(true)), py.breakLoop()];
  }
  if (wanted === targets.at(-1)) return continueTo(wanted);
  wanted.continueFlag ??= ctx.fresh("continue_loop");
  return [py.assign(py.name(wanted.continueFlag), py.bool(true)), py.breakLoop()];
}

function continueTo(target: JumpTarget | undefined): py.Statement[] {
  return [...(target?.beforeContinue?.() ?? []), py.continueLoop()];
}

function flagResets(target: JumpTarget): py.Statement[] {
  return [target.breakFlag, target.continueFlag]
    .filter((flag) => flag !== undefined)
    .map((flag) => py.assign(py.name(flag), py.bool(false)));
}

/** After an inner loop: go on with a jump that was meant for a loop around it. */
function jumpsAfter(ctx: Lowering, inner: JumpTarget): py.Statement[] {
  const statements: py.Statement[] = [];
  const stack = openTargets(ctx, inner.node);
  for (const [index, target] of stack.entries()) {
    const isNext = index === stack.length - 1;
    if (target.breakFlag !== undefined) {
      statements.push(py.ifThen(py.name(target.breakFlag), [py.breakLoop()]));
    }
    if (target.continueFlag !== undefined) {
      const flag = py.name(target.continueFlag);
      statements.push(
        py.ifThen(
          flag,
          isNext ? [py.assign(flag, py.bool(false)), ...continueTo(target)] : [py.breakLoop()],
        ),
      );
    }
  }
  return statements;
}

/** Does a `break` inside a switch or labelled block need a loop to break out of? */
export function hasBreakTo(node: ts.Statement, isSwitch: boolean): boolean {
  const labels = labelsOf(node);
  let found = false;
  const visit = (child: ts.Node, isNested: boolean): void => {
    if (found || ts.isFunctionLike(child)) return;
    if (ts.isBreakStatement(child)) {
      found ||= child.label ? labels.has(child.label.text) : isSwitch && !isNested;
      return;
    }
    const nests = ts.isIterationStatement(child, false) || ts.isSwitchStatement(child);
    ts.forEachChild(child, (grandchild) => visit(grandchild, isNested || nests));
  };
  ts.forEachChild(node, (child) => visit(child, false));
  return found;
}
