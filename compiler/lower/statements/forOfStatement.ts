import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import { takenName } from "../../facts/returnedTuples.ts";
import * as py from "../../python/py.ts";
import { fixedLength } from "../destructuring/arraySource.ts";
import { assignPattern } from "../destructuring/assignPattern.ts";
import { bindPattern, unpackedFields } from "../destructuring/bindPattern.ts";
import { fieldsOfRecord } from "../destructuring/unpackedRecord.ts";
import { placeOf } from "../expressions/place.ts";
import { lowerIterable } from "../library/iterables.ts";
import type { Lowering } from "../lowering.ts";
import { unusedName } from "../values/unusedName.ts";
import { bindVariable } from "./bindVariable.ts";
import { boxedTarget } from "./boxedTarget.ts";
import { withJumps } from "./jumps.ts";
import { lowerLoopBody } from "./loopBody.ts";

/** The target of a Python `for`, and what its body does first. */
export interface LoopTarget {
  readonly target: py.Target;
  readonly prologue: readonly py.Statement[];
}

/**
 * `for (const x of xs) body`
 *
 *     for x in xs:
 *         body
 *
 * Pairs of known length are unpacked: `for key, value in entries:`.
 */
export function lowerForOfStatement(ctx: Lowering, node: ts.ForOfStatement): py.Statement[] {
  if (isUsing(node.initializer)) {
    ctx.report(node.initializer, notInTheSubset("`using` in the head of a loop"));
  }
  if (node.awaitModifier && !isAsyncIterable(ctx, node.expression))
    return lowerAwaitedItems(ctx, node);
  const isAsync = node.awaitModifier !== undefined;
  const plain = lowerIterable(ctx, node.expression, { async: isAsync, loop: node });
  const closing = closingOf(ctx, node, plain, isAsync);
  const iterable = closing?.iterator ?? plain;
  const loop = withJumps(ctx, node, {}, () => {
    const { target, prologue } = loopTarget(ctx, node);
    const body = [...prologue, ...lowerLoopBody(ctx, node)];
    return py.forIn(target, iterable, body, { async: isAsync });
  });
  return closing ? [...closing.before, py.tryExcept(loop, [], closing.after)] : loop;
}

