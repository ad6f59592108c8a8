import { ts } from "ts-morph";
import type { CountedLoop } from "../../facts/numberFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import { bindVariable } from "./bindVariable.ts";
import { withJumps } from "./jumps.ts";
import { boxedHeadVariables, lowerLoopBody } from "./loopBody.ts";
import { effectOf } from "./simpleStatements.ts";
import { lowerDeclarationList } from "./variableStatement.ts";

/**
 * `for (let i = a; i < b; i++) body`: counted where the bound cannot change, otherwise a `while`:
 *
 *     for i in range(a, b):          i = a
 *         body                       while i < b:
 *                                        body
 *                                        i += 1
 */
export function lowerForStatement(ctx: Lowering, node: ts.ForStatement): py.Statement[] {
  const counted = ctx.facts.numbers.countedLoop(node);
  return counted ? lowerCounted(ctx, node, counted) : lowerAsWhile(ctx, node);
}

function lowerCounted(ctx: Lowering, node: ts.ForStatement, loop: CountedLoop): py.Statement[] {
  const start = lowerExpression(ctx, loop.start);
  const bound = pastBound(lowerExpression(ctx, loop.bound), loop);
  const { target } = bindVariable(ctx, loop.variable);
  const range = py.callBuiltin("range", rangeArguments(start, bound, loop.step));
  return withJumps(ctx, node, {}, () => py.forIn(target, range, lowerLoopBody(ctx, node)));
}

/** The first value that is no longer in the range: one further where the bound is inclusive. */
function pastBound(bound: py.Expression, loop: CountedLoop): py.Expression {
  if (!loop.inclusive) return bound;
  const by = Math.sign(loop.step);
  if (bound.kind === "literal" && bound.type === "int")
    return py.int(BigInt(bound.text) + BigInt(by));
  if (bound.kind === "binary" && isOne(bound.right)) {
    if (bound.operator === "-" && by === 1) return bound.left;
    if (bound.operator === "+" && by === -1) return bound.left;
  }
  return py.binary(bound, by === 1 ? "+" : "-", py.int(1));
}

function isOne(value: py.Expression): boolean {
  return value.kind === "literal" && value.type === "int" && value.text === "1";
}

function rangeArguments(
  start: py.Expression,
  bound: py.Expression,
  step: number,
): readonly py.Expression[] {
  if (step !== 1) return [start, bound, py.int(step)];
  const isZero = start.kind === "literal" && start.type === "int" && start.text === "0";
  return isZero ? [bound] : [start, bound];
}

function lowerAsWhile(ctx: Lowering, node: ts.ForStatement): py.Statement[] {
  const before = lowerInitializer(ctx, node);
  const boxes = boxedHeadVariables(ctx, node);
  const step = (): py.Statement[] => [
    ...boxes.map((box) =>
      py.assign(py.name(box), py.list([py.subscript(py.name(box), py.int(0))])),
    ),
    ...lowerIncrementor(ctx, node),
  ];
  const test = ctx.capture(() =>
    node.condition ? lowerCondition(ctx, node.condition) : py.bool(true),
  );
  const loop = withJumps(ctx, node, { beforeContinue: step }, () => {
    const body = [...lowerLoopBody(ctx, node), ...step()];
    if (test.prerequisites.length === 0) return py.whileLoop(test.value, body);
    return py.whileLoop(py.bool(true), [
      ...test.prerequisites,
      py.ifThen(py.not(test.value), [py.breakLoop()]),
      ...body,
    ]);
  });
  return [
    ...boxes.map((box) => py.assign(py.name(box), py.list([py.noneValue()]))),
    ...before,
    ...loop,
  ];
}

function lowerInitializer(ctx: Lowering, node: ts.ForStatement): py.Statement[] {
  const { initializer } = node;
  if (!initializer) return [];
  if (ts.isVariableDeclarationList(initializer)) return lowerDeclarationList(ctx, initializer);
  const captured = ctx.capture(() => lowerExpression(ctx, initializer));
  return [...captured.prerequisites, ...effectOf(captured.value)];
}

function lowerIncrementor(ctx: Lowering, node: ts.ForStatement): py.Statement[] {
  const { incrementor } = node;
  if (!incrementor) return [];
  const captured = ctx.capture(() => lowerExpression(ctx, incrementor));
  return [...captured.prerequisites, ...effectOf(captured.value)];
}
