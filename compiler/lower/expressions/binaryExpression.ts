import { ts } from "ts-morph";
import { looseEquality } from "../../diagnostics/catalogue/language.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { isAssignmentOperator } from "../../facts/bindings.ts";
import { isUsedAsStatement } from "../../facts/syntax.ts";
import type { ValueKind } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerMembershipTest } from "../library/arrays/membership.ts";
import type { Lowering } from "../lowering.ts";
import { lowerComparison } from "../values/comparison.ts";
import { lowerEquality } from "../values/equality.ts";
import { lowerSigned } from "../values/signedZero.ts";
import { lowerAddition } from "./addition.ts";
import { arithmetic } from "./arithmetic.ts";
import { lowerAssignment } from "./assignment.ts";
import { lowerInOperator } from "./inOperator.ts";
import { lowerInstanceOf } from "./instanceOf.ts";
import { lowerLogical } from "./logicalExpression.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { lowerOrdered } from "./lowerOrdered.ts";

/** `a op b`, by the operator. */
export function lowerBinaryExpression(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  const operator = node.operatorToken.kind;
  if (isAssignmentOperator(operator)) return lowerAssignment(ctx, node);
  const membership = lowerMembershipTest(ctx, node);
  if (membership) return membership;
  switch (operator) {
    case ts.SyntaxKind.CommaToken:
      return lowerComma(ctx, node);
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return lowerLogical(ctx, node);
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return lowerEquality(ctx, node.left, node.right, true);
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return lowerEquality(ctx, node.left, node.right, false);
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return lowerLooseEquality(ctx, node, operator === ts.SyntaxKind.EqualsEqualsToken);
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return lowerComparison(ctx, node);
    case ts.SyntaxKind.InKeyword:
      return lowerInOperator(ctx, node);
    case ts.SyntaxKind.InstanceOfKeyword:
      return lowerInstanceOf(ctx, node);
    case ts.SyntaxKind.PlusToken:
      return lowerAddition(ctx, node);
    default: {
      const isQuotient = operator === ts.SyntaxKind.SlashToken;
      const [left, right] = lowerOrdered(ctx, [node.left, node.right], (inner, side) =>
        // `1 / -0` is -Infinity.
        isQuotient && side === node.right ? lowerSigned(inner, side) : lowerExpression(inner, side),
      );
      return arithmetic(ctx, { node, operator, left: left!, right: right! });
    }
  }
}

/** `(f(), g())`: the left side runs, the value is the right one. */
function lowerComma(ctx: Lowering, node: ts.BinaryExpression): py.Expression {
  const left = lowerExpression(ctx, node.left);
  if (left.kind !== "name" && left.kind !== "literal") ctx.prerequisite(py.expression(left));
  if (isUsedAsStatement(node)) return lowerExpression(ctx, node.right);
  return lowerExpression(ctx, node.right);
}

/** `x == null` is true for null and undefined, which are both None; values of one kind are compared as by `===`. */
function lowerLooseEquality(
  ctx: Lowering,
  node: ts.BinaryExpression,
  equal: boolean,
): py.Expression {
  const { types } = ctx.facts;
  const left = ctx.typeOf(node.left);
  const right = ctx.typeOf(node.right);
  const comparesNone =
    types.isOnly(left, "null", "undefined") || types.isOnly(right, "null", "undefined");
  if (comparesNone || sameSingleKind(ctx, left, right)) {
    return lowerEquality(ctx, node.left, node.right, equal, true);
  }
  if (comparesTextOfFunction(ctx, left, right) || comparesTextOfFunction(ctx, right, left)) {
    return ctx.refuse(node.operatorToken, looseEquality(equal ? "==" : "!="), strictFix(node));
  }
  const [a, b] = lowerOrdered(ctx, [node.left, node.right]);
  const test = ctx.callHelper("loose_equals", a!, b!);
  return equal ? test : py.not(test);
}

function sameSingleKind(ctx: Lowering, left: ts.Type, right: ts.Type): boolean {
  const a = [...ctx.facts.types.kinds(left)];
  const b = [...ctx.facts.types.kinds(right)];
  return a.length === 1 && b.length === 1 && a[0] === b[0] && a[0] !== "unknown";
}

const plainKinds: readonly ValueKind[] = ["string", "number", "boolean"];

/** The text of a function is its source, which the board does not have. */
function comparesTextOfFunction(ctx: Lowering, one: ts.Type, other: ts.Type): boolean {
  const kinds = ctx.facts.types.kinds(other);
  return ctx.facts.types.kinds(one).has("function") && plainKinds.some((kind) => kinds.has(kind));
}

/** `===` in place of `==`; TypeScript then says where the types can never be equal. */
function strictFix(node: ts.BinaryExpression): Fix {
  const { operatorToken } = node;
  const text = `${operatorToken.getText()}=`;
  const edit = { start: operatorToken.getStart(), end: operatorToken.getEnd(), text };
  return { description: `Compare with ${text}`, edits: [edit] };
}
