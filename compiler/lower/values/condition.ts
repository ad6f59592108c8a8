import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import type { ValueKind } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { kindsOf } from "./kinds.ts";
import { testOfLength } from "./lengthTest.ts";
import { isNullish } from "./nulls.ts";
import { whenNeeded } from "./whenNeeded.ts";

/**
 * An expression where only its truth counts: the condition of an `if`, the operand of `!`.
 * `[]` and `{}` are true, NaN is false; only the tests that the type can need are made.
 */
export function lowerCondition(ctx: Lowering, node: ts.Expression): py.Expression {
  const bare = skipWrappers(node);
  if (ts.isPrefixUnaryExpression(bare) && bare.operator === ts.SyntaxKind.ExclamationToken) {
    return py.not(lowerCondition(ctx, bare.operand));
  }
  if (ts.isBinaryExpression(bare)) {
    const { kind } = bare.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) {
      return lowerLogicalCondition(ctx, bare, kind === ts.SyntaxKind.BarBarToken);
    }
  }
  const value = lowerExpression(ctx, bare);
  return (
    testOfBits(ctx, bare, value) ?? testOfLength(ctx, bare, value) ?? truthOf(ctx, value, bare)
  );
}

/**
 * `(flags & 4) !== 0` is `flags & 4`, and `bytes[i] === 0` is `not bytes[i]`: what is sure to be an int
 * is its own test. Other numbers may be None at run time, which is not 0.
 */
function testOfBits(
  ctx: Lowering,
  node: ts.Expression,
  value: py.Expression,
): py.Expression | undefined {
  if (!ts.isBinaryExpression(node) || value.kind !== "compare") return undefined;
  const { left, operator, right } = value;
  if (right.kind !== "literal" || right.type !== "int" || right.text !== "0") return undefined;
  if (!isIntForSure(ctx, skipWrappers(node.left), left)) return undefined;
  if (operator === "!=") return left;
  return operator === "==" ? py.not(left) : undefined;
}

/** A bit operation on numbers, or a plain read of an array of integers. */
function isIntForSure(ctx: Lowering, node: ts.Expression, value: py.Expression): boolean {
  if (ts.isBinaryExpression(node)) {
    const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandToken;
    return isAnd && value.kind === "binary" && value.operator === "&";
  }
  if (!ts.isElementAccessExpression(node) || value.kind !== "subscript") return false;
  return /^U?int\d+(Clamped)?Array$/i.test(
    ctx.facts.types.libraryClass(ctx.typeOf(node.expression)) ?? "",
  );
}

/** `a && b` as a condition: both sides as conditions. */
function lowerLogicalCondition(
  ctx: Lowering,
  node: ts.BinaryExpression,
  isOr: boolean,
): py.Expression {
  const left = lowerCondition(ctx, node.left);
  const right = ctx.capture(() => lowerCondition(ctx, node.right));
  // `x === null || x === undefined` is one test.
  if (isSameTest(left, right.value)) return left;
  return whenNeeded(ctx, left, isOr, () => {
    ctx.prerequisite(...right.prerequisites);
    return right.value;
  });
}

function isNone(value: py.Expression): boolean {
  return value.kind === "literal" && value.type === "none";
}

/** Are both `x is None` of one variable, or both `x is not None`? */
function isSameTest(a: py.Expression, b: py.Expression): boolean {
  return (
    a.kind === "compare" &&
    b.kind === "compare" &&
    a.operator === b.operator &&
    isNone(a.right) &&
    isNone(b.right) &&
    a.left.kind === "name" &&
    b.left.kind === "name" &&
    a.left.id === b.left.id
  );
}

/** The truth of a value whose expression is `node`. */
export function truthOf(ctx: Lowering, value: py.Expression, node: ts.Expression): py.Expression {
  const type = ctx.typeOf(node);
  if (hasNativeTruth(ctx, node, type)) return value;
  const kinds = ctx.facts.types.kinds(type);
  if (isOnlyOf(kinds, objectKinds)) {
    const isMissing = isNullish(ctx, value, kindsOf(ctx, node));
    return isMissing.kind === "compare" ? py.isNotNone(value) : py.not(isMissing);
  }
  if (isOnlyOf(kinds, numericKinds)) return ctx.callHelper("truthy", value);
  return ctx.callHelper("truthy", value);
}

const objectKinds: ReadonlySet<ValueKind> = new Set([
  "object",
  "array",
  "function",
  "symbol",
  "null",
  "undefined",
]);
const numericKinds: ReadonlySet<ValueKind> = new Set(["number", "null", "undefined"]);

/** Does Python's own truth of such a value agree with JavaScript's? */
export function hasNativeTruth(ctx: Lowering, node: ts.Expression, type: ts.Type): boolean {
  const kinds = ctx.facts.types.kinds(type);
  for (const kind of kinds) {
    switch (kind) {
      case "string":
      case "boolean":
      case "bigint":
      case "null":
      case "undefined":
      case "function":
        break;
      case "number": {
        const fact = ctx.facts.numbers.of(node);
        if (!isInt(fact) && fact.nan) return false;
        break;
      }
      default:
        return false;
    }
  }
  return true;
}

function isOnlyOf(kinds: ReadonlySet<ValueKind>, allowed: ReadonlySet<ValueKind>): boolean {
  for (const kind of kinds) if (!allowed.has(kind)) return false;
  return true;
}
