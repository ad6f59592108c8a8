import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import { lowerIterable } from "../library/iterables.ts";
import type { Lowering } from "../lowering.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { lowerOrdered } from "./lowerOrdered.ts";

/**
 * `[a, ...b, c]`; MicroPython has no stars in displays, so parts are joined:
 *
 *     [a] + b + [c]
 */
export function lowerArrayLiteral(ctx: Lowering, node: ts.ArrayLiteralExpression): py.Expression {
  const hole = node.elements.find(ts.isOmittedExpression);
  if (hole && ctx.facts.holes.of(node) === "none") {
    return ctx.refuse(
      node,
      notInTheSubset("An array with holes", "Write `undefined` where an element is missing."),
    );
  }
  const values = lowerOrdered(ctx, node.elements, lowerElement);
  return joinParts(node.elements, values);
}

/** An element of an array literal, or an argument that becomes an element. */
export function lowerElement(ctx: Lowering, node: ts.Expression): py.Expression {
  if (ts.isOmittedExpression(node)) return py.noneValue();
  return ts.isSpreadElement(node) ? lowerSpreadPart(ctx, node) : lowerExpression(ctx, node);
}

/** A spread array is a list already; what else can be iterated becomes one. */
function lowerSpreadPart(ctx: Lowering, node: ts.SpreadElement): py.Expression {
  const value = lowerIterable(ctx, node.expression);
  const isList = ctx.facts.types.isOnly(ctx.typeOf(node.expression), "array");
  const { parent } = node;
  const siblings = ts.isArrayLiteralExpression(parent) ? parent.elements : callArguments(parent);
  if (siblings.length > 1) return isList ? value : py.callBuiltin("list", [value]);
  if (!ts.isArrayLiteralExpression(parent)) return value;
  if (!isList) return value.kind === "comprehension" ? value : py.callBuiltin("list", [value]);
  return ctx.facts.arrays.identity.isFresh(node.expression) ? value : py.slice(value);
}

function callArguments(node: ts.Node): readonly ts.Expression[] {
  return ts.isCallExpression(node) || ts.isNewExpression(node) ? (node.arguments ?? []) : [];
}

/** Elements and spread lists as one list: `[a] + b`. */
export function joinParts(
  elements: readonly ts.Expression[],
  values: readonly py.Expression[],
): py.Expression {
  const parts: py.Expression[] = [];
  let plain: py.Expression[] = [];
  const flush = () => {
    if (plain.length > 0) parts.push(py.list(plain));
    plain = [];
  };
  elements.forEach((element, index) => {
    if (ts.isSpreadElement(element)) {
      flush();
      parts.push(values[index]!);
    } else plain.push(values[index]!);
  });
  flush();
  if (parts.length === 0) return py.list([]);
  return parts.reduce((left, right) => py.binary(left, "+", right));
}
