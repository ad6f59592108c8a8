import { ts } from "ts-morph";
import { notInTheSubset } from "../../../diagnostics/catalogue/language.ts";
import type { LengthChange } from "../../../facts/arrayChanges.ts";
import { type CallbackArgument, callbackMethods } from "../../../facts/callbackMethods.ts";
import { mentionsOwnContext, skipParentheses } from "../../../facts/inlinedCallbacks.ts";
import * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Wanted } from "../../functions/inlinedBody.ts";
import type { Lowering } from "../../lowering.ts";
import { effectOf } from "../../statements/simpleStatements.ts";
import type { LibraryCall } from "../libraryTypes.ts";
import { type Callback, lowerCallback } from "./callback.ts";
import type { ElementLoop } from "./elementLoop.ts";
import { mustSkipHoles, withoutHoles } from "./holes.ts";

/** A call of `xs.map(f)` and its kin with its parts lowered. */
export interface CallbackCall {
  readonly list: py.Expression;
  readonly callback: Callback;
  /** What the callback may do to the list's length. */
  readonly length: LengthChange;
  /** May there be places without elements, which the callback is not called for? */
  readonly hasHoles: boolean;
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
    ...call.args.slice(1).map((arg) => () => lowerThisArgument(ctx, call.args[0]!, arg)),
  ]);
  const length = ctx.facts.arrays.during(call.args[0]!, receiver);
  const hasHoles = !seeingHoles.has(method) && mustSkipHoles(ctx, receiver);
  const { index, array } = callback!.parameters;
  if (!hasHoles || index || array || length !== "none" || method === "Array.map") {
    return { list: list!, callback: callback!, length, hasHoles };
  }
  return { list: withoutHoles(ctx, list!), callback: callback!, length, hasHoles: false };
}

/** Methods that call the function for holes too. */
const seeingHoles: ReadonlySet<string> = new Set([
  "Array.find",
  "Array.findIndex",
  "Array.findLast",
  "Array.findLastIndex",
]);

/** `thisArg`: an arrow does not see it, but it is evaluated; a function that sees another is refused. */
function lowerThisArgument(
  ctx: Lowering,
  callback: ts.Expression,
  node: ts.Expression,
): py.Expression {
  if (seesOther(ctx, callback, node)) {
    const instead = "Use an arrow function: it has the `this` of the code around it.";
    return ctx.refuse(node, notInTheSubset("The `this` argument of a callback", instead));
  }
  const { value, prerequisites } = ctx.capture(() => lowerExpression(ctx, node));
  ctx.prerequisite(...prerequisites, ...effectOf(value));
  return py.noneValue();
}

/** Would a callback see another object as `this` than the one that it has in Python? */
function seesOther(ctx: Lowering, callback: ts.Expression, given: ts.Expression): boolean {
  const bare = skipParentheses(callback);
  if (ts.isFunctionExpression(bare)) {
    // Outside of methods its `this` is refused in itself.
    const isThis = given.kind === ts.SyntaxKind.ThisKeyword;
    return ctx.scope.self !== undefined && !isThis && mentionsOwnContext(bare.body);
  }
  if (!ts.isPropertyAccessExpression(bare)) return false;
  const symbol = ctx.checker.getSymbolAtLocation(bare.name);
  const isMethod = ((symbol?.flags ?? 0) & ts.SymbolFlags.Method) !== 0;
  return isMethod && bare.expression.getText() !== given.getText();
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

/** A value that is used after other code has run: a variable that stays what it is. */
export function settle(ctx: Lowering, list: py.Expression): py.Expression {
  const isSettled =
    list.kind === "name" && (ctx.module.isFixedName(list.id) || ctx.scope.temporaries.has(list.id));
  if (isSettled) return list;
  const hint = list.kind === "attribute" ? list.name : "items";
  const name = py.name(ctx.fresh(hint));
  ctx.prerequisite(py.assign(name, list));
  return name;
}

/** What a loop does at a hole: goes on, after what `before` says. */
export function atHoles(
  ctx: Lowering,
  parts: CallbackCall,
  ...before: readonly py.Statement[]
): Pick<ElementLoop, "atHole" | "element"> {
  if (!parts.hasHoles) return {};
  return { element: elementName(ctx, parts), atHole: [...before, py.continueLoop()] };
}

/** The list as a loop's source; in a variable where the loop will read it by index. */
export function settledSource(
  ctx: Lowering,
  { list, callback, length }: CallbackCall,
  isIndexed = false,
): ElementLoop["source"] {
  const { index, array } = callback.parameters;
  const needsName = isIndexed || index || array || length !== "none";
  return { kind: "list", list: needsName ? settle(ctx, list) : list, length };
}

/**
 * The variable that holds the element as it came: the callback's own, unless it takes the element
 * apart or assigns the variable.
 */
export function elementName(ctx: Lowering, { callback }: CallbackCall): py.Name {
  const { value } = callback.parameters;
  const isOwn = value?.target.kind === "name" && !isAssigned(ctx, callback.inlined?.parameters[0]);
  return isOwn ? (value.target as py.Name) : callback.spare.item;
}

export function isAssigned(ctx: Lowering, parameter: ts.ParameterDeclaration | undefined): boolean {
  if (!parameter || !ts.isIdentifier(parameter.name)) return false;
  const symbol = ctx.checker.getSymbolAtLocation(parameter.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  return binding !== undefined && binding.writes.length > 0;
}
