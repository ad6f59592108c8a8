import type { ts } from "ts-morph";
import type { ValueKind } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { isConstant, type Lowering } from "../lowering.ts";
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
  const kinds = ctx.facts.types.kinds(ctx.typeOf(node.expression));
  const value = lowerExpression(ctx, node.expression);
  const found = new Set([...kinds].map((kind) => names[kind]));
  const [only] = found;
  if (found.size === 1 && only !== undefined) {
    if (!isConstant(value) && value.kind !== "name") ctx.prerequisite(py.expression(value));
    return py.str(only);
  }
  const none = kinds.has("null") && !kinds.has("undefined") ? "object" : "undefined";
  return ctx.callHelper("type_of", value, py.str(none));
}
