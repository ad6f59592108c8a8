import { ts } from "ts-morph";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import type * as py from "../../python/py.ts";
import { asBlindCallback } from "../async/promiseValue.ts";
import type { Lowering } from "../lowering.ts";
import { asWiderFunction } from "./adaptedFunction.ts";

type Reference =
  | ts.Identifier
  | ts.PropertyAccessExpression
  | ts.ElementAccessExpression
  | ts.CallExpression;

/** Is a value put into a variable, a parameter or a property that may have a type of its own? */
export function isGivenAway(node: ts.Expression): node is Reference {
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) {
    if (!ts.isCallExpression(node) && !ts.isElementAccessExpression(node)) return false;
  }
  const parent = outerParent(node);
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return skipWrappers(parent.expression) !== node;
  }
  if (ts.isBinaryExpression(parent)) {
    if (parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
    return skipWrappers(parent.left) !== node;
  }
  if (ts.isVariableDeclaration(parent)) return parent.type !== undefined;
  return (
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent)
  );
}

/** A function as those take it who will call it: with their arguments, and whether or not they await. */
export function asGivenFunction(
  ctx: Lowering,
  node: Reference,
  value: py.Expression,
): py.Expression {
  const type = ctx.typeOf(node);
  const present = ts.isNonNullExpression(node.parent) ? ctx.facts.types.present(type) : type;
  if (present.getCallSignatures().length === 0) return value;
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    if (ctx.facts.promises.isAsyncFunction(node)) return asBlindCallback(ctx, node, value);
  }
  return asWiderFunction(ctx, node, value);
}
