import { ts } from "ts-morph";
import { isAssignmentOperator } from "../../facts/bindings.ts";
import { isInt, type NumberFact } from "../../facts/numberFacts.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { type Bits, bitsOf, bitsOfForm, isResidue, signed, unsigned } from "../values/residue.ts";
import type { Arithmetic } from "./arithmetic.ts";

/**
 * `a op b` on 32 bits. A result is cut where someone sees more of it than its low 32 bits, and
 * where its range does not show that there is nothing to cut:
 *
 *     h = (h ^ byte) * 16777619 & 0xffffffff
 */
export function bitOperation(ctx: Lowering, operation: Arithmetic): py.Expression {
  const { node, operator, left, right } = operation;
  const a = operandBits(ctx, node, left);
  switch (operator) {
    case ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken:
      return shifted(ctx, unsigned(a), ">>", node.right, right);
    case ts.SyntaxKind.GreaterThanGreaterThanToken:
      return shifted(ctx, signed(a), ">>", node.right, right);
    case ts.SyntaxKind.LessThanLessThanToken: {
      const count = ctx.facts.numbers.of(node.right);
      const value = shifted(ctx, a.value, "<<", node.right, right);
      const shiftedFact = ctx.facts.numbers.of(node.left);
      const staysIn = a.range === "signed" && staysInRange(shiftedFact, count);
      const isSmall = staysIn && shiftedFact.lo >= 0;
      return asWanted(ctx, node, { value, range: staysIn ? "signed" : "any", isSmall });
    }
    default:
      return asWanted(ctx, node, bitwise(ctx, operation, a));
  }
}

/** `~a` */
export function complement(
  ctx: Lowering,
  node: ts.PrefixUnaryExpression,
  value: py.Expression,
): py.Expression {
  const a = bitsOf(ctx, node.operand, value);
  const wanted = ctx.facts.numbers.residue(node);
  if (a.range === "unsigned" && wanted !== "exact") {
    return py.binary(a.value, "^", { kind: "literal", type: "int", text: "0xffffffff" });
  }
  const range = a.range === "signed" ? "signed" : "any";
  return asWanted(ctx, node, { value: py.unary("~", a.value), range, isSmall: false });
}

/** `Math.imul(a, b)` */
export function multiply32(
  ctx: Lowering,
  node: ts.CallExpression,
  left: py.Expression,
  right: py.Expression,
): py.Expression {
  const a = bitsOf(ctx, node.arguments[0]!, left);
  const b = bitsOf(ctx, node.arguments[1]!, right);
  const value = py.binary(a.value, "*", b.value);
  return asWanted(ctx, node, { value, range: "any", isSmall: false });
}

/** The left side of `x ^= y` is what the variable keeps. */
function operandBits(ctx: Lowering, node: ts.BinaryExpression, value: py.Expression): Bits {
  const { numbers } = ctx.facts;
  if (!isAssignmentOperator(node.operatorToken.kind)) return bitsOf(ctx, node.left, value);
  const form = numbers.keptUnsigned(node.left) ? "unsigned" : "exact";
  return bitsOfForm(ctx, value, form, numbers.of(node.left));
}

function bitwise(ctx: Lowering, { node, operator, right }: Arithmetic, a: Bits): Bits {
  const b = bitsOf(ctx, node.right, right);
  if (operator === ts.SyntaxKind.AmpersandToken) return both(a, b);
  if (operator === ts.SyntaxKind.BarToken && isZero(right)) return a;
  const symbol = operator === ts.SyntaxKind.BarToken ? "|" : "^";
  if (a.range === "signed" && b.range === "signed") {
    const isSmall = a.isSmall && b.isSmall;
    return { value: py.binary(a.value, symbol, b.value), range: "signed", isSmall };
  }
  // `x ^= x << 13 & 0xffffffff`: one cut is enough, and on the right it leaves `op=` possible.
  const isCutRight = isResidue(a) && !isResidue(b) && resultForm(ctx, node) === "unsigned";
  const value = py.binary(a.value, symbol, isCutRight ? unsigned(b) : b.value);
  const isWhole = isResidue(a) && (isCutRight || isResidue(b));
  return { value, range: isWhole ? "unsigned" : "any", isSmall: false };
}

/** `a & b` has no more bits than the side that is known to have few. */
function both(a: Bits, b: Bits): Bits {
  const value = py.binary(a.value, "&", b.value);
  if (a.isSmall || b.isSmall) return { value, range: "signed", isSmall: true };
  if (a.range === "signed" && b.range === "signed")
    return { value, range: "signed", isSmall: false };
  return { value, range: isResidue(a) || isResidue(b) ? "unsigned" : "any", isSmall: false };
}

function resultForm(ctx: Lowering, node: ts.Expression): "exact" | "unsigned" | "any" {
  const { numbers } = ctx.facts;
  const isCompound = ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind);
  if (isCompound) return numbers.keptUnsigned(node.left) ? "unsigned" : "exact";
  return numbers.residue(node);
}

function asWanted(ctx: Lowering, node: ts.Expression, bits: Bits): py.Expression {
  switch (resultForm(ctx, node)) {
    case "any":
      return bits.value;
    case "unsigned":
      return unsigned(bits);
    case "exact":
      // A JavaScript value that is not negative is its own residue.
      return ctx.facts.numbers.of(node).lo >= 0 ? unsigned(bits) : signed(bits);
  }
}

/** Only five bits of a shift count are used. */
function shifted(
  ctx: Lowering,
  value: py.Expression,
  operator: "<<" | ">>",
  node: ts.Expression,
  count: py.Expression,
): py.Expression {
  const fact = ctx.facts.numbers.of(node);
  if (operator === ">>" && isZero(count)) return value;
  if (isInt(fact) && fact.lo >= 0 && fact.hi <= 31) return py.binary(value, operator, count);
  const whole = isInt(fact) ? count : ctx.callHelper("to_int32", count);
  return py.binary(value, operator, py.binary(whole, "&", py.int(31)));
}

function staysInRange(a: NumberFact, count: NumberFact): boolean {
  if (!isInt(a) || !isInt(count) || count.lo < 0 || count.hi > 31) return false;
  const factor = 2 ** count.hi;
  return a.lo * factor >= -(2 ** 31) && a.hi * factor < 2 ** 31;
}

function isZero(value: py.Expression): boolean {
  return value.kind === "literal" && value.type === "int" && Number(value.text) === 0;
}
