import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
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
  if (hole) {
    return ctx.refuse(
      node,
      notInTheSubset("An array with holes", "Write `undefined` where an element is missing."),
    );
  }
  const values = lowerOrdered(ctx, node.elements, (inner, element) =>
    ts.isSpreadElement(element) ? lowerSpreadPart(inner, element) : lowerExpression(inner, element),
  );
  if (!node.elements.some(ts.isSpreadElement)) return py.list(values);
  return joinParts(node.elements, values);
}

/** A spread array is a list already; what else can be iterated becomes one. */
function lowerSpreadPart(ctx: Lowering, node: ts.SpreadElement): py.Expression {
  const value = lowerExpression(ctx, node.expression);
  const isList = ctx.facts.types.isOnly(ctx.typeOf(node.expression), "array");
  const isAlone = ts.isArrayLiteralExpression(node.parent) && node.parent.elements.length === 1;
  return isList && !isAlone ? value : py.callBuiltin("list", [value]);
}

function joinParts(
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
  return parts.reduce((left, right) => py.binary(left, "+", right));
}
