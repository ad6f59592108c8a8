import { ts } from "ts-morph";
import type { NumberFact } from "../../numberFacts.ts";
import { add, divide, multiply, power, remainder, subtract } from "../values/arithmetic.ts";
import {
  bitAnd,
  bitOr,
  bitXor,
  shiftLeft,
  shiftRight,
  shiftRightUnsigned,
} from "../values/bitOperations.ts";

type Transfer = (a: NumberFact, b: NumberFact) => NumberFact;

const transfers: ReadonlyMap<ts.SyntaxKind, Transfer> = new Map([
  [ts.SyntaxKind.PlusToken, add],
  [ts.SyntaxKind.MinusToken, subtract],
  [ts.SyntaxKind.AsteriskToken, multiply],
  [ts.SyntaxKind.SlashToken, divide],
  [ts.SyntaxKind.PercentToken, remainder],
  [ts.SyntaxKind.AsteriskAsteriskToken, power],
  [ts.SyntaxKind.AmpersandToken, bitAnd],
  [ts.SyntaxKind.BarToken, bitOr],
  [ts.SyntaxKind.CaretToken, bitXor],
  [ts.SyntaxKind.LessThanLessThanToken, shiftLeft],
  [ts.SyntaxKind.GreaterThanGreaterThanToken, shiftRight],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, shiftRightUnsigned],
]);

/** What a binary operator does to facts; undefined for comparisons and the like. */
export function binaryTransfer(operator: ts.SyntaxKind): Transfer | undefined {
  return transfers.get(operator);
}

const plainOperators: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.PlusToken],
  [ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.MinusToken],
  [ts.SyntaxKind.AsteriskEqualsToken, ts.SyntaxKind.AsteriskToken],
  [ts.SyntaxKind.AsteriskAsteriskEqualsToken, ts.SyntaxKind.AsteriskAsteriskToken],
  [ts.SyntaxKind.SlashEqualsToken, ts.SyntaxKind.SlashToken],
  [ts.SyntaxKind.PercentEqualsToken, ts.SyntaxKind.PercentToken],
  [ts.SyntaxKind.LessThanLessThanEqualsToken, ts.SyntaxKind.LessThanLessThanToken],
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken, ts.SyntaxKind.GreaterThanGreaterThanToken],
  [
    ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken,
    ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  ],
  [ts.SyntaxKind.AmpersandEqualsToken, ts.SyntaxKind.AmpersandToken],
  [ts.SyntaxKind.BarEqualsToken, ts.SyntaxKind.BarToken],
  [ts.SyntaxKind.CaretEqualsToken, ts.SyntaxKind.CaretToken],
]);

/** `+` of `+=`; any other kind itself. */
export function plainOperator(kind: ts.SyntaxKind): ts.SyntaxKind {
  return plainOperators.get(kind) ?? kind;
}
