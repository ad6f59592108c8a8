import { ts } from "ts-morph";
import { nullOrUndefined } from "../../diagnostics/catalogue/language.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import type { ValueKind } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { kindsOf } from "./kinds.ts";
import { isExactly, isNullish, noteTelling } from "./nulls.ts";
import { comparesByValue } from "./pythonValues.ts";

/** `a === b`: `is None`, `is` for objects, `==` for text, numbers and Python's bytes. */
export function lowerEquality(
  ctx: Lowering,
  leftNode: ts.Expression,
  rightNode: ts.Expression,
  equal: boolean,
  loose = false,
): py.Expression {
  const { types } = ctx.facts;
  const leftType = ctx.typeOf(leftNode);
  const rightType = ctx.typeOf(rightNode);
  const isNone = (type: ts.Type) => types.isOnly(type, "null", "undefined");
  if (isNone(rightType) || isNone(leftType)) {
    const [value, other] = isNone(rightType) ? [leftNode, rightNode] : [rightNode, leftNode];
    if (!loose) refuseTellingApart(ctx, value, other);
    return compareWithNone(ctx, value, loose ? undefined : other, equal);
  }
  noteTelling(ctx, leftNode, [leftNode, rightNode]);
  const [left, right] = lowerOrdered(ctx, [leftNode, rightNode]);
  return compareValues(ctx, left!, leftType, right!, rightType, equal);
}

/** `x == null`, or `x === none` */
function compareWithNone(
  ctx: Lowering,
  value: ts.Expression,
  none: ts.Expression | undefined,
  equal: boolean,
): py.Expression {
  const lowered = lowerExpression(ctx, value);
  const asked = none && ctx.facts.types.kinds(ctx.typeOf(none));
  const test =
    asked?.size === 1
      ? isExactly(ctx, lowered, asked.has("null") ? "null" : "undefined")
      : isNullish(ctx, lowered, kindsOf(ctx, value));
  if (equal) return test;
  return test.kind === "compare" ? py.compare(test.left, "is not", test.right) : py.not(test);
}

/** `x === null` where x may also be undefined tells the two apart. */
function refuseTellingApart(ctx: Lowering, value: ts.Expression, none: ts.Expression): void {
  if (ctx.facts.nulls.areObjects) return;
  const kinds = ctx.facts.types.kinds(ctx.typeOf(value));
  if (kinds.has("unknown")) noteTelling(ctx, value, [value]);
  const asked = ctx.facts.types.kinds(ctx.typeOf(none));
  if (asked.size !== 1) return;
  const isOther = kinds.has(asked.has("null") ? "undefined" : "null");
  if (!kinds.has("null") || !kinds.has("undefined")) {
    // Asked for the one, which the type leaves out, a value may be the other.
    const isAlone = isOther && !kinds.has(asked.has("null") ? "null" : "undefined");
    if (isAlone && ctx.facts.nulls.canBeObjects) {
      ctx.report(value, nullOrUndefined("This comparison"));
    }
    return;
  }
  if (!isAskedForBoth(ctx, value, asked.has("null") ? "undefined" : "null")) {
    ctx.report(value, nullOrUndefined("This comparison"));
  }
}

/** `x === null || x === undefined`, `x !== undefined && x !== null`: the two together do not tell. */
function isAskedForBoth(ctx: Lowering, value: ts.Expression, other: ValueKind): boolean {
  const comparison = outerParent(value);
  if (!ts.isBinaryExpression(comparison)) return false;
  const equality = comparison.operatorToken.kind;
  const joins =
    equality === ts.SyntaxKind.EqualsEqualsEqualsToken
      ? ts.SyntaxKind.BarBarToken
      : ts.SyntaxKind.AmpersandAmpersandToken;
  return operandsAround(comparison, joins).some((operand) => {
    const bare = skipWrappers(operand);
    if (!ts.isBinaryExpression(bare) || bare.operatorToken.kind !== equality) return false;
    const isSame = skipWrappers(bare.left).getText() === skipWrappers(value).getText();
    const asked = ctx.facts.types.kinds(ctx.typeOf(bare.right));
    return isSame && asked.size === 1 && asked.has(other);
  });
}

/** The operands of the whole `a || b || c` that an expression is one of. */
function operandsAround(node: ts.Expression, joins: ts.SyntaxKind): readonly ts.Expression[] {
  let top: ts.Node = node;
  for (let around = outerParent(top); isJoined(around, joins); around = outerParent(top)) {
    top = around;
  }
  const operandsOf = (part: ts.Expression): readonly ts.Expression[] => {
    const bare = skipWrappers(part);
    return isJoined(bare, joins) ? [...operandsOf(bare.left), ...operandsOf(bare.right)] : [bare];
  };
  return operandsOf(top as ts.Expression);
}

function isJoined(node: ts.Node, joins: ts.SyntaxKind): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === joins;
}

/** The same for values that are lowered already, such as the cases of a switch. */
export function compareValues(
  ctx: Lowering,
  left: py.Expression,
  leftType: ts.Type,
  right: py.Expression,
  rightType: ts.Type,
  equal: boolean,
): py.Expression {
  const a = ctx.facts.types.kinds(leftType);
  const b = ctx.facts.types.kinds(rightType);
  if (needsHelper(a, b)) {
    const test = ctx.callHelper("strict_equals", left, right);
    return equal ? test : py.not(test);
  }
  const byValue = comparesByValue(ctx, leftType) || comparesByValue(ctx, rightType);
  const byIdentity = !byValue && (isIdentityOnly(a) || isIdentityOnly(b));
  const operator = byIdentity ? (equal ? "is" : "is not") : equal ? "==" : "!=";
  return py.compare(left, operator, right);
}

const identityKinds: ReadonlySet<ValueKind> = new Set([
  "object",
  "array",
  "symbol",
  "null",
  "undefined",
]);

function isIdentityOnly(kinds: ReadonlySet<ValueKind>): boolean {
  for (const kind of kinds) if (!identityKinds.has(kind)) return false;
  return kinds.size > 0;
}

/** Python's `==` differs where a bool may meet a number, or lists may meet each other. */
function needsHelper(a: ReadonlySet<ValueKind>, b: ReadonlySet<ValueKind>): boolean {
  if (isIdentityOnly(a) || isIdentityOnly(b)) return false;
  if (a.has("unknown") || b.has("unknown")) return true;
  const boolMeetsNumber = (x: ReadonlySet<ValueKind>, y: ReadonlySet<ValueKind>) =>
    x.has("boolean") && (y.has("number") || y.has("bigint"));
  if (boolMeetsNumber(a, b) || boolMeetsNumber(b, a)) return true;
  const both = (kind: ValueKind) => a.has(kind) && b.has(kind);
  return both("array") || both("object") || (both("number") && both("bigint"));
}
