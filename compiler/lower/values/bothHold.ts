import * as py from "../../python/py.ts";
import { isConstant } from "./repeatable.ts";

type Order = "<" | "<=" | ">" | ">=";
type Comparison = py.Expression & { readonly kind: "compare" };

const reversed: Readonly<Record<Order, Order>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** `a and b`; where both say between what a variable is, `x >= low and x < end`, it is `low <= x < end`. */
export function bothHold(a: py.Expression, b: py.Expression): py.Expression {
  if (!isOrder(a) || !isOrder(b)) return py.and(a, b);
  const [first, second] = [rising(a), rising(b)];
  const [low, high] = isSameName(first.right, second.left) ? [first, second] : [second, first];
  const isInOrder = isFree(a.left) && isFree(a.right) && (low === first || isFree(high.right));
  if (!isSameName(low.right, high.left) || !isInOrder || !isFree(low.left)) return py.and(a, b);
  return { ...py.compare(low.left, low.operator, high), isChain: true };
}

function isOrder(node: py.Expression): node is Comparison {
  return node.kind === "compare" && node.operator in reversed && !node.isChain;
}

/** The comparison with the lesser side on the left. */
function rising(node: Comparison): Comparison {
  const operator = node.operator as Order;
  if (operator === "<" || operator === "<=") return node;
  return py.compare(node.right, reversed[operator], node.left);
}

function isSameName(a: py.Expression, b: py.Expression): boolean {
  return a.kind === "name" && b.kind === "name" && a.id === b.id;
}

/** Can it be looked at sooner or later? */
function isFree(node: py.Expression): boolean {
  return node.kind === "name" || isConstant(node);
}
