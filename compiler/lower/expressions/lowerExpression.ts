import type { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import type * as py from "../../python/py.ts";
import { expressionTable } from "../expressionTable.ts";
import { asGivenFunction, isGivenAway } from "../functions/givenFunction.ts";
import { lowerGuarded } from "../lowerGuarded.ts";
import type { Lowering } from "../lowering.ts";
import { lowerText } from "../values/text.ts";
import { lowerToNumber } from "./prefixUnary.ts";

type AnyExpressionLowering = (ctx: Lowering, node: ts.Expression) => py.Expression;

/** Lowers any expression through the table; what it needs first is pushed to the prerequisites. */
export function lowerExpression(ctx: Lowering, node: ts.Expression): py.Expression {
  const conversion = ctx.conversions.of(node);
  if (conversion) {
    const convert = conversion === "number" ? lowerToNumber : lowerText;
    return ctx.conversions.without(node, () => convert(ctx, node));
  }
  // The table pairs each kind with a lowering of exactly that node type, so the cast is safe.
  const lower = expressionTable[node.kind as keyof typeof expressionTable] as
    | AnyExpressionLowering
    | undefined;
  if (!lower) return ctx.refuse(node, notInTheSubset(`\`${node.getText()}\``));
  const value = lowerGuarded(ctx, node, () => lower(ctx, node));
  return isGivenAway(node) ? asGivenFunction(ctx, node, value) : value;
}
