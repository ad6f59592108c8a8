import { ts } from "ts-morph";
import type { RangeLoop } from "../../facts/numberFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Captured, Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import { bindVariable, isBoxed } from "./bindVariable.ts";
import { withJumps } from "./jumps.ts";
import { boxedHeadVariables, continuesFromTry, lowerLoopBody } from "./loopBody.ts";
import { effectOf } from "./simpleStatements.ts";
import { lowerDeclarationList, lowerDeclarations } from "./variableStatement.ts";

/**
 * `for (let i = a; i < b; i++) body`: counted where the bound cannot change, otherwise a `while`:
 *
 *     for i in range(a, b):          i = a
 *         body                       while i < b:
 *                                        body
 *                                        i += 1
 */
export function lowerForStatement(ctx: Lowering, node: ts.ForStatement): py.Statement[] {
  const loop = isOfLoop(node) ? ctx.facts.numbers.rangeLoop(node) : undefined;
  const isCounted = loop && mayCount(ctx, loop) && mayDeclareFirst(ctx, node, loop);
  return isCounted ? lowerCounted(ctx, node, loop) : lowerAsWhile(ctx, node);
}

/**
 * `range` wants ints. But MicroPython makes no range object of `for NAME in range(...)` with a literal
 * step: it counts and compares (`compile_for_stmt` in py/compile.c), which floats, NaN and infinity do
 * as well as in JavaScript. An inclusive bound is out, as `n + 1` is one turn more for a fraction.
 */
function mayCount(ctx: Lowering, loop: RangeLoop): boolean {
  if (loop.boundIsInt) return true;
  const isPlain = typeof loop.step === "number" && Math.abs(loop.step) <= greatestPlainStep;
  return isPlain && !loop.inclusive && !isBoxed(ctx, loop.variable);
}

/** Small ints of all boards go further. */
const greatestPlainStep = 0xffff;

/** Is the variable the loop's own? A `var` can be read after it, past the bound. */
function isOfLoop({ initializer }: ts.ForStatement): boolean {
  return (
    initializer !== undefined &&
    ts.isVariableDeclarationList(initializer) &&
    (initializer.flags & ts.NodeFlags.BlockScoped) !== 0
  );
}

/** `for (let i = 0, n = xs.length; ...)`: may what else the head declares come before the start? */
function mayDeclareFirst(
  ctx: Lowering,
  node: ts.ForStatement,
  { alsoDeclared, start, variable }: RangeLoop,
): boolean {
  if (alsoDeclared.length === 0) return true;
  const isInOrder = alsoDeclared.every((other) => other.pos < variable.pos);
  return (isInOrder || ts.isNumericLiteral(start)) && boxedHeadVariables(ctx, node).length === 0;
}

function lowerCounted(ctx: Lowering, node: ts.ForStatement, loop: RangeLoop): py.Statement[] {
  const before = lowerDeclarations(ctx, loop.alsoDeclared);
  const start = lowerExpression(ctx, loop.start);
  const bound = pastBound(lowerExpression(ctx, loop.bound), loop);
  const step = typeof loop.step === "number" ? py.int(loop.step) : lowerExpression(ctx, loop.step);
  const { target } = bindVariable(ctx, loop.variable);
  const range = py.callBuiltin("range", rangeArguments(start, bound, step));
  return [
    ...before,
    ...withJumps(ctx, node, {}, () => py.forIn(target, range, lowerLoopBody(ctx, node))),
  ];
}

/** The first value that is no longer in the range: one further where the bound is inclusive. */
function pastBound(bound: py.Expression, loop: RangeLoop): py.Expression {
  if (!loop.inclusive) return bound;
  const by = loop.direction;
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
  step: py.Expression,
): readonly py.Expression[] {
  if (!isOne(step)) return [start, bound, step];
  const isZero = start.kind === "literal" && start.type === "int" && start.text === "0";
  return isZero ? [bound] : [start, bound];
}

function lowerAsWhile(ctx: Lowering, node: ts.ForStatement): py.Statement[] {
  const before = lowerInitializer(ctx, node);
  const boxes = boxedHeadVariables(ctx, node);
  const nextBoxes = () =>
    boxes.map((box) => py.assign(py.name(box), py.list([py.subscript(py.name(box), py.int(0))])));
  const step = (): py.Statement[] => [...nextBoxes(), ...lowerIncrementor(ctx, node)];
  const test = ctx.capture(() =>
    node.condition ? lowerCondition(ctx, node.condition) : py.bool(true),
  );
  return [
    ...boxes.map((box) => py.assign(py.name(box), py.list([py.noneValue()]))),
    ...before,
    // A closure of the initialiser sees the variables as they were before the first turn.
    ...(node.initializer && hasFunction(node.initializer) ? nextBoxes() : []),
    ...(continuesFromTry(node) && node.incrementor
      ? stepFirst(ctx, node, step, test)
      : stepLast(ctx, node, step, test)),
  ];
}

type Test = Captured<py.Expression>;

function stepLast(
  ctx: Lowering,
  node: ts.ForStatement,
  step: () => py.Statement[],
  test: Test,
): py.Statement[] {
  return withJumps(ctx, node, { beforeContinue: step }, () => {
    const body = [...lowerLoopBody(ctx, node), ...step()];
    if (test.prerequisites.length === 0) return py.whileLoop(test.value, body);
    return py.whileLoop(py.bool(true), [...leaveUnless(test), ...body]);
  });
}

/**
 * A `continue` that leaves a `try` must not step inside of it, before `finally` has run:
 *
 *     first = True
 *     while True:
 *         if not first:
 *             i += 1
 *         first = False
 */
function stepFirst(
  ctx: Lowering,
  node: ts.ForStatement,
  step: () => py.Statement[],
  test: Test,
): py.Statement[] {
  const first = py.name(ctx.fresh("first"));
  const loop = withJumps(ctx, node, {}, () =>
    py.whileLoop(py.bool(true), [
      py.ifThen(py.not(first), step()),
      py.assign(first, py.bool(false)),
      ...leaveUnless(test),
      ...lowerLoopBody(ctx, node),
    ]),
  );
  return [py.assign(first, py.bool(true)), ...loop];
}

function hasFunction(node: ts.Node): boolean {
  return ts.isFunctionLike(node) || (ts.forEachChild(node, hasFunction) ?? false);
}

function leaveUnless(test: Test): py.Statement[] {
  return [...test.prerequisites, py.ifThen(py.not(test.value), [py.breakLoop()])];
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
