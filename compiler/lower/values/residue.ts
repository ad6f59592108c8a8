import type { ts } from "ts-morph";
import { isInt, type NumberFact } from "../../facts/numberFacts.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** A number of which only the low 32 bits count, as far as it has been made. */
export interface Bits {
  readonly value: py.Expression;
  /** Where the int lies: from -(2 ** 31) to 2 ** 31 - 1, from 0 to 2 ** 32 - 1, or anywhere. */
  readonly range: "signed" | "unsigned" | "any";
  /** The same, where both hold. */
  readonly isSmall: boolean;
}

const mask: py.Expression = { kind: "literal", type: "int", text: "0xffffffff" };
const signBit: py.Expression = { kind: "literal", type: "int", text: "0x80000000" };

/** A lowered expression as bits; what may be no int goes through JavaScript's conversion. */
export function bitsOf(ctx: Lowering, node: ts.Expression, value: py.Expression): Bits {
  const { numbers } = ctx.facts;
  return bitsOfForm(ctx, value, numbers.residue(node), numbers.of(node));
}

export function bitsOfForm(
  ctx: Lowering,
  value: py.Expression,
  form: "exact" | "unsigned" | "any",
  fact: NumberFact,
): Bits {
  if (form !== "exact") return { value, range: form, isSmall: false };
  if (!isInt(fact)) {
    return { value: ctx.callHelper("to_int32", value), range: "signed", isSmall: false };
  }
  const isSigned = fact.lo >= -(2 ** 31) && fact.hi < 2 ** 31;
  const isUnsigned = fact.lo >= 0 && fact.hi < 2 ** 32;
  return {
    value,
    range: isSigned ? "signed" : isUnsigned ? "unsigned" : "any",
    isSmall: isSigned && isUnsigned,
  };
}

export function isResidue(bits: Bits): boolean {
  return bits.range === "unsigned" || bits.isSmall;
}

/** `value & 0xffffffff`, where it changes anything. */
export function unsigned(bits: Bits): py.Expression {
  return isResidue(bits) ? bits.value : py.binary(bits.value, "&", mask);
}

/** The signed int of 32 bits: `(value & 0xffffffff ^ 0x80000000) - 0x80000000`, where it changes anything. */
export function signed(bits: Bits): py.Expression {
  if (bits.range === "signed") return bits.value;
  return py.binary(py.binary(unsigned(bits), "^", signBit), "-", signBit);
}

/** What a variable is kept as, in the form that is wanted where it is read. */
export function asRead(
  ctx: Lowering,
  target: ts.Expression,
  node: ts.Expression,
  value: py.Expression,
): py.Expression {
  const { numbers } = ctx.facts;
  if (!numbers.keptUnsigned(target) || numbers.residue(node) !== "exact") return value;
  if (numbers.of(node).lo >= 0) return value;
  return signed({ value, range: "unsigned", isSmall: false });
}

/** What a function returns, in the form that its callers take. */
export function asReturned(
  ctx: Lowering,
  owner: ts.Node,
  node: ts.Expression,
  value: py.Expression,
): py.Expression {
  return ctx.facts.numbers.givesUnsigned(owner) ? unsigned(bitsOf(ctx, node, value)) : value;
}

/** The value of a variable, in the form that the variable is kept in. */
export function asKept(
  ctx: Lowering,
  target: ts.Node,
  node: ts.Expression,
  value: py.Expression,
): py.Expression {
  return ctx.facts.numbers.keptUnsigned(target) ? unsigned(bitsOf(ctx, node, value)) : value;
}
