import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { joinParts, lowerElement } from "../../expressions/arrayLiteral.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Lowering } from "../../lowering.ts";
import { isRepeatable } from "../../values/repeatable.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { isAsserted, isResultUnused } from "./resultUse.ts";

/** Methods that add and remove elements at the ends. */
export const arrayEnds: LibraryTable = {
  "Array.push": lowerPush,
  "Array.unshift": lowerUnshift,
  "Array.pop": (ctx, call) => lowerPop(ctx, call, undefined),
  "Array.shift": (ctx, call) => lowerPop(ctx, call, py.int(0)),
};

/** The receiver and what is added to it, in order of evaluation; `added` is undefined where nothing is. */
function lowerAddition(
  ctx: Lowering,
  { receiver, args }: LibraryCall,
): { list: py.Expression; values: readonly py.Expression[] } {
  const [list, ...values] = inOrder(ctx, [
    () => lowerChainLink(ctx, receiver!),
    ...args.map((arg) => () => lowerElement(ctx, arg)),
  ]);
  return { list: list!, values };
}

/** `xs.push(a)` is `xs.append(a)`; several, or spread ones, are `xs.extend(...)`. */
function lowerPush(ctx: Lowering, call: LibraryCall): py.Expression {
  const { list, values } = lowerAddition(ctx, call);
  const [only] = values;
  return withLength(ctx, call, list, (target) => {
    if (!only) return [];
    if (values.length === 1 && !ts.isSpreadElement(call.args[0]!)) {
      return [py.expression(py.callMethod(target, "append", [only]))];
    }
    return [py.expression(py.callMethod(target, "extend", [joinParts(call.args, values)]))];
  });
}

/** `xs.unshift(a)` is `xs.insert(0, a)`; several are `xs[:0] = [a, b]`. */
function lowerUnshift(ctx: Lowering, call: LibraryCall): py.Expression {
  const { list, values } = lowerAddition(ctx, call);
  const [only] = values;
  return withLength(ctx, call, list, (target) => {
    if (!only) return [];
    if (values.length === 1 && !ts.isSpreadElement(call.args[0]!)) {
      return [py.expression(py.callMethod(target, "insert", [py.int(0), only]))];
    }
    const place = py.slice(target, undefined, py.int(0));
    const added = joinParts(call.args, values);
    const isList = values.length > 1 || added.kind === "list";
    return [py.assign(place, isList ? added : py.callBuiltin("list", [added]))];
  });
}

/** The change alone as a statement; where its value is asked for, the new length after it. */
function withLength(
  ctx: Lowering,
  call: LibraryCall,
  list: py.Expression,
  change: (list: py.Expression) => readonly py.Statement[],
): py.Expression {
  if (!isResultUnused(ctx, call.node)) {
    const target = ctx.stash(list, "items");
    ctx.prerequisite(...change(target));
    return py.callBuiltin("len", [target]);
  }
  const [statement, ...more] = change(list);
  if (statement?.kind === "expression" && more.length === 0) return statement.value;
  if (statement) ctx.prerequisite(statement, ...more);
  return py.noneValue();
}

/**
 * `xs.pop()`: plain where it is said and proven that there is an element, otherwise
 *
 *     xs.pop() if xs else None
 */
function lowerPop(
  ctx: Lowering,
  { node, receiver }: LibraryCall,
  index: py.Expression | undefined,
): py.Expression {
  const list = lowerChainLink(ctx, receiver!);
  const args = index ? [index] : [];
  const pop = py.callMethod(list, "pop", args);
  const isUnused = isResultUnused(ctx, node);
  const isFilled = isAsserted(ctx, node) && ctx.facts.numbers.isFilled(node, receiver!);
  if (isFilled && !isUnused) return pop;
  if (!canReadTwice(receiver!, list)) return ctx.callHelper("array_pop", list, ...args);
  if (!isUnused) return py.ifExp(list, pop, py.noneValue());
  ctx.prerequisite(py.ifThen(list, [py.expression(pop)]));
  return py.noneValue();
}

/** A variable, or a property of `this`: to read it twice is cheap and changes nothing. */
export function canReadTwice(node: ts.Expression, value: py.Expression): boolean {
  if (isRepeatable(value)) return true;
  return (
    ts.isPropertyAccessExpression(node) &&
    node.expression.kind === ts.SyntaxKind.ThisKeyword &&
    value.kind === "attribute"
  );
}
