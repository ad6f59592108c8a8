import { ts } from "ts-morph";
import type { ValueKind } from "../../../facts/typeFacts.ts";
import * as py from "../../../python/py.ts";
import type { Lowering } from "../../lowering.ts";
import { comparesByValue } from "../../values/pythonValues.ts";
import { isConstant } from "../../values/repeatable.ts";
import { argumentType, settle } from "./callbackCall.ts";

/** Values that Python's `==` compares as JavaScript's `===` does, among each other. */
const plainKinds: ReadonlySet<ValueKind> = new Set([
  "string",
  "number",
  "function",
  "null",
  "undefined",
]);

/** Does Python's `==` find the value among the elements exactly where JavaScript's `===` does? */
export function hasPlainEquality(
  ctx: Lowering,
  array: ts.Expression,
  value: ts.Expression,
): boolean {
  const { types } = ctx.facts;
  // MicroPython cannot look into a buffer.
  if (!types.isOnly(ctx.typeOf(array), "array")) return false;
  const element = argumentType(ctx, array, "value");
  const kinds = new Set([...types.kinds(element), ...types.kinds(ctx.typeOf(value))]);
  if (kinds.has("boolean") && !kinds.has("number") && !kinds.has("bigint")) kinds.delete("boolean");
  if (kinds.has("bigint") && !kinds.has("number") && !kinds.has("boolean")) kinds.delete("bigint");
  const sides = [element, ctx.typeOf(value)];
  const areValues = sides.every((side) => comparesByValue(ctx, side));
  if (areValues || (kinds.has("object") && sides.every((side) => isOwnClass(ctx, side)))) {
    kinds.delete("object");
  }
  return [...kinds].every((kind) => plainKinds.has(kind));
}

/** Objects of the program's classes: Python compares them by identity, for none defines `__eq__`. */
function isOwnClass(ctx: Lowering, type: ts.Type): boolean {
  const { types } = ctx.facts;
  return types.members(types.constrained(type)).every((member) => {
    if (!types.isOnly(member, "object")) return true;
    const declaration = member.getSymbol()?.valueDeclaration;
    if (!declaration || !ts.isClassLike(declaration)) return false;
    if (declaration.getSourceFile().isDeclarationFile) return false;
    return (member.getBaseTypes() ?? []).every((base) => isOwnClass(ctx, base));
  });
}

/** `value in list`: Python looks at the value first, JavaScript at the list. */
export function contains(
  ctx: Lowering,
  list: py.Expression,
  operator: "in" | "not in",
  value: py.Expression,
): py.Expression {
  const first = canSwap(ctx, value, list) ? list : settle(ctx, list);
  return py.compare(value, operator, first);
}

/** Can the second of two operands be evaluated before the first? */
export function canSwap(ctx: Lowering, second: py.Expression, first: py.Expression): boolean {
  if (isConstant(second)) return true;
  const isFixed = (value: py.Expression) =>
    value.kind === "name" && ctx.module.isFixedName(value.id);
  return isFixed(second) || isFixed(first) || (first.kind === "name" && second.kind === "name");
}
