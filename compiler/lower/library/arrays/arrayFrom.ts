import type { ts } from "ts-morph";
import { callbackMethods } from "../../../facts/callbackMethods.ts";
import * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import type { TurnUse } from "../../functions/inlinedBody.ts";
import type { Lowering } from "../../lowering.ts";
import { unusedName } from "../../values/unusedName.ts";
import { lowerIterable } from "../iterables.ts";
import type { LibraryCall } from "../libraryTypes.ts";
import { type BlankArray, blankArray, blankCount, lengthOnly } from "./blankArray.ts";
import { type Callback, lowerCallback, releaseNames } from "./callback.ts";
import { type ComprehensionHead, comprehensionValue } from "./comprehension.ts";
import { lowerElementLoop } from "./elementLoop.ts";
import { comprehensionOf } from "./fusion.ts";
import { resultVariable } from "./loopResult.ts";

/**
 * `Array.from(source, f)`
 *
 *     [f(i) for i in range(n)]         Array.from({ length: n }, (_, i) => f(i))
 *     [f(x) for x in source]
 *     list(source)
 *     list_of(source)                  of unknown type: may have a length and indices only
 */
export function lowerArrayFrom(ctx: Lowering, call: LibraryCall): py.Expression {
  const [source, callback] = call.args;
  const length = lengthOnly(source!);
  const blank: BlankArray | undefined = length
    ? { length, isStrict: false }
    : blankArray(ctx, source!);
  if (callback) return mapped(ctx, call, blank);
  if (blank) return py.binary(py.list([py.noneValue()]), "*", blankCount(ctx, blank));
  return listOf(ctx, source!);
}

function listOf(ctx: Lowering, source: ts.Expression): py.Expression {
  const { types } = ctx.facts;
  const type = ctx.typeOf(source);
  if (types.isOnly(type, "array")) {
    const list = lowerExpression(ctx, source);
    return ctx.facts.arrays.identity.isFresh(source) ? list : py.slice(list);
  }
  return isIterable(ctx, type)
    ? py.callBuiltin("list", [lowerIterable(ctx, source)])
    : lowerListed(ctx, source);
}

/** What may be no more than a length and indices, as a list. */
function lowerListed(ctx: Lowering, source: ts.Expression): py.Expression {
  return ctx.callHelper("list_of", lowerExpression(ctx, source));
}

/** Text, and what has an iterator: anything but a bare `{ length }`. */
function isIterable(ctx: Lowering, type: ts.Type): boolean {
  const { types } = ctx.facts;
  return types.members(types.constrained(type)).every((member) => {
    if (types.isOnly(member, "string", "array")) return true;
    return member.getProperties().some((property) => property.name.startsWith("__@iterator"));
  });
}

function mapped(ctx: Lowering, call: LibraryCall, blank: BlankArray | undefined): py.Expression {
  const [source, node, ...ignored] = call.args;
  let callback: Callback | undefined;
  const [items] = inOrder(ctx, [
    () => {
      if (blank) return blankCount(ctx, blank);
      return isIterable(ctx, ctx.typeOf(source!))
        ? lowerIterable(ctx, source!)
        : lowerListed(ctx, source!);
    },
    () => {
      callback = lowerCallback(ctx, node!, {
        method: callbackMethods.get("ArrayConstructor.from")!,
        wanted: "value",
        typeOf: (argument) =>
          argument === "index" ? ctx.checker.getNumberType() : elementType(ctx, node!),
      });
      return py.noneValue();
    },
    ...ignored.map((arg) => () => lowerExpression(ctx, arg)),
  ]);
  const { value: element, index } = callback!.parameters;
  const value = comprehensionValue(callback!);
  if (value && !element?.prologue.length && !index?.prologue.length && !(blank && element)) {
    const { target, iterable } = head(ctx, callback!, items!, blank !== undefined);
    releaseNames(ctx, callback!);
    return listOfValues({ value, target, iterable, conditions: [] });
  }
  const values = resultVariable(ctx, call.node, "values");
  const use: TurnUse = {
    wanted: "value",
    use: (result) => [py.expression(py.callMethod(values, "append", [result]))],
  };
  const loopSource = blank
    ? ({ kind: "count", count: items! } as const)
    : ({ kind: "iterable", iterable: items! } as const);
  const loop = { callback: callback!, source: loopSource, missing: "skip" } as const;
  ctx.prerequisite(py.assign(values, py.list([])), ...lowerElementLoop(ctx, loop, use));
  return values;
}

function head(
  ctx: Lowering,
  { parameters }: Callback,
  items: py.Expression,
  isCount: boolean,
): { target: py.Target; iterable: py.Expression } {
  const unused = unusedName(ctx);
  const element = parameters.value?.target ?? unused;
  const index = parameters.index?.target;
  if (isCount) return { target: index ?? unused, iterable: py.callBuiltin("range", [items]) };
  if (!index) return { target: element, iterable: items };
  return { target: py.tuple([index, element]), iterable: py.callBuiltin("enumerate", [items]) };
}

/** `[i for i in range(n)]` is `list(range(n))`. */
export function listOfValues(head: ComprehensionHead): py.Expression {
  const { value, target, iterable, conditions } = head;
  const isItself = value.kind === "name" && target.kind === "name" && value.id === target.id;
  return isItself && conditions.length === 0
    ? py.callBuiltin("list", [iterable])
    : comprehensionOf(head);
}

/** The type of the callback's first parameter. */
function elementType(ctx: Lowering, callback: ts.Expression): ts.Type {
  const signature = ctx.typeOf(callback).getCallSignatures()[0];
  const first = signature?.parameters[0];
  return first ? ctx.checker.getTypeOfSymbolAtLocation(first, callback) : ctx.typeOf(callback);
}
