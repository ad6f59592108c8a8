import { ts } from "ts-morph";
import { nullOrUndefined } from "../../diagnostics/catalogue/language.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import type { ValueKind } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { isConstant, type Lowering } from "../lowering.ts";
import { kindsOf } from "../values/kinds.ts";
import { lowerExpression } from "./lowerExpression.ts";

const names: Partial<Record<ValueKind, string>> = {
  number: "number",
  string: "string",
  boolean: "boolean",
  bigint: "bigint",
  symbol: "symbol",
  null: "object",
  undefined: "undefined",
  function: "function",
  array: "object",
  object: "object",
};

/** `typeof x`: known from the type where it has one kind, otherwise asked at run time. */
export function lowerTypeOf(ctx: Lowering, node: ts.TypeOfExpression): py.Expression {
  const kinds = kindsOf(ctx, node.expression);
  const value = lowerExpression(ctx, node.expression);
  const found = new Set([...kinds].map((kind) => names[kind]));
  const [only] = found;
  if (found.size === 1 && only !== undefined && !isChecked(node)) {
    if (!isConstant(value) && value.kind !== "name") ctx.prerequisite(py.expression(value));
    return py.str(only);
  }
  if (kinds.has("null") && kinds.has("undefined") && !isOtherName(node)) {
    ctx.report(node, nullOrUndefined("The name of this type"));
  }
  const none = [kinds.has("null") ? "null" : "", kinds.has("bigint") ? "bigint" : ""];
  const hint = none.filter((word) => word !== "").join(" ");
  return hint === ""
    ? ctx.callHelper("type_of", value)
    : ctx.callHelper("type_of", value, py.str(hint));
}

/** A test of what the type says already is there because the value may be something else. */
function isChecked(node: ts.TypeOfExpression): boolean {
  const value = skipWrappers(node.expression);
  const isRead =
    ts.isIdentifier(value) ||
    ts.isPropertyAccessExpression(value) ||
    ts.isElementAccessExpression(value);
  return isRead && ts.isBinaryExpression(outerParent(node));
}

/** Is the name compared with one that neither null nor undefined has? */
function isOtherName(node: ts.TypeOfExpression): boolean {
  const parent = outerParent(node);
  if (!ts.isBinaryExpression(parent)) return false;
  const other = skipWrappers(parent.left) === node ? parent.right : parent.left;
  return ts.isStringLiteralLike(other) && !/^(object|undefined)$/.test(other.text);
}
