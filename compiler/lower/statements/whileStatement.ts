import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import { withJumps } from "./jumps.ts";
import { lowerLoopBody } from "./loopBody.ts";

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
  return withJumps(ctx, node, { beforeContinue: leave }, () =>
    py.whileLoop(py.bool(true), [...lowerLoopBody(ctx, node), ...leave()]),
  );
}

function isTrue(value: py.Expression): boolean {
  return value.kind === "literal" && value.type === "bool" && value.value;
}
