import { ts } from "ts-morph";
import { skipParentheses } from "../../../facts/inlinedCallbacks.ts";
import { skipWrappers } from "../../../facts/syntax.ts";
import { libraryKey } from "../../../facts/typeFacts.ts";
import type * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Lowering } from "../../lowering.ts";
import type { LibraryCall } from "../libraryTypes.ts";
import { lowerParts } from "./arrayCopies.ts";
import { contains, hasPlainEquality } from "./plainEquality.ts";

const K = ts.SyntaxKind;

/**
 * `xs.indexOf(v) !== -1` and the other ways to write it:
 *
 *     v in xs
 */
export function lowerMembershipTest(
  ctx: Lowering,
  node: ts.BinaryExpression,
): py.Expression | undefined {
  const operator = membershipOperator(node);
  const call = skipWrappers(node.left);
  if (!operator || !ts.isCallExpression(call) || call.arguments.length !== 1) return undefined;
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || ts.isOptionalChain(call)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(callee.name);
  if (!symbol || libraryKey(symbol) !== "Array.indexOf") return undefined;
  const value = call.arguments[0]!;
  if (ts.isSpreadElement(value) || !hasPlainEquality(ctx, callee.expression, value)) {
    return undefined;
  }
  const parts = { node: call, receiver: callee.expression, args: call.arguments };
  const [list, wanted] = lowerParts(ctx, parts);
  return contains(ctx, list!, operator, wanted!);
}

/** What a comparison of an index with -1 or 0 asks. */
function membershipOperator(node: ts.BinaryExpression): "in" | "not in" | undefined {
  const bound = node.right.getText();
  switch (node.operatorToken.kind) {
    case K.ExclamationEqualsEqualsToken:
    case K.ExclamationEqualsToken:
    case K.GreaterThanToken:
      return bound === "-1" ? "in" : undefined;
    case K.GreaterThanEqualsToken:
      return bound === "0" ? "in" : undefined;
    case K.EqualsEqualsEqualsToken:
    case K.EqualsEqualsToken:
    case K.LessThanEqualsToken:
      return bound === "-1" ? "not in" : undefined;
    case K.LessThanToken:
      return bound === "0" ? "not in" : undefined;
    default:
      return undefined;
  }
}

/** `xs.some((x) => x === v)` is `v in xs`, `xs.every((x) => x !== v)` is `v not in xs`. */
export function lowerSomeEqual(
  ctx: Lowering,
  call: LibraryCall,
  name: "some" | "every",
): py.Expression | undefined {
  const wanted = name === "some" ? K.EqualsEqualsEqualsToken : K.ExclamationEqualsEqualsToken;
  const callback = skipParentheses(call.args[0]!);
  if (!ts.isArrowFunction(callback) || callback.parameters.length !== 1) return undefined;
  const { body } = callback;
  const isTest = ts.isBinaryExpression(body) && body.operatorToken.kind === wanted;
  if (!isTest || call.args.length > 1) return undefined;
  const value = otherSide(body, callback.parameters[0]!.name);
  if (!value || !isSteady(value) || ctx.facts.types.mayBeNone(ctx.typeOf(value))) return undefined;
  if (!hasPlainEquality(ctx, call.receiver!, value)) return undefined;
  const list = lowerChainLink(ctx, call.receiver!);
  const operator = name === "some" ? "in" : "not in";
  return contains(ctx, list, operator, lowerExpression(ctx, value));
}

/** What an element is compared with. */
function otherSide(test: ts.BinaryExpression, name: ts.BindingName): ts.Expression | undefined {
  const isLeft = isName(test.left, name);
  if (isLeft === isName(test.right, name)) return undefined;
  return isLeft ? test.right : test.left;
}

function isName(node: ts.Node, name: ts.BindingName): boolean {
  return ts.isIdentifier(node) && ts.isIdentifier(name) && node.text === name.text;
}

/** A value that is the same for every element, and that reading once or not at all is one. */
function isSteady(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isNumericLiteral(node) || ts.isStringLiteralLike(node);
}
