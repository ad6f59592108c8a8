import type { LengthChange } from "../../../facts/arrayChanges.ts";
import * as py from "../../../python/py.ts";
import { lowerInlinedBlock, type TurnUse } from "../../functions/inlinedBody.ts";
import type { Lowering } from "../../lowering.ts";
import type { LoopTarget } from "../../statements/forOfStatement.ts";
import { withJumps } from "../../statements/jumps.ts";
import { originOf } from "../../statements/origin.ts";
import { effectOf } from "../../statements/simpleStatements.ts";
import { unusedName } from "../../values/unusedName.ts";
import { type Callback, releaseNames } from "./callback.ts";

/** What a loop runs over. */
export type LoopSource =
  /** A list, by index where it must be; `length` is what may happen to it meanwhile. */
  | { readonly kind: "list"; readonly list: py.Expression; readonly length: LengthChange }
  /** Anything that Python iterates. */
  | { readonly kind: "iterable"; readonly iterable: py.Expression }
  /** `{ length: n }`: n turns without elements. */
  | { readonly kind: "count"; readonly count: py.Expression };

export interface ElementLoop {
  readonly callback: Callback;
  readonly source: LoopSource;
  /** From the last element to the first. */
  readonly backwards?: boolean;
  /** The index of the first element that is visited. */
  readonly from?: number;
  /** What an element that is gone by its turn is: skipped, read as undefined, or an error. */
  readonly missing: "skip" | "undefined" | "throw";
  /** Variables that the use of the callback's value needs, bound though the callback may not look. */
  readonly element?: py.Name;
  readonly index?: py.Name;
  /** What to do for a place that has no element; needs `element`. */
  readonly atHole?: readonly py.Statement[] | undefined;
}

/** The head of the loop: what is bound by `for`, and what the body does first. */
interface LoopHead extends LoopTarget {
  readonly iterable: py.Expression;
}

/**
 * The loop that calls a callback for every element:
 *
 *     for x in xs:                     for i in range(len(xs)):
 *         ...                              x = xs[i]
 *                                          ...
 *
 * The second form where the index is asked for, or where the list may change meanwhile: JavaScript
 * visits the indices that there were at the start.
 */
export function lowerElementLoop(ctx: Lowering, loop: ElementLoop, use: TurnUse): py.Statement[] {
  const { callback } = loop;
  const head = loopHead(ctx, loop);
  const makeLoop = () =>
    py.forIn(head.target, head.iterable, [...head.prologue, ...lowerTurn(ctx, callback, use)]);
  const statements = callback.inlined
    ? withJumps(ctx, callback.inlined, {}, makeLoop)
    : [makeLoop()];
  releaseNames(ctx, callback);
  return statements;
}

function lowerTurn(ctx: Lowering, callback: Callback, use: TurnUse): readonly py.Statement[] {
  const { body, inlined } = callback;
  if (body.kind === "block") return lowerInlinedBlock(ctx, inlined!, body.block, use);
  const leave = () => [py.breakLoop()];
  const used = use.wanted === "effect" ? effectOf(body.value) : use.use(body.value, leave);
  const statements = [...body.prerequisites, ...used];
  const origin = inlined && originOf(ctx, inlined.body);
  if (origin) for (const statement of statements) statement.origin ??= origin;
  return statements;
}

function loopHead(ctx: Lowering, loop: ElementLoop): LoopHead {
  const { source } = loop;
  switch (source.kind) {
    case "list":
      return needsIndex(loop, source.length)
        ? indexedHead(ctx, loop, source.list, source.length)
        : directHead(ctx, loop, loop.backwards ? reversedList(source.list) : source.list);
    case "iterable":
      return directHead(ctx, loop, source.iterable);
    case "count":
      return countedHead(ctx, loop, source.count);
  }
}

function needsIndex(loop: ElementLoop, length: LengthChange): boolean {
  const { index, array } = loop.callback.parameters;
  return !!(index || array || loop.index || loop.from) || length !== "none";
}

