import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { numberLiteral } from "./literals.ts";

/** The value of a member of a `const enum`, which has no object at run time. */
export function enumConstant(
  ctx: Lowering,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): py.Expression | undefined {
  const name = ts.isPropertyAccessExpression(node) ? node : node.argumentExpression;
  // `record[Color.Red]` is no member of an enum, its key is one.
  if (!ts.isPropertyAccessExpression(node) && !ts.isStringLiteralLike(name)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(name);
  if (!symbol || (symbol.flags & ts.SymbolFlags.EnumMember) === 0) return undefined;
  const member = symbol.valueDeclaration;
  if (!member || !ts.isEnumMember(member)) return undefined;
  const value = ctx.checker.getConstantValue(member);
  if (value === undefined) return undefined;
  return typeof value === "string" ? py.str(value) : numberLiteral(value);
}
