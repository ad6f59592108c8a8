import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Captured, Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import { withJumps } from "./jumps.ts";
import { continuesFromTry, lowerLoopBody } from "./loopBody.ts";

/**
 * `while (test) body`; a test that needs statements of its own moves into the loop:
 *
 *     while True:
 *         ...
 *         if not test:
 *             break
 *         body
 */
export function lowerWhileStatement(ctx: Lowering, node: ts.WhileStatement): py.Statement[] {
  const test = ctx.capture(() => lowerCondition(ctx, node.expression));
  return withJumps(ctx, node, {}, () => {
    const body = lowerLoopBody(ctx, node);
    if (test.prerequisites.length === 0) return py.whileLoop(test.value, body);
    return py.whileLoop(py.bool(true), [
      ...test.prerequisites,
      py.ifThen(py.not(test.value), [py.breakLoop()]),
      ...body,
    ]);
  });
}

/**
 * `do body while (test)`
 *
 *     while True:
 *         body
 *         if not test:
 *             break
 */
export function lowerDoStatement(ctx: Lowering, node: ts.DoStatement): py.Statement[] {
  const test = ctx.capture(() => lowerCondition(ctx, node.expression));
  const leave = (): py.Statement[] =>
    isTrue(test.value)
      ? [...test.prerequisites]
      : [...test.prerequisites, py.ifThen(py.not(test.value), [py.breakLoop()])];
  if (continuesFromTry(node)) return testFirst(ctx, node, test, leave);
  return withJumps(ctx, node, { beforeContinue: leave }, () =>
    py.whileLoop(py.bool(true), [...lowerLoopBody(ctx, node), ...leave()]),
  );
}

/**
 * A `continue` that leaves a `try` must not test inside of it, before `finally` has run:
 *
 *     first = True
 *     while first or test:
 *         first = False
 *         body
 */
function testFirst(
  ctx: Lowering,
  node: ts.DoStatement,
  test: Captured<py.Expression>,
  leave: () => py.Statement[],
): py.Statement[] {
  const first = py.name(ctx.fresh("first"));
  const isPlain = test.prerequisites.length === 0;
  const goesOn = isPlain ? py.or(first, test.value) : py.bool(true);
  const loop = withJumps(ctx, node, {}, () =>
    py.whileLoop(goesOn, [
      ...(isPlain ? [] : [py.ifThen(py.not(first), leave())]),
      py.assign(first, py.bool(false)),
      ...lowerLoopBody(ctx, node),
    ]),
  );
  return [py.assign(first, py.bool(true)), ...loop];
}

function isTrue(value: py.Expression): boolean {
  return value.kind === "literal" && value.type === "bool" && value.value;
}