function reversedList(list: py.Expression): py.Expression {
  return py.callBuiltin("reversed", [list]);
}

/** `for x in xs:`, or with an index `for i, x in enumerate(xs):` */
function directHead(ctx: Lowering, loop: ElementLoop, iterable: py.Expression): LoopHead {
  const element = elementTarget(ctx, loop);
  const index = indexTarget(loop);
  if (!index) return { ...element, iterable };
  return {
    target: py.tuple([index.target, element.target]),
    iterable: py.callBuiltin("enumerate", [iterable]),
    prologue: [...index.prologue, ...element.prologue],
  };
}

/** `for i in range(n):` */
function countedHead(ctx: Lowering, loop: ElementLoop, count: py.Expression): LoopHead {
  const index = indexTarget(loop) ?? unusedTarget(ctx);
  const { value } = loop.callback.parameters;
  const element = value ? [py.assign(value.target, py.noneValue()), ...value.prologue] : [];
  return {
    target: index.target,
    iterable: py.callBuiltin("range", [count]),
    prologue: [...index.prologue, ...element],
  };
}

function indexedHead(
  ctx: Lowering,
  loop: ElementLoop,
  list: py.Expression,
  length: LengthChange,
): LoopHead {
  const array = loop.callback.parameters.array;
  const index = indexTarget(loop) ?? { target: loop.callback.spare.index, prologue: [] };
  const size = py.callBuiltin("len", [list]);
  const range = loop.backwards
    ? [backwardsStart(size, loop.from), py.int(-1), py.int(-1)]
    : loop.from
      ? [py.int(loop.from), size]
      : [size];
  const mayBeMissing = length === "any";
  const skip = py.ifThen(py.compare(index.target, ">=", size), [py.continueLoop()]);
  return {
    target: index.target,
    iterable: py.callBuiltin("range", range),
    prologue: [
      ...(mayBeMissing && loop.missing === "skip" ? [skip] : []),
      ...index.prologue,
      ...readElement(ctx, loop, list, index.target, mayBeMissing),
      ...(array ? [py.assign(array.target, list), ...array.prologue] : []),
    ],
  };
}

/** `len(xs) - 1`, or further down where elements at the end are left out. */
function backwardsStart(size: py.Expression, from = 0): py.Expression {
  return py.binary(size, "-", py.int(1 + from));
}

function readElement(
  ctx: Lowering,
  loop: ElementLoop,
  list: py.Expression,
  index: py.Expression,
  mayBeMissing: boolean,
): readonly py.Statement[] {
  if (!loop.callback.parameters.value && !loop.element) return [];
  const { target, prologue } = elementTarget(ctx, loop);
  const read =
    mayBeMissing && loop.missing === "undefined"
      ? ctx.callHelper("item_or_none", list, index)
      : py.subscript(list, index);
  return [py.assign(target, read), ...prologue];
}

/** The element's variable; where its use needs another one than the callback's, both. */
function elementTarget(ctx: Lowering, { callback, element, atHole }: ElementLoop): LoopTarget {
  const { value } = callback.parameters;
  if (!element) return value ?? unusedTarget(ctx);
  const guard = atHole ? [py.ifThen(py.isNone(element), atHole)] : [];
  if (!value || isName(value.target, element))
    return { target: element, prologue: [...guard, ...(value?.prologue ?? [])] };
  const assigned = [py.assign(value.target, element), ...value.prologue];
  return { target: element, prologue: [...guard, ...assigned] };
}

function indexTarget({ callback, index }: ElementLoop): LoopTarget | undefined {
  const own = callback.parameters.index;
  if (!index || !own) return index ? { target: index, prologue: [] } : own;
  if (isName(own.target, index)) return own;
  return { target: index, prologue: [py.assign(own.target, index), ...own.prologue] };
}

function isName(target: py.Target, name: py.Name): boolean {
  return target.kind === "name" && target.id === name.id;
}

function unusedTarget(ctx: Lowering): LoopTarget {
  return { target: unusedName(ctx), prologue: [] };
}
