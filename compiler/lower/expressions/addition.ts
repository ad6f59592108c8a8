import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { formatText } from "../values/text.ts";
import { arithmetic } from "./arithmetic.ts";
import { lowerOrdered } from "./lowerOrdered.ts";
import { lowerToNumber } from "./prefixUnary.ts";

/**
 * `a + b`: numbers are added, text is joined. A chain of texts is one format:
 *
 *     "a" + x + "b"       f"a{x}b"
 */
export function lowerAddition(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  const { types } = ctx.facts;
  const isText = types.isOnly(ctx.typeOf(node), "string");
  const isConverted = addsObject(ctx, node);
  if (isText && !isConverted) return formatText(ctx, textOperands(ctx, node));
  const isSide = (...kinds: Parameters<typeof types.isOnly>[1][]) =>
    [node.left, node.right].map((side) => types.isOnly(ctx.typeOf(side), ...kinds));
  if (isSide("string").includes(true) && !isConverted) {
    return formatText(ctx, [node.left, node.right]);
  }
  if (!isSide("number", "boolean", "null").includes(false) && !isSide("number").every(Boolean)) {
    const [a, b] = lowerOrdered(ctx, [node.left, node.right], lowerToNumber);
    return py.binary(a!, "+", b!);
  }
  const [left, right] = lowerOrdered(ctx, [node.left, node.right]);
  const isNumber = (side: ts.Expression) => types.isOnly(ctx.typeOf(side), "number", "bigint");
  if (isNumber(node.left) && isNumber(node.right)) {
    return arithmetic(ctx, { node, operator: node.operatorToken.kind, left: left!, right: right! });
  }
  return addAny(ctx, left!, right!);
}

/** Does an object take part that may say itself what it is in a sum, by `valueOf` or `Symbol.toPrimitive`? */
function addsObject(ctx: Lowering, node: ts.BinaryExpression): boolean {
  const { types } = ctx.facts;
  const isConverted = [node.left, node.right].some((side) =>
    types.mayBe(ctx.typeOf(side), "object"),
  );
  return isConverted && ctx.facts.convertsObjects;
}

/** `a + b` of which it is not known whether they are numbers or text. */
export function addAny(ctx: Lowering, left: py.Expression, right: py.Expression): py.Expression {
  const isNull = ctx.facts.objects.lostNones().null && !ctx.facts.nulls.areObjects;
  return ctx.callHelper("add_any", left, right, ...(isNull ? [py.str("null")] : []));
}

/** The operands of nested additions that are text; a sum of numbers inside stays one operand. */
function textOperands(ctx: Lowering, node: ts.Expression): (string | ts.Expression)[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) {
    const inner = textOperands(ctx, node.expression);
    return inner.length === 1 && inner[0] === node.expression ? [node] : inner;
  }
  if (ts.isTemplateExpression(node)) {
    const parts: (string | ts.Expression)[] = [node.head.text];
    for (const span of node.templateSpans) parts.push(span.expression, span.literal.text);
    return parts;
  }
  const isJoin =
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    ctx.facts.types.isOnly(ctx.typeOf(node), "string") &&
    !addsObject(ctx, node);
  return isJoin ? [...textOperands(ctx, node.left), ...textOperands(ctx, node.right)] : [node];
}
