import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/**
 * `xs.length > 0` is `xs`, and `xs.length === 0` is `not xs`: the truth of a list or text is whether there is
 * something in it, without a call of `len`.
 */
export function testOfLength(
  ctx: Lowering,
  node: ts.Expression,
  value: py.Expression,
): py.Expression | undefined {
  const isBare = ts.isPropertyAccessExpression(node);
  const asked = isBare ? node : ts.isBinaryExpression(node) ? skipWrappers(node.left) : undefined;
  if (!asked || !ts.isPropertyAccessExpression(asked) || asked.name.text !== "length")
    return undefined;
  const list = listIn(value.kind === "compare" ? value.left : value);
  if (!list || !isThere(ctx, asked.expression)) return undefined;
  if (value.kind !== "compare") return isBare ? list : undefined;
  const { operator, right } = value;
  if (right.kind !== "literal" || right.type !== "int" || right.text !== "0") return undefined;
  if (operator === "==") return py.not(list);
  return operator === ">" || operator === "!=" ? list : undefined;
}

/** `xs` in `len(xs)` */
function listIn(value: py.Expression): py.Expression | undefined {
  if (value.kind !== "call" || value.callee.kind !== "name" || value.callee.id !== "len") {
    return undefined;
  }
  return value.args[0];
}

/** Is it surely an array or a text: `len` of nothing raises, and its truth would not. */
function isThere(ctx: Lowering, node: ts.Expression): boolean {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return false;
  const { types } = ctx.facts;
  const declared = ctx.checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declared || ("exclamationToken" in declared && declared.exclamationToken)) return false;
  const type = ctx.typeOf(node);
  return (
    types.isOnly(type, "array", "string") &&
    types.isOnly(ctx.checker.getTypeAtLocation(declared), "array", "string")
  );
}
