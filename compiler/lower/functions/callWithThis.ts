import { ts } from "ts-morph";
import { passesThis } from "../../facts/ownThis.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { readElement } from "../expressions/elementAccess.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import type { Lowering } from "../lowering.ts";
import { readNamed } from "../values/property.ts";
import { lowerPositional } from "./arguments.ts";

/**
 * A call of a function that declares its `this`, which it takes as its first argument:
 *
 *     lamp.show(lamp, 1)
 *     show(None, 1)
 */
export function callWithThis(ctx: Lowering, node: ts.CallExpression): py.Expression | undefined {
  if (!passesThis(ctx.checker, node)) return undefined;
  const { callee, self } = calleeAndThis(ctx, skipWrappers(node.expression));
  const captured = ctx.capture(() => lowerPositional(ctx, node.arguments));
  if (captured.prerequisites.length === 0) return py.call(callee, [self, ...captured.value]);
  const settled = ctx.stash(callee, "function");
  ctx.prerequisite(...captured.prerequisites);
  return py.call(settled, [self, ...captured.value]);
}

function calleeAndThis(
  ctx: Lowering,
  node: ts.Expression,
): { readonly callee: py.Expression; readonly self: py.Expression } {
  if (ts.isPropertyAccessExpression(node)) {
    const self = ctx.stash(lowerChainLink(ctx, node.expression), "object");
    return { callee: readNamed(ctx, self, ctx.typeOf(node.expression), node.name.text), self };
  }
  if (ts.isElementAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return { callee: readElement(ctx, node), self: lowerExpression(ctx, node.expression) };
  }
  return { callee: lowerChainLink(ctx, node), self: py.noneValue() };
}
