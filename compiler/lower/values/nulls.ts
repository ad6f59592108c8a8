import { ts } from "ts-morph";
import { nullOrUndefined } from "../../diagnostics/catalogue/language.ts";
import type { ValueKind } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { kindsOf } from "./kinds.ts";

/**
 * Is a value of these kinds null or undefined? In a program that tells the two apart, null is an
 * object; a value whose type says neither may be either by `null!`.
 *
 *     x is None    is_nullish(x)
 */
export function isNullish(
  ctx: Lowering,
  value: py.Expression,
  kinds: ReadonlySet<ValueKind>,
): py.Expression {
  const isPlain = kinds.has("undefined") && !kinds.has("null") && !kinds.has("unknown");
  return ctx.facts.nulls.areObjects && !isPlain
    ? ctx.callHelper("is_nullish", value)
    : py.isNone(value);
}

/** `x === null`, `x === undefined` */
export function isExactly(
  ctx: Lowering,
  value: py.Expression,
  none: "null" | "undefined",
): py.Expression {
  return ctx.facts.nulls.areObjects && none === "null"
    ? py.compare(value, "is", ctx.helper("null"))
    : py.isNone(value);
}

/** `null`: None, also where a built-in takes it for nothing, or the object that stands for it. */
export function lowerNull(ctx: Lowering, node: ts.NullLiteral): py.Expression {
  return ctx.facts.nulls.areObjects && !isForBuiltIn(ctx, node)
    ? ctx.helper("null")
    : py.noneValue();
}

/** Is it an argument of a built-in that says null: `promise.then(null, f)`, `new Map(null)`? */
function isForBuiltIn(ctx: Lowering, node: ts.NullLiteral): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
  const declaration = ctx.checker.getResolvedSignature(parent)?.getDeclaration();
  if (!declaration?.getSourceFile().isDeclarationFile) return false;
  const index = parent.arguments?.indexOf(node) ?? -1;
  const parameter = declaration.parameters[index];
  return (
    parameter !== undefined &&
    ctx.facts.types.kinds(ctx.checker.getTypeAtLocation(parameter)).has("null")
  );
}

/** A None of a helper as the null that it stands for: `null_for(pattern.exec(text))`. */
export function nullFor(ctx: Lowering, value: py.Expression): py.Expression {
  return ctx.facts.nulls.areObjects ? ctx.callHelper("null_for", value) : value;
}

/**
 * Reports what could tell null from undefined by comparing values or asking for their kind, where
 * the program can be lowered so that it may.
 */
export function noteTelling(
  ctx: Lowering,
  node: ts.Node,
  values: readonly ts.Expression[],
  what = "This comparison",
): void {
  const { areObjects, canBeObjects } = ctx.facts.nulls;
  if (areObjects || !canBeObjects) return;
  const lost = ctx.facts.objects.lostNones();
  const mayBe = (value: ts.Expression, none: "null" | "undefined") => {
    const kinds = kindsOf(ctx, value);
    return kinds.has(none) || (kinds.has("unknown") && lost.null && lost.undefined);
  };
  const [a, b = a] = values;
  if (!a || !b) return;
  const isMixed =
    (mayBe(a, "null") && mayBe(b, "undefined")) || (mayBe(a, "undefined") && mayBe(b, "null"));
  if (isMixed) ctx.report(node, nullOrUndefined(what));
}
