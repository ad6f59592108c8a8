import { ts } from "ts-morph";
import type { CallbackArgument, CallbackMethod } from "../../../facts/callbackMethods.ts";
import { type InlinedCallback, skipParentheses } from "../../../facts/inlinedCallbacks.ts";
import * as py from "../../../python/py.ts";
import { lowerWanted, type Wanted } from "../../functions/inlinedBody.ts";
import type { Lowering } from "../../lowering.ts";
import { declaredTarget, type LoopTarget } from "../../statements/forOfStatement.ts";
import { lowerFunctionCallback } from "./functionCallback.ts";

/** The function that a built-in calls for every element, as the body of a loop. */
export interface Callback {
  readonly code: ts.Expression;
  /** The function literal, where it is lowered in place. */
  readonly inlined: InlinedCallback | undefined;
  /** The variables that the body looks at; the others need not be bound. */
  readonly parameters: Partial<Readonly<Record<CallbackArgument, LoopTarget>>>;
  readonly body: CallbackBody;
  /** Names for an element and an index that the body has not used for something inside. */
  readonly spare: SpareNames;
}

export interface SpareNames {
  readonly item: py.Name;
  readonly index: py.Name;
}

/** An expression with what has to run before it, or a block whose `return`s are used one by one. */
export type CallbackBody =
  | {
      readonly kind: "expression";
      readonly value: py.Expression;
      readonly prerequisites: readonly py.Statement[];
    }
  | { readonly kind: "block"; readonly block: ts.Block };

export interface CallbackRequest {
  readonly method: CallbackMethod;
  readonly wanted: Wanted;
  /** The type of an argument, for built-in functions that are called with it. */
  typeOf(argument: CallbackArgument): ts.Type;
}

/** The callback of a call: a literal lowered in place, or a call of whatever function it is. */
export function lowerCallback(
  ctx: Lowering,
  node: ts.Expression,
  request: CallbackRequest,
): Callback {
  const bare = skipParentheses(node);
  const spare = { item: py.name(ctx.fresh("item")), index: py.name(ctx.fresh("i")) };
  return ctx.facts.inlined.has(bare)
    ? lowerInlined(ctx, bare as InlinedCallback, request, spare)
    : lowerFunctionCallback(ctx, node, request, spare);
}

function lowerInlined(
  ctx: Lowering,
  node: InlinedCallback,
  { method, wanted }: CallbackRequest,
  spare: SpareNames,
): Callback {
  const parameters: Partial<Record<CallbackArgument, LoopTarget>> = {};
  node.parameters.forEach((parameter, index) => {
    const role = method.passes[index]!;
    if (!isMentioned(ctx, parameter.name)) return;
    parameters[role] = declaredTarget(ctx, parameter.name, ctx.typeOf(parameter));
  });
  const { body } = node;
  return {
    code: node,
    inlined: node,
    parameters,
    spare,
    body: ts.isBlock(body) ? { kind: "block", block: body } : lowerBody(ctx, body, wanted),
  };
}

function lowerBody(ctx: Lowering, body: ts.Expression, wanted: Wanted): CallbackBody {
  return { kind: "expression", ...ctx.capture(() => lowerWanted(ctx, body, wanted)) };
}

/** A parameter that nothing mentions needs no variable. */
function isMentioned(ctx: Lowering, name: ts.BindingName): boolean {
  if (!ts.isIdentifier(name)) return true;
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  return binding !== undefined && binding.references.length > 0;
}

/** Made-up names of a loop or comprehension that is complete can be used again. */
export function releaseNames(
  ctx: Lowering,
  { parameters, spare }: Callback,
  others: readonly (py.Expression | undefined)[] = [],
): void {
  for (const target of [...others, spare.item, spare.index]) ctx.release(target);
  for (const parameter of Object.values(parameters)) ctx.release(parameter.target);
}
