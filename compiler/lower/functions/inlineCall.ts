import { ts } from "ts-morph";
import type { SimpleFunction } from "../../facts/inlining/simpleFunctions.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { isRepeatable, type Lowering } from "../lowering.ts";
import { bindLeftmost } from "../values/bindLeftmost.ts";
import { asReturned } from "../values/residue.ts";

/**
 * A call of a function that only computes, or a read of such an accessor, as what it computes:
 *
 *     queue.isEmpty                                  queue.head is None
 *     isDigit(ch)                                    ch >= "0" and ch <= "9"
 */
export function inlineCall(
  ctx: Lowering,
  node: ts.CallExpression | ts.PropertyAccessExpression,
): py.Expression | undefined {
  const callee = ctx.facts.inlining.simpleFunction(node);
  if (!callee) return undefined;
  const made = ctx.capture(() => lowerInPlace(ctx, node, callee));
  if (!made.value) return undefined;
  ctx.prerequisite(...made.prerequisites);
  return made.value;
}

function lowerInPlace(
  ctx: Lowering,
  node: ts.CallExpression | ts.PropertyAccessExpression,
  callee: SimpleFunction,
): py.Expression | undefined {
  const args = ts.isCallExpression(node) ? node.arguments : [];
  const values = new Map<ts.Symbol, py.Expression>();
  for (const [index, parameter] of callee.parameters.entries()) {
    // An argument that is read more than once, or not in its turn, has to be a plain variable.
    const value = lowerExpression(ctx, args[index]!);
    if (!isRepeatable(value)) return undefined;
    values.set(parameter, value);
  }
  const receiver = receiverOf(node);
  const lowerBody = () => {
    const value = lowerExpression(ctx, callee.body);
    return asReturned(ctx, callee.declaration, callee.body, value);
  };
  if (!receiver) return ctx.substituting(values, lowerBody);
  const self = lowerExpression(ctx, receiver);
  const lowerWith = (value: py.Expression) =>
    ctx.withSelf(value, () => ctx.substituting(values, lowerBody));
  const uses = callee.uses.get("this") ?? 0;
  if (isRepeatable(self) || (uses === 1 && isPlainChain(self))) return lowerWith(self);
  return uses > 1 && isPlainChain(self) ? lowerBound(ctx, self, lowerWith) : undefined;
}

/** `(queue := self.queue).count == queue.capacity` */
function lowerBound(
  ctx: Lowering,
  self: py.Expression,
  lowerWith: (value: py.Expression) => py.Expression,
): py.Expression | undefined {
  const name = py.name(ctx.fresh("value"));
  const bound = bindLeftmost(lowerWith(name), name, self);
  if (!bound) ctx.release(name);
  return bound;
}

function receiverOf(
  node: ts.CallExpression | ts.PropertyAccessExpression,
): ts.Expression | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.expression;
  const callee = skipWrappers(node.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

/** Attributes of a variable: to read them runs nothing. */
function isPlainChain(value: py.Expression): boolean {
  return value.kind === "attribute" ? isPlainChain(value.value) : value.kind === "name";
}
