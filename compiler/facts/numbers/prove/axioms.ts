import { ts } from "ts-morph";
import type { NumberFact } from "../../numberFacts.ts";
import { skipWrappers } from "../../syntax.ts";
import type { Place } from "../solve/places.ts";
import { isExactInt } from "../values/lattice.ts";
import type { Forms } from "./forms.ts";
import { atomForm, combine, type LinearForm, leastOf, plus, scaled } from "./linearForm.ts";

interface OpaqueValue {
  readonly key: string;
  readonly fact: NumberFact;
  readonly places: readonly Place[];
  readonly depth: number;
}

/** What is always true of a value that is not linear, as forms that are never negative. */
export function axiomsOf(
  forms: Forms,
  node: ts.Expression,
  { key, fact, places, depth }: OpaqueValue,
): readonly LinearForm[] {
  const self = atomForm({ key, lo: fact.lo, hi: fact.hi, places, axioms: [] });
  const of = (part: ts.Expression) => forms.of(part, depth + 1);
  if (ts.isBinaryExpression(node)) return binaryAxioms(node, self, of);
  if (!ts.isCallExpression(node)) return [];
  const name = forms.builder.libraryKeys.get(node);
  switch (name) {
    case "Math.min":
    case "Math.max":
      return extremeAxioms(node, self, of, name === "Math.min" ? 1 : -1);
    case "Math.floor":
    case "Math.trunc":
      return floorAxioms(forms, node, self, of);
    case "String.indexOf":
    case "String.lastIndexOf":
      return searchAxioms(forms, node, self);
    default:
      return [];
  }
}

type FormOf = (node: ts.Expression) => LinearForm | undefined;

function binaryAxioms(
  node: ts.BinaryExpression,
  self: LinearForm,
  of: FormOf,
): readonly LinearForm[] {
  const left = of(node.left);
  const right = of(node.right);
  if (!left || !right) return [];
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AsteriskToken:
      return productAxioms(self, left, right);
    case ts.SyntaxKind.PercentToken:
      return leastOf(left) >= 0 && leastOf(right) > 0
        ? [plus(combine(right, self, -1), -1), combine(left, self, -1)]
        : [];
    case ts.SyntaxKind.AmpersandToken:
      return [left, right]
        .filter((side) => leastOf(side) >= 0)
        .map((side) => combine(side, self, -1));
    case ts.SyntaxKind.GreaterThanGreaterThanToken:
    case ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken:
      return shiftAxioms(self, left, right);
    default:
      return [];
  }
}

/** Of ints: `a * b` is at least `b` where `a` is at least 1 and `b` not negative; `a * a` at least `a`. */
function productAxioms(
  self: LinearForm,
  left: LinearForm,
  right: LinearForm,
): readonly LinearForm[] {
  const found: LinearForm[] = [];
  const isSquare = combine(left, right, -1).terms.size === 0;
  if (isSquare && left.constant === right.constant) found.push(combine(self, left, -1));
  if (leastOf(left) >= 1 && leastOf(right) >= 0) found.push(combine(self, right, -1));
  if (leastOf(right) >= 1 && leastOf(left) >= 0) found.push(combine(self, left, -1));
  return found;
}

function shiftAxioms(self: LinearForm, left: LinearForm, right: LinearForm): readonly LinearForm[] {
  const isPlain = right.terms.size === 0 && right.constant >= 0 && right.constant < 31;
  const most = -leastOf(scaled(left, -1));
  if (!isPlain || leastOf(left) < 0 || most > 0x7fffffff) return [];
  return quotientAxioms(self, left, 2 ** right.constant);
}

/** `self` is `value / divisor`, rounded down. */
function quotientAxioms(
  self: LinearForm,
  value: LinearForm,
  divisor: number,
): readonly LinearForm[] {
  const share = scaled(value, 1 / divisor);
  return [combine(share, self, -1), plus(combine(self, share, -1), (divisor - 1) / divisor)];
}

function extremeAxioms(
  node: ts.CallExpression,
  self: LinearForm,
  of: FormOf,
  sign: number,
): readonly LinearForm[] {
  return node.arguments.flatMap((argument) => {
    const operand = ts.isSpreadElement(argument) ? undefined : of(argument);
    return operand ? [scaled(combine(operand, self, -1), sign)] : [];
  });
}

/** `Math.floor(a / c)` and `Math.floor(Math.random() * n)` */
function floorAxioms(
  forms: Forms,
  node: ts.CallExpression,
  self: LinearForm,
  of: FormOf,
): readonly LinearForm[] {
  const [argument] = node.arguments;
  const inner = argument && skipWrappers(argument);
  if (!inner || !ts.isBinaryExpression(inner)) return [];
  const { kind } = inner.operatorToken;
  if (kind === ts.SyntaxKind.SlashToken) {
    const divisor = forms.reader.evaluate(inner.right);
    const value = of(inner.left);
    if (!value || !isExactInt(divisor) || divisor.lo < 1 || leastOf(value) < 0) return [];
    return quotientAxioms(self, value, divisor.lo);
  }
  if (kind !== ts.SyntaxKind.AsteriskToken) return [];
  const [random, count] = isRandom(forms, inner.left)
    ? [inner.left, inner.right]
    : [inner.right, inner.left];
  const limit = isRandom(forms, random) ? of(count) : undefined;
  return limit && leastOf(limit) >= 1 ? [plus(combine(limit, self, -1), -1)] : [];
}

/** What is found lies inside of the text: its length is more than `self`, or as much where no text is sought. */
function searchAxioms(
  forms: Forms,
  node: ts.CallExpression,
  self: LinearForm,
): readonly LinearForm[] {
  const callee = skipWrappers(node.expression);
  const [sought] = node.arguments;
  if (!ts.isPropertyAccessExpression(callee) || !sought) return [];
  const length = forms.lengthOf(callee.expression);
  const isSome = ts.isStringLiteralLike(sought) && sought.text !== "";
  return length ? [plus(combine(length, self, -1), isSome ? -1 : 0)] : [];
}

function isRandom(forms: Forms, node: ts.Expression): boolean {
  return forms.builder.libraryKeys.get(skipWrappers(node)) === "Math.random";
}
