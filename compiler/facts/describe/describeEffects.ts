import { ts } from "ts-morph";
import { isAssignmentOperator, isIncrement } from "../bindings.ts";
import type { Facts } from "../facts.ts";

/** What an expression does besides giving a value, and whether its undefined is looked at. */
export function* describeEffects(facts: Facts, node: ts.Node): Generator<string> {
  if (!ts.isExpression(node)) return;
  const effects = new Set<string>();
  collectEffects(node, effects);
  if (effects.size > 0) yield [...effects].join(", ");
  else if (isComputed(node)) yield "no effect";
  if (!ts.isElementAccessExpression(node) && !ts.isPropertyAccessExpression(node)) return;
  if (ts.isElementAccessExpression(node) && facts.missing.asksForUndefined(node)) {
    yield "undefined is looked at where nothing is found";
  } else if (facts.missing.mayBeUndefined(node)) yield "may be undefined";
}

/** Names and literals have no effect, which nobody needs to be told. */
function isComputed(node: ts.Expression): boolean {
  return (
    ts.isBinaryExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    ts.isTemplateExpression(node)
  );
}

function collectEffects(node: ts.Node, into: Set<string>): void {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) into.add("calls a function");
  else if (ts.isTaggedTemplateExpression(node)) into.add("calls a function");
  else if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) into.add("waits");
  else if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
    into.add("assigns");
  } else if (ts.isDeleteExpression(node)) into.add("assigns");
  else if (
    (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
    isIncrement(node.operator)
  ) {
    into.add("assigns");
  }
  ts.forEachChild(node, (child) => collectEffects(child, into));
}
