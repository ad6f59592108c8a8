import { ts } from "ts-morph";
import { nullOrUndefined } from "../../diagnostics/catalogue/language.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import type { ValueKind } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { isVar } from "../statements/earlyVariables.ts";
import { forEffect } from "../values/forEffect.ts";
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
    const isEarly = value.kind === "name" && mayBeEarly(ctx, node.expression);
    if (isEarly) ctx.prerequisite(py.expression(value));
    else forEffect(ctx, value);
    return py.str(only);
  }
  const none = nonesOf(ctx, kinds);
  if (none.null && none.undefined && !isOtherName(node) && !isNullChecked(node)) {
    ctx.report(node, nullOrUndefined("The name of this type"));
  }
  const words = [none.null ? "null" : "", kinds.has("bigint") ? "bigint" : ""];
  const hint = words.filter((word) => word !== "").join(" ");
  return hint === ""
    ? ctx.callHelper("type_of", value)
    : ctx.callHelper("type_of", value, py.str(hint));
}

/** Is a variable mentioned above its declaration, in a function that may run before it? */
function mayBeEarly(ctx: Lowering, node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  const binding = ts.isIdentifier(bare) ? ctx.facts.bindings.at(bare) : undefined;
  return binding !== undefined && !isVar(binding) && bare.pos < binding.declaration.pos;
}

/** What a None can stand for; in a value without type, what the program lets go there. */
function nonesOf(ctx: Lowering, kinds: ReadonlySet<ValueKind>) {
  if (ctx.facts.nulls.areObjects) return { null: false, undefined: true };
  if (kinds.has("unknown")) return ctx.facts.objects.lostNones();
  return { null: kinds.has("null"), undefined: kinds.has("undefined") };
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

/**
 * `typeof x === "object" && x !== null`: the whole is the same for null and undefined, whichever of the
 * two names a None gets.
 */
function isNullChecked(node: ts.TypeOfExpression): boolean {
  let chain: ts.Node = outerParent(node);
  if (!ts.isBinaryExpression(chain)) return false;
  for (let outer = outerParent(chain); isLogical(outer); outer = outerParent(outer)) chain = outer;
  return operandsOf(chain).some((operand) => isNullCheck(operand, skipWrappers(node.expression)));
}

function isLogical(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
}

function operandsOf(node: ts.Node): readonly ts.Node[] {
  const inner = ts.isExpression(node) ? skipWrappers(node) : node;
  return isLogical(inner) ? [...operandsOf(inner.left), ...operandsOf(inner.right)] : [inner];
}

/** `x === null`, `x != null`, `x`, `!x` */
function isNullCheck(operand: ts.Node, value: ts.Expression): boolean {
  const isValue = (node: ts.Node) => node.getText() === value.getText();
  if (ts.isPrefixUnaryExpression(operand)) return isValue(skipWrappers(operand.operand));
  if (!ts.isBinaryExpression(operand)) return isValue(operand);
  const sides = [skipWrappers(operand.left), skipWrappers(operand.right)];
  return sides.some(isValue) && sides.some((side) => side.kind === ts.SyntaxKind.NullKeyword);
}
