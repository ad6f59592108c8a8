import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import { isInLoop, isLogicalAssignment, outerParent, skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { isInside } from "../values/isInside.ts";
import { mayRunCode } from "../values/mayRunCode.ts";
import { isConstant, isRepeatable } from "../values/repeatable.ts";

/** How an element is read and written. */
interface IndexTarget {
  target?: py.Target;
  read: py.Expression;
  write?: (value: py.Expression) => py.Statement[];
  /** Changes an element by what is there, and nothing where there is none. */
  update?: (change: (target: py.Target) => py.Statement) => py.Statement[];
}

/** `xs[i] = v` is plain where it is proven to be in bounds; otherwise it may extend the list. */
export function indexTarget(
  ctx: Lowering,
  node: ts.ElementAccessExpression,
  type: ts.Type,
  object: py.Expression,
  index: py.Expression,
): IndexTarget {
  const proof = ctx.facts.numbers.indexProof(node);
  const isIntIndex = isInt(ctx.facts.numbers.of(node.argumentExpression));
  const target = py.subscript(object, index);
  const isPlainStore =
    ctx.facts.types.isArray(type) || holdsFloats(ctx, type) || storesInt(ctx, node);
  if (proof === "inBounds" && isPlainStore) return { target, read: target };
  if (proof === "atEnd" && ctx.facts.types.isArray(type)) {
    const append = (value: py.Expression) => py.callMethod(object, "append", [value]);
    return { read: target, write: (value) => [py.expression(append(value))] };
  }
  const isPlain = isIntIndex && proof !== "unknown";
  const isAsked = asksForUndefined(node);
  // `xs[i] += 1` reads first, which raises where there is nothing.
  if (isPlain && isPlainStore && !isAsked && isReadFirst(node)) return { target, read: target };
  const reader = isAsked ? "item_or_none" : "item";
  const read = isPlain && !isAsked ? target : ctx.callHelper(reader, object, index);
  if (!ctx.facts.types.isArray(type)) {
    const store = { object, index, helper: undefined };
    const isShort = isIntIndex && isPlainStore && isStoredInLoop(ctx, node);
    const isUpdated = isIntIndex && isPlainStore;
    return {
      read,
      write: (value) =>
        isShort
          ? writeInLoop(ctx, node, { ...store, value })
          : [py.expression(ctx.callHelper("set_byte", object, index, value))],
      ...(isUpdated ? { update: (change) => guardedUpdate(ctx, node, object, index, change) } : {}),
    };
  }
  const helper = ctx.facts.holes.mayNotGape(node.expression) ? "set_next_item" : "set_item";
  const store = { object, index, helper };
  return {
    read,
    write: (value) =>
      isIntIndex && isStoredInLoop(ctx, node)
        ? writeInLoop(ctx, node, { ...store, value })
        : [py.expression(ctx.callHelper(helper, object, index, value))],
  };
}

/** `xs[i] ??= value` looks at what is there, which may be nothing. */
function asksForUndefined(node: ts.ElementAccessExpression): boolean {
  return isLogicalAssignment(outerParent(node));
}

function holdsFloats(ctx: Lowering, type: ts.Type): boolean {
  return /^Float(32|64)Array$/.test(ctx.facts.types.libraryClass(type) ?? "");
}

/** Is a place read before it is written, with nothing in between that could change its array? */
function isReadFirst(node: ts.ElementAccessExpression): boolean {
  const parent = outerParent(node);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) return true;
  if (!ts.isBinaryExpression(parent) || skipWrappers(parent.left) !== node) return false;
  const { kind } = parent.operatorToken;
  return kind !== ts.SyntaxKind.EqualsToken && !mayRunCode(parent.right);
}

/** Is the number that an assignment or `++` puts into a typed array an int object? Python stores no floats there. */
function storesInt(ctx: Lowering, node: ts.ElementAccessExpression): boolean {
  const parent = outerParent(node);
  if (ts.isBinaryExpression(parent)) {
    const isPlain = parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    return isInt(ctx.facts.numbers.of(isPlain ? parent.right : parent));
  }
  const isStep = ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent);
  return isStep && isInt(ctx.facts.numbers.of(node));
}

interface IndexedStore {
  readonly object: py.Expression;
  readonly index: py.Expression;
  readonly value: py.Expression;
  /** What stores behind the end, which typed arrays ignore. */
  readonly helper: string | undefined;
}

/**
 * `xs[i] = value` where nobody knows that `i` is a position, in a loop: nearly always it is.
 *
 *     if i < len(xs):
 *         xs[i] = value
 *     else:
 *         set_item(xs, i, value)
 */
function writeInLoop(
  ctx: Lowering,
  node: ts.ElementAccessExpression,
  { object, index, value, helper }: IndexedStore,
): py.Statement[] {
  const before: py.Statement[] = [];
  const list = named(ctx, object, "values", before);
  const place = named(ctx, index, "index", before);
  const isSimple = isConstant(value) || value.kind === "name";
  const item = isSimple ? value : named(ctx, value, "value", before);
  const otherwise = helper ? [py.expression(ctx.callHelper(helper, list, place, item))] : [];
  const store = py.assign(py.subscript(list, place), item);
  return [...before, py.ifThen(isInside(ctx, node, list, place), [store], otherwise)];
}

/**
 * `bytes[i]++` where nobody knows that `i` is a position: a typed array has no other elements to change.
 *
 *     if 0 <= i < len(bytes):
 *         bytes[i] += 1
 */
function guardedUpdate(
  ctx: Lowering,
  node: ts.ElementAccessExpression,
  object: py.Expression,
  index: py.Expression,
  change: (target: py.Target) => py.Statement,
): py.Statement[] {
  const before: py.Statement[] = [];
  const list = named(ctx, object, "values", before);
  const place = named(ctx, index, "index", before);
  return [
    ...before,
    py.ifThen(isInside(ctx, node, list, place), [change(py.subscript(list, place))]),
  ];
}

/** The value itself, where it can be repeated, or a variable that gets it `before`. */
function named(
  ctx: Lowering,
  part: py.Expression,
  hint: string,
  before: py.Statement[],
): py.Expression {
  if (isRepeatable(part)) return part;
  const name = py.name(ctx.fresh(hint));
  before.push(py.assign(name, part));
  return name;
}

/** Is it a plain `xs[i] = value;` in a loop, whose value changes neither `xs` nor `i`? */
function isStoredInLoop(ctx: Lowering, node: ts.ElementAccessExpression): boolean {
  const parent = outerParent(node);
  if (!ts.isBinaryExpression(parent) || parent.left !== node || !isInLoop(node)) return false;
  if (parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  const { order } = ctx.facts;
  const index = skipWrappers(node.argumentExpression);
  const counter = ts.isPostfixUnaryExpression(index) ? index.operand : index;
  return ![node.expression, counter].some((part) => order.mustComeFirst(part, parent.right));
}
