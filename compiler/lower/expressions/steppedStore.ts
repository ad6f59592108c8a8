import { ts } from "ts-morph";
import { isIncrement } from "../../facts/bindings.ts";
import { isInt } from "../../facts/numberFacts.ts";
import { isUsedAsStatement, skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { mayRunCode } from "../values/mayRunCode.ts";
import { asKept } from "../values/residue.ts";
import { isIndexed } from "./elementAccess.ts";
import { indexTarget } from "./indexedStore.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { placeOf } from "./place.ts";

/**
 * `xs[n++] = value;` of a value that does not look at `n`: the store, then the step.
 *
 *     xs[n] = value
 *     n += 1
 */
export function storeAndStep(
  ctx: Lowering,
  node: ts.BinaryExpression,
  target: ts.Expression,
): boolean {
  if (!isUsedAsStatement(node) || !ts.isElementAccessExpression(target)) return false;
  const step = skipWrappers(target.argumentExpression);
  if (!ts.isPostfixUnaryExpression(step) || !isIncrement(step.operator)) return false;
  const type = ctx.facts.types.present(ctx.typeOf(target.expression));
  const counter = skipWrappers(step.operand);
  if (!ts.isIdentifier(counter) || !isIndexed(ctx, type)) return false;
  if (!isInt(ctx.facts.numbers.of(counter)) || !isApart(ctx, target, counter, node.right)) {
    return false;
  }
  const place = placeOf(ctx, counter);
  if (place.variable === undefined || place.target === undefined) return false;
  const object = lowerExpression(ctx, target.expression);
  const store = indexTarget(ctx, target, type, object, place.read());
  const value = asKept(ctx, target, node.right, lowerExpression(ctx, node.right));
  ctx.prerequisite(...(store.write?.(value) ?? [py.assign(store.target!, value)]));
  const operator = step.operator === ts.SyntaxKind.PlusPlusToken ? "+" : "-";
  ctx.prerequisite(py.augAssign(place.target, operator, py.int(1)));
  place.noteWrite();
  return true;
}

/** Can nobody tell that the value is worked out before the step is made? */
function isApart(
  ctx: Lowering,
  target: ts.ElementAccessExpression,
  counter: ts.Identifier,
  value: ts.Expression,
): boolean {
  const mentions = (part: ts.Node): boolean =>
    (ts.isIdentifier(part) && part.text === counter.text) ||
    (ts.forEachChild(part, mentions) ?? false);
  const list = skipWrappers(target.expression);
  const isPlain = ts.isIdentifier(list) || ts.isPropertyAccessExpression(list);
  if (!isPlain || mentions(list) || mentions(value) || mayRunCode(value)) return false;
  return !ctx.facts.order.mustComeFirst(target.expression, value);
}
