import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import { isUsedAsStatement } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { isOnlyOf, kindsOf } from "../values/kinds.ts";
import { asNumber } from "./arithmetic.ts";
import { placeOf } from "./place.ts";

/** `x++` as a statement is `x += 1`; as a value `(x := x + 1) - 1`; `++x` is `(x := x + 1)`. */
export function lowerIncrement(
  ctx: Lowering,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
): py.Expression {
  const operator = node.operator === ts.SyntaxKind.PlusPlusToken ? "+" : "-";
  const place = placeOf(ctx, node.operand);
  const one = py.int(1);
  // What is no number becomes one.
  const read = () => asNumber(ctx, node.operand, place.read());
  if (isUsedAsStatement(node)) {
    if (place.target && isOnlyOf(kindsOf(ctx, node.operand), "number", "bigint", "undefined")) {
      ctx.prerequisite(py.augAssign(place.target, operator, one));
      place.noteWrite();
      return py.noneValue();
    }
    if (place.update && isOnlyOf(kindsOf(ctx, node.operand), "number", "undefined")) {
      ctx.prerequisite(...place.update((target) => py.augAssign(target, operator, one)));
      return py.noneValue();
    }
    place.settle();
    ctx.prerequisite(...place.write(py.binary(read(), operator, one)));
    return py.noneValue();
  }
  place.settle();
  const isPrefix = ts.isPrefixUnaryExpression(node);
  if (place.variable !== undefined && (isPrefix || isExact(ctx, node.operand))) {
    const next = py.walrus(place.variable, py.binary(read(), operator, one));
    return isPrefix ? next : py.binary(next, operator === "+" ? "-" : "+", one);
  }
  const before = py.name(ctx.fresh("value"));
  const current = read();
  if (isPrefix) {
    ctx.prerequisite(py.assign(before, py.binary(current, operator, one)), ...place.write(before));
    return before;
  }
  ctx.prerequisite(py.assign(before, current), ...place.write(py.binary(before, operator, one)));
  return before;
}

/** Does adding 1 and taking it away again give the same number? */
function isExact(ctx: Lowering, node: ts.Expression): boolean {
  return ctx.facts.types.isOnly(ctx.typeOf(node), "bigint") || isInt(ctx.facts.numbers.of(node));
}
