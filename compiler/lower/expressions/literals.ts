import type { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { floatLiteral } from "./floatLiteral.ts";

/** `12`, `0xff`, `1e3` are ints in Python where they are whole and exact; `0.5` and `1e20` are floats. */
export function lowerNumericLiteral(_ctx: Lowering, node: ts.NumericLiteral): py.Expression {
  const written = node.getText().replaceAll("_", "");
  const value = Number(written);
  if (/^0x[0-9a-f]+$/i.test(written) && Number.isSafeInteger(value)) {
    return { kind: "literal", type: "int", text: `0x${written.slice(2)}` };
  }
  return numberLiteral(value);
}

/** A JavaScript number as a Python literal. */
export function numberLiteral(value: number): py.Expression {
  if (Number.isNaN(value)) return py.callBuiltin("float", [py.str("nan")]);
  if (!Number.isFinite(value)) {
    return py.callBuiltin("float", [py.str(value > 0 ? "inf" : "-inf")]);
  }
  if (Object.is(value, -0)) return py.unary("-", py.floatText("0.0"));
  if (value < 0) return py.unary("-", numberLiteral(-value));
  if (Number.isSafeInteger(value)) return py.int(value);
  return floatLiteral(value);
}

export function lowerBigIntLiteral(_ctx: Lowering, node: ts.BigIntLiteral): py.Expression {
  return py.int(BigInt(node.text.slice(0, -1)));
}

export function lowerStringLiteral(
  ctx: Lowering,
  node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral,
): py.Expression {
  // With the flag u the two halves of a pair are one character, and only a half alone is found.
  if (/\p{Surrogate}/u.test(node.text)) {
    return ctx.refuse(
      node,
      notInTheSubset("Half of a surrogate pair", "Text is UTF-8 on the board."),
    );
  }
  return py.str(node.text);
}

export const lowerTrue = (): py.Expression => py.bool(true);
export const lowerFalse = (): py.Expression => py.bool(false);
