import { ts } from "ts-morph";
import { nullOrUndefined } from "../../diagnostics/catalogue/language.ts";
import { isIncrement } from "../../facts/bindings.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import { isOnlyOf, kindsOf } from "../values/kinds.ts";
import { asNumber } from "./arithmetic.ts";
import { complement } from "./bitOperation.ts";
import { lowerIncrement } from "./increment.ts";
import { lowerExpression } from "./lowerExpression.ts";

/** `-x`, `+x`, `~x`, `!x`, `++x`, `--x` */
export function lowerPrefixUnary(ctx: Lowering, node: ts.PrefixUnaryExpression): py.Expression {
  if (isIncrement(node.operator)) return lowerIncrement(ctx, node);
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken:
      return py.not(lowerCondition(ctx, node.operand));
    case ts.SyntaxKind.MinusToken:
      return lowerNegation(ctx, node);
    case ts.SyntaxKind.PlusToken:
      return lowerToNumber(ctx, node.operand);
    default:
      return lowerComplement(ctx, node);
  }
}

/** `-x`; where x may be the int 0 and the sign of the result can be seen, -0.0. */
function lowerNegation(ctx: Lowering, node: ts.PrefixUnaryExpression): py.Expression {
  if (ts.isNumericLiteral(node.operand) && Number(node.operand.text) === 0) {
    return py.unary("-", py.floatText("0.0"));
  }
  const isBigInt = ctx.facts.types.isOnly(ctx.typeOf(node.operand), "bigint");
  const operand = isBigInt ? lowerExpression : lowerToNumber;
  const negated = py.unary("-", operand(ctx, node.operand));
  const fact = ctx.facts.numbers.of(node);
  const isZeroSigned =
    fact.float && fact.negativeZero && !isOnlyOf(kindsOf(ctx, node.operand), "number", "bigint");
  return isZeroSigned ? py.or(negated, py.unary("-", py.floatText("0.0"))) : negated;
}

/** `+x` converts; of a number it is the number. */
export function lowerToNumber(ctx: Lowering, node: ts.Expression): py.Expression {
  const value = lowerExpression(ctx, node);
  const { types } = ctx.facts;
  const isMissing = types.isOnly(ctx.typeOf(node), "string", "number");
  if (isMissing && kindsOf(ctx, node).has("undefined")) return ctx.callHelper("to_number", value);
  if (types.isOnly(ctx.typeOf(node), "number")) return value;
  if (types.isOnly(ctx.typeOf(node), "boolean")) return py.callBuiltin("int", [value]);
  if (types.isOnly(ctx.typeOf(node), "string")) return ctx.callHelper("text_to_number", value);
  if (types.isOnly(ctx.typeOf(node), "bigint")) return ctx.callHelper("bigint_to_number", value);
  if (types.libraryClass(ctx.typeOf(node)) === "Date") return py.callMethod(value, "getTime");
  const kinds = types.kinds(ctx.typeOf(node));
  if (!kinds.has("null") || ctx.facts.nulls.areObjects) return ctx.callHelper("to_number", value);
  if (kinds.has("undefined")) ctx.report(node, nullOrUndefined("This number"));
  return ctx.callHelper("to_number", value, py.str("null"));
}

/** `~x` */
function lowerComplement(ctx: Lowering, node: ts.PrefixUnaryExpression): py.Expression {
  const value = lowerExpression(ctx, node.operand);
  if (ctx.facts.types.isOnly(ctx.typeOf(node.operand), "bigint")) return py.unary("~", value);
  return complement(ctx, node, asNumber(ctx, node.operand, value));
}
