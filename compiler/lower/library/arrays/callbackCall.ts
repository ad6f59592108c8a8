import { ts } from "ts-morph";
import type { LengthChange } from "../../../facts/arrayChanges.ts";
import { type CallbackArgument, callbackMethods } from "../../../facts/callbackMethods.ts";
import * as py from "../../../python/py.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Wanted } from "../../functions/inlinedBody.ts";
import type { Lowering } from "../../lowering.ts";
import type { LibraryCall } from "../libraryTypes.ts";
import { type Callback, lowerCallback } from "./callback.ts";
import type { ElementLoop } from "./elementLoop.ts";

/** A call of `xs.map(f)` and its kin with its parts lowered. */
export interface CallbackCall {
  readonly list: py.Expression;
  readonly callback: Callback;
  /** What the callback may do to the list's length. */
  readonly length: LengthChange;
}

/** Lowers receiver and callback of a method that calls it for every element. */
export function lowerCallbackCall(
  ctx: Lowering,
  call: LibraryCall,
  method: string,
  wanted: Wanted,
): CallbackCall {
  const receiver = call.receiver!;
  let callback: Callback | undefined;
  const [list] = inOrder(ctx, [
    () => lowerChainLink(ctx, receiver),
    () => {
      callback = lowerCallback(ctx, call.args[0]!, {
        method: callbackMethods.get(method)!,
        wanted,
        typeOf: (argument) => argumentType(ctx, receiver, argument),
      });
      return py.noneValue();
    },
    ...call.args.slice(1).map((arg) => () => ignored(ctx, arg)),
  ]);
  const length = ctx.facts.arrays.during(call.args[0]!, receiver);
  return { list: list!, callback: callback!, length };
}

/** `thisArg`: an arrow does not see it, but it is evaluated. */
function ignored(ctx: Lowering, node: ts.Expression): py.Expression {
  if (ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword) return py.noneValue();
  const value = ctx.capture(() => lowerChainLink(ctx, node));
  ctx.prerequisite(...value.prerequisites, py.expression(value.value));
  return py.noneValue();
}

export function argumentType(
  ctx: Lowering,
  receiver: ts.Expression,
  argument: CallbackArgument,
): ts.Type {
  const type = ctx.facts.types.present(ctx.typeOf(receiver));
  if (argument === "index") return ctx.checker.getNumberType();
  if (argument === "array") return type;
  return type.getNumberIndexType() ?? type;
}

/** A list that is read by index, turn by turn: a variable that stays what it is. */
export function settleList(ctx: Lowering, list: py.Expression): py.Expression {
  if (list.kind === "name" && ctx.module.isFixedName(list.id)) return list;
  const hint = list.kind === "attribute" ? list.name : "items";
  const name = py.name(ctx.fresh(hint));
  ctx.prerequisite(py.assign(name, list));
  return name;
}

/** The list as a loop's source; in a variable where the loop will read it by index. */
export function settledSource(
  ctx: Lowering,
  { list, callback, length }: CallbackCall,
  isIndexed = false,
): ElementLoop["source"] {
  const { index, array } = callback.parameters;
  const needsName = isIndexed || index || array || length !== "none";
  return { kind: "list", list: needsName ? settleList(ctx, list) : list, length };
}

/**
 * The variable that holds the element as it came: the callback's own, unless it takes the element
 * apart or assigns the variable.
 */
export function elementName(ctx: Lowering, { callback }: CallbackCall): py.Name {
  const { value } = callback.parameters;
  const isOwn = value?.target.kind === "name" && !isAssigned(ctx, callback.inlined?.parameters[0]);
  return isOwn ? (value.target as py.Name) : py.name(ctx.fresh("item"));
}

export function isAssigned(ctx: Lowering, parameter: ts.ParameterDeclaration | undefined): boolean {
  if (!parameter || !ts.isIdentifier(parameter.name)) return false;
  const symbol = ctx.checker.getSymbolAtLocation(parameter.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  return binding !== undefined && binding.writes.length > 0;
}
