import { ts } from "ts-morph";
import { isAssignmentOperator, isIncrement } from "../../../facts/bindings.ts";
import * as py from "../../../python/py.ts";
import type { Lowering } from "../../lowering.ts";
import { unusedName } from "../../values/unusedName.ts";
import type { Callback } from "./callback.ts";
import type { CallbackCall } from "./callbackCall.ts";

/** `value for target in iterable if condition`, the inside of a comprehension. */
export interface ComprehensionHead {
  readonly value: py.Expression;
  readonly target: py.Target;
  readonly iterable: py.Expression;
  readonly conditions: readonly py.Expression[];
}

/**
 * The callback as a comprehension; undefined where it has to be a loop: it needs statements, assigns
 * variables, mentions `super`, or may change the array while it runs.
 */
export function comprehensionTarget(
  ctx: Lowering,
  { list, callback, length, hasHoles }: CallbackCall,
  element?: py.Name,
): ComprehensionHead | undefined {
  const value = comprehensionValue(callback);
  const { parameters } = callback;
  if (!value || length !== "none" || parameters.array || hasHoles) return undefined;
  const own = parameters.value;
  if (own && element && !(own.target.kind === "name" && own.target.id === element.id)) {
    return undefined;
  }
  const { index } = parameters;
  if (own?.prologue.length || index?.prologue.length) return undefined;
  const target = element ?? own?.target;
  const conditions: readonly py.Expression[] = [];
  if (!index) return { value, target: target ?? unusedName(ctx), iterable: list, conditions };
  if (!target) {
    const count = py.callBuiltin("len", [list]);
    return { value, target: index.target, iterable: py.callBuiltin("range", [count]), conditions };
  }
  return {
    value,
    target: py.tuple([index.target, target]),
    iterable: py.callBuiltin("enumerate", [list]),
    conditions,
  };
}

/** The body as an expression that can stand in a comprehension. */
export function comprehensionValue({ body, inlined }: Callback): py.Expression | undefined {
  if (body.kind !== "expression" || body.prerequisites.length > 0) return undefined;
  return inlined && isUnfitForComprehension(inlined.body) ? undefined : body.value;
}

/** Assignments in a comprehension would need declarations around it; `super` does not work there. */
function isUnfitForComprehension(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.SuperKeyword) return true;
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) return true;
  if (
    (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
    isIncrement(node.operator)
  ) {
    return true;
  }
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, isUnfitForComprehension) ?? false;
}
