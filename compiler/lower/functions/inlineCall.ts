import { ts } from "ts-morph";
import type { SimpleFunction } from "../../facts/inlining/simpleFunctions.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { bindLeftmost } from "../values/bindLeftmost.ts";
import { isRepeatable } from "../values/repeatable.ts";
import { asReturned } from "../values/residue.ts";

/**
 * A call of a function that only computes, or a read of such an accessor, as what it computes:
 *
 *     queue.isEmpty                                  queue.head is None
 *     isDigit(ch)                                    ch >= "0" and ch <= "9"
 */
export function inlineCall(
  ctx: Lowering,
  node: ts.CallExpression | ts.PropertyAccessExpression,
): py.Expression | undefined {
  const callee = ctx.facts.inlining.simpleFunction(node);
  if (!callee) return undefined;
  const made = ctx.capture(() => lowerInPlace(ctx, node, callee));
  if (!made.value) return undefined;
  ctx.prerequisite(...made.prerequisites);
  return made.value;
}

function lowerInPlace(
  ctx: Lowering,
  node: ts.CallExpression | ts.PropertyAccessExpression,
  callee: SimpleFunction,
): py.Expression | undefined {
  const args = ts.isCallExpression(node) ? node.arguments : [];
  const values = new Map<ts.Symbol, py.Expression>();
  let first: { readonly name: py.Name; readonly value: py.Expression } | undefined;
  for (const [index, parameter] of callee.parameters.entries()) {
    // An argument that is read more than once, or not in its turn, has to be a variable.
    const value = lowerExpression(ctx, args[index]!);
    if (isRepeatable(value)) values.set(parameter, value);
    else if (first || !isRead(value)) return undefined;
    else {
      first = { name: ctx.local(parameter.name), value };
      values.set(parameter, first.name);
    }
  }
  const made = lowerWithValues(ctx, node, callee, values);
  if (!first) return made;
  const bound = made && bindLeftmost(made, first.name, first.value);
  if (!bound) ctx.release(first.name);
  return bound;
}

/** A field or an element: to read it runs nothing, and changes nothing. */
function isRead(value: py.Expression): boolean {
  if (value.kind === "subscript") return isRead(value.value) && isRead(value.index);
  return value.kind === "attribute" ? isRead(value.value) : isRepeatable(value);
}

function lowerWithValues(
  ctx: Lowering,
  node: ts.CallExpression | ts.PropertyAccessExpression,
  callee: SimpleFunction,
  values: ReadonlyMap<ts.Symbol, py.Expression>,
): py.Expression | undefined {
  const receiver = receiverOf(node);
  const lowerBody = () => {
    const value = lowerExpression(ctx, callee.body);
    return asReturned(ctx, callee.declaration, callee.body, value);
  };
  if (!receiver) return ctx.substituting(values, lowerBody);
  const self = lowerExpression(ctx, receiver);
  const lowerWith = (value: py.Expression) =>
    ctx.withSelf(value, () => ctx.substituting(values, lowerBody));
  const uses = callee.uses.get("this") ?? 0;
  if (isRepeatable(self) || (uses === 1 && isPlainChain(self))) return lowerWith(self);
  if (uses < 2 || !isPlainChain(self)) return undefined;
  if (isEvaluatedFirst(node)) return lowerWith(ctx.stash(self, hintOf(self)));
  return lowerBound(ctx, self, lowerWith);
}

/** `(queue := self.queue).count == queue.capacity` */
function lowerBound(
  ctx: Lowering,
  self: py.Expression,
  lowerWith: (value: py.Expression) => py.Expression,
): py.Expression | undefined {
  const name = py.name(ctx.fresh("value"));
  const bound = bindLeftmost(lowerWith(name), name, self);
  if (!bound) ctx.release(name);
  return bound;
}

/** `current` for `self.current`. */
function hintOf(value: py.Expression): string {
  return value.kind === "attribute" ? value.name.replace(/^_+|_+$/g, "") : "value";
}

/**
 * Is an expression the first thing that its statement evaluates, so that a statement before it may
 * read what it reads? Not in a loop's condition, which is evaluated again, nor in an `else if`.
 */
function isEvaluatedFirst(node: ts.Expression): boolean {
  let child: ts.Node = node;
  for (let { parent } = node; ; child = parent, { parent } = parent) {
    if (ts.isParenthesizedExpression(parent) || ts.isPrefixUnaryExpression(parent)) continue;
    if (ts.isConditionalExpression(parent) && parent.condition === child) continue;
    if (ts.isReturnStatement(parent)) return true;
    if (ts.isIfStatement(parent)) return parent.expression === child && ts.isBlock(parent.parent);
    if (ts.isVariableDeclaration(parent)) {
      const list = parent.parent;
      const isFirst = ts.isVariableDeclarationList(list) && list.declarations[0] === parent;
      return isFirst && ts.isVariableStatement(list.parent);
    }
    if (!ts.isBinaryExpression(parent)) return false;
    if (parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const isValue = parent.right === child && isOwnPlace(parent.left);
      return isValue && ts.isExpressionStatement(parent.parent);
    }
    if (parent.left !== child || parent.operatorToken.kind === ts.SyntaxKind.CommaToken)
      return false;
  }
}

/** A variable, or a field of `this`: to find it evaluates nothing. */
function isOwnPlace(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return true;
  return ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
}

function receiverOf(
  node: ts.CallExpression | ts.PropertyAccessExpression,
): ts.Expression | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.expression;
  const callee = skipWrappers(node.expression);
  return ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

/** Attributes of a variable: to read them runs nothing. */
function isPlainChain(value: py.Expression): boolean {
  return value.kind === "attribute" ? isPlainChain(value.value) : value.kind === "name";
}