function isUsing(node: ts.ForInitializer): boolean {
  return (node.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using;
}

/**
 * A generator that the loop may leave early is ended explicitly, where anybody can see it:
 *
 *     values = iter(numbers())
 *     try:
 *         for x in values: ...
 *     finally:
 *         close_iterator(values)
 */
function closingOf(
  ctx: Lowering,
  node: ts.ForOfStatement,
  iterable: py.Expression,
  isAsync: boolean,
): { iterator: py.Expression; before: py.Statement[]; after: py.Statement[] } | undefined {
  if (!ctx.facts.closesIterators) return undefined;
  const type = ctx.typeOf(node.expression);
  if (ctx.facts.types.isOnly(type, "array", "string")) return undefined;
  if (/^(Map|Set|Uint8Array)$/.test(ctx.facts.types.libraryClass(type) ?? "")) return undefined;
  const iterator = py.name(ctx.fresh("values"));
  const value = isAsync ? py.callMethod(iterable, "__aiter__") : py.callBuiltin("iter", [iterable]);
  const close = isAsync
    ? py.awaitValue(py.callMethod(iterator, "aclose"))
    : ctx.callHelper("close_iterator", iterator);
  return { iterator, before: [py.assign(iterator, value)], after: [py.expression(close)] };
}

/**
 * `for await (const x of promises)` over what is not async itself: each item is awaited.
 *
 *     for item in promises:
 *         x = await item
 */
function lowerAwaitedItems(ctx: Lowering, node: ts.ForOfStatement): py.Statement[] {
  const iterable = lowerIterable(ctx, node.expression, { loop: node });
  return withJumps(ctx, node, {}, () => {
    const item = py.name(ctx.fresh("item"));
    const awaited = py.awaitValue(ctx.callHelper("awaitable", item));
    const { target, prologue } = loopTarget(ctx, node);
    const body = [py.assign(target, awaited), ...prologue, ...lowerLoopBody(ctx, node)];
    return py.forIn(item, iterable, body);
  });
}

export function isAsyncIterable(ctx: Lowering, node: ts.Expression): boolean {
  const type = ctx.facts.types.constrained(ctx.typeOf(node));
  return type.getProperties().some((property) => property.name.startsWith("__@asyncIterator"));
}

/** The variable or pattern before `of` or `in`. */
export function loopTarget(ctx: Lowering, node: ts.ForOfStatement | ts.ForInStatement): LoopTarget {
  const { initializer } = node;
  if (!ts.isVariableDeclarationList(initializer)) return assignedTarget(ctx, initializer, node);
  return declaredTarget(ctx, initializer.declarations[0]!.name, elementTypeOf(ctx, node));
}

/** A name or pattern that every turn of a loop declares. */
export function declaredTarget(ctx: Lowering, name: ts.BindingName, type: ts.Type): LoopTarget {
  if (ts.isIdentifier(name)) {
    const fields = fieldsOfRecord(ctx, name, type);
    if (fields) return { target: fields, prologue: [] };
    const boxed = boxedTarget(ctx, name);
    return boxed ?? { target: bindVariable(ctx, name).target, prologue: [] };
  }
  const unpacked = unpackedTarget(ctx, name, type);
  if (unpacked) return { target: unpacked, prologue: [] };
  const item = py.name(ctx.fresh("item"));
  const boxes = boxedNames(ctx, name).map((id) =>
    py.assign(py.name(id), py.list([py.noneValue()])),
  );
  return { target: item, prologue: [...boxes, ...bindPattern(ctx, name, item, type)] };
}

/** The names in a pattern that live in boxes. */
function boxedNames(ctx: Lowering, pattern: ts.BindingPattern): readonly string[] {
  const elements = pattern.elements as readonly ts.ArrayBindingElement[];
  return elements.filter(ts.isBindingElement).flatMap(({ name }) => {
    if (!ts.isIdentifier(name)) return boxedNames(ctx, name);
    const { target } = bindVariable(ctx, name);
    return target.kind === "subscript" && target.value.kind === "name" ? [target.value.id] : [];
  });
}

function unpackedTarget(
  ctx: Lowering,
  pattern: ts.BindingPattern,
  type: ts.Type,
): py.Target | undefined {
  if (ts.isObjectBindingPattern(pattern)) return unpackedRecord(ctx, pattern, type);
  if (fixedLength(ctx, type) !== pattern.elements.length) return undefined;
  const names: py.Target[] = [];
  for (const element of pattern.elements) {
    if (ts.isOmittedExpression(element)) names.push(unusedName(ctx));
    else if (!ts.isIdentifier(element.name) || element.initializer || element.dotDotDotToken) {
      return undefined;
    } else {
      const { target } = bindVariable(ctx, element.name);
      if (target.kind !== "name") return undefined;
      names.push(target);
    }
  }
  return py.tuple(names);
}

/** `for (const { to, weight } of edges)` over tuples: `for to, weight in edges:`. */
function unpackedRecord(
  ctx: Lowering,
  pattern: ts.ObjectBindingPattern,
  type: ts.Type,
): py.Target | undefined {
  const fields = unpackedFields(ctx, pattern, type);
  if (!fields) return undefined;
  const targets = pattern.elements.map((e) => bindVariable(ctx, e.name as ts.Identifier).target);
  if (targets.some(({ kind }) => kind !== "name")) return undefined;
  const taken = pattern.elements.map(takenName);
  return py.tuple(fields.map((name) => targets[taken.indexOf(name)] ?? unusedName(ctx)));
}

/** The type of what a loop goes through; that of a pattern where it is no array. */
function itemType(ctx: Lowering, node: ts.ForOfStatement | ts.ForInStatement): ts.Type {
  const items = ctx.typeOf(node.expression);
  if (ts.isForInStatement(node)) return ctx.checker.getStringType();
  return items.getNumberIndexType() ?? iteratedType(ctx, items) ?? ctx.typeOf(node.initializer);
}

function iteratedType(ctx: Lowering, items: ts.Type): ts.Type | undefined {
  const isReference =
    (items.flags & ts.TypeFlags.Object) !== 0 &&
    ((items as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
  const args = isReference ? ctx.checker.getTypeArguments(items as ts.TypeReference) : [];
  return ctx.facts.types.libraryClass(items) === "Map" ? undefined : args[0];
}

/** `for (x of xs)` assigns a variable that exists already. */
function assignedTarget(
  ctx: Lowering,
  target: ts.Expression,
  node: ts.ForOfStatement | ts.ForInStatement,
): LoopTarget {
  const item = py.name(ctx.fresh("item"));
  if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)) {
    const type = itemType(ctx, node);
    const captured = ctx.capture(() => assignPattern(ctx, target, node.expression, item, type));
    return { target: item, prologue: [...captured.prerequisites, ...captured.value] };
  }
  const place = ctx.capture(() => placeOf(ctx, target));
  if (place.value.variable !== undefined) {
    return { target: py.name(place.value.variable), prologue: [] };
  }
  return { target: item, prologue: [...place.prerequisites, ...place.value.write(item)] };
}

function elementTypeOf(ctx: Lowering, node: ts.ForOfStatement | ts.ForInStatement): ts.Type {
  const { initializer } = node;
  return ts.isVariableDeclarationList(initializer)
    ? ctx.typeOf(initializer.declarations[0]!.name)
    : ctx.typeOf(initializer);
}
