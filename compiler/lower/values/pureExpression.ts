import { partsOf } from "../../python/expressionParts.ts";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** Functions of Python and of the runtime that have no effect, and fail for no value of their type. */
const pureBuiltins: ReadonlySet<string> = new Set(["abs", "bool", "len", "max", "min", "str"]);
const pureHelpers: ReadonlySet<string> = new Set([
  "ceil",
  "divide",
  "floor",
  "modulo",
  "number_text",
  "power",
  "round_half_up",
  "text_to_number",
  "to_int32",
  "to_lower",
  "to_number",
  "to_upper",
  "to_uint32",
  "trim",
  "truthy",
  "trunc",
]);

/** Can nobody tell when an expression is evaluated, or whether? */
export function isPure(ctx: Lowering, node: py.Expression): boolean {
  const parts = partsOf(node);
  if (!parts) return false;
  if (node.kind !== "call") return parts.every((part) => isPure(ctx, part));
  return isPureFunction(ctx, node.callee) && node.args.every((part) => isPure(ctx, part));
}

function isPureFunction({ module }: Lowering, callee: py.Expression): boolean {
  if (callee.kind !== "name") return false;
  const helper = module.helperOf(callee.id);
  if (helper !== undefined) return pureHelpers.has(helper);
  const isShape = [...module.shapes.values()].some((shape) => shape.name === callee.id);
  return isShape || pureBuiltins.has(callee.id);
}
