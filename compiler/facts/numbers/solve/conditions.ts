import { ts } from "ts-morph";
import type { NumberFact } from "../../numberFacts.ts";
import { skipWrappers } from "../../syntax.ts";
import type { Reader } from "../graph/cell.ts";
import {
  isExactInt,
  isNone,
  join,
  noNumber,
  normalized,
  within,
  withoutNaN,
} from "../values/lattice.ts";
import { type Step, sharedClauses } from "./dominators.ts";
import type { Place, Places } from "./places.ts";

/** Something that was tested: a condition, or which clause of a switch was taken. */
export type Guard = Extract<Step, { kind: "holds" | "case" }>;

/** What is left of the values of a place where a guard let the program pass. */
export function refine(
  reader: Reader,
  places: Places,
  place: Place,
  fact: NumberFact,
  guard: Guard,
): NumberFact {
  const test: Test = { reader, places, place };
  if (guard.kind === "holds") return assume(test, fact, guard.condition, guard.value);
  return assumeClause(test, fact, guard.clause);
}

interface Test {
  readonly reader: Reader;
  readonly places: Places;
  readonly place: Place;
}

function assume(
  test: Test,
  fact: NumberFact,
  condition: ts.Expression,
  value: boolean,
): NumberFact {
  const node = skipWrappers(condition);
  if (isNone(fact) || !test.places.isMentioned(test.place, node)) return fact;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return assume(test, fact, node.operand, !value);
  }
  if (ts.isBinaryExpression(node)) return assumeBinary(test, fact, node, value);
  const body = test.places.guardBodies.of(node);
  if (body) return assume(test, fact, body, value);
  if (ts.isCallExpression(node)) return assumeCall(test, fact, node, value);
  return isPlace(test, node) ? assumeTruth(fact, value) : fact;
}

function isPlace(test: Test, node: ts.Expression): boolean {
  return test.places.placeOf(node)?.key === test.place.key;
}

/** `if (x)`: neither 0 nor NaN. */
export function assumeTruth(fact: NumberFact, value: boolean): NumberFact {
  if (!value) return within(fact, 0, 0);
  const present = { ...withoutNaN(fact), negativeZero: false };
  return withoutValue(present, 0);
}

function assumeBinary(
  test: Test,
  fact: NumberFact,
  node: ts.BinaryExpression,
  value: boolean,
): NumberFact {
  const { left, right, operatorToken } = node;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return assumeBoth(test, fact, node, value, value);
    case ts.SyntaxKind.BarBarToken:
      return assumeBoth(test, fact, node, value, !value);
    default: {
      const relation = relations.get(operatorToken.kind);
      if (!relation) return fact;
      const actual = value ? relation : opposites[relation];
      const mayBeUnordered = !value && isOrder(relation);
      const once = compare(test, fact, { left, right, relation: actual, mayBeUnordered });
      const turned = {
        left: right,
        right: left,
        relation: turnedRelations[actual],
        mayBeUnordered,
      };
      return compare(test, once, turned);
    }
  }
}

/** `a && b` held, or `a || b` did not: both parts say so. Otherwise one of them does. */
function assumeBoth(
  test: Test,
  fact: NumberFact,
  node: ts.BinaryExpression,
  value: boolean,
  both: boolean,
): NumberFact {
  const first = assume(test, fact, node.left, value);
  if (both) return assume(test, first, node.right, value);
  const second = assume(test, assume(test, fact, node.left, !value), node.right, value);
  return join(first, second);
}

type Relation = "<" | "<=" | ">" | ">=" | "=" | "!=";

const relations: ReadonlyMap<ts.SyntaxKind, Relation> = new Map([
  [ts.SyntaxKind.LessThanToken, "<"],
  [ts.SyntaxKind.LessThanEqualsToken, "<="],
  [ts.SyntaxKind.GreaterThanToken, ">"],
  [ts.SyntaxKind.GreaterThanEqualsToken, ">="],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "="],
  [ts.SyntaxKind.EqualsEqualsToken, "="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "!="],
  [ts.SyntaxKind.ExclamationEqualsToken, "!="],
]);

const opposites: Readonly<Record<Relation, Relation>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "=": "!=",
  "!=": "=",
};

const turnedRelations: Readonly<Record<Relation, Relation>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "=": "=",
  "!=": "!=",
};

export function isOrder(relation: Relation): boolean {
  return relation !== "=" && relation !== "!=";
}

interface Comparison {
  readonly left: ts.Expression;
  readonly right: ts.Expression;
  readonly relation: Relation;
  /** Did an order not hold, so that either side may be NaN? */
  readonly mayBeUnordered: boolean;
}

/** Refines the place where it is the left side, perhaps with a constant added. */
function compare(test: Test, fact: NumberFact, comparison: Comparison): NumberFact {
  if (isNone(fact)) return fact;
  const offset = offsetOf(test, comparison.left, fact);
  if (offset === undefined) return fact;
  if (isNoNumber(comparison.right)) return fact;
  const other = test.reader.evaluate(comparison.right);
  if (comparison.relation === "!=") return withoutEqual(fact, other, offset);
  if (isNone(other)) return noNumber;
  if (comparison.mayBeUnordered) {
    return other.nan ? fact : ordered(fact, other, comparison.relation, offset);
  }
  return ordered(withoutNaN(fact), other, comparison.relation, offset);
}

/** `x === undefined` says nothing of numbers. */
function isNoNumber(expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    ts.isStringLiteralLike(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    (ts.isIdentifier(node) && node.text === "undefined")
  );
}

/** `c` where the expression is the place plus `c`; only of ints, whose sums are exact. */
function offsetOf(test: Test, expression: ts.Expression, fact: NumberFact): number | undefined {
  const node = skipWrappers(expression);
  if (isPlace(test, node)) return 0;
  if (!ts.isBinaryExpression(node) || fact.float) return undefined;
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.PlusToken && isPlace(test, node.right)) return constantOf(node.left);
  if (!isPlace(test, node.left)) return undefined;
  const constant = constantOf(node.right);
  if (constant === undefined) return undefined;
  if (kind === ts.SyntaxKind.PlusToken) return constant;
  return kind === ts.SyntaxKind.MinusToken ? -constant : undefined;
}

function constantOf(node: ts.Expression): number | undefined {
  const bare = skipWrappers(node);
  if (!ts.isNumericLiteral(bare)) return undefined;
  const value = Number(bare.text);
  return Number.isSafeInteger(value) ? value : undefined;
}

function ordered(
  fact: NumberFact,
  other: NumberFact,
  relation: Relation,
  offset: number,
): NumberFact {
  const lo = other.lo - offset;
  const hi = other.hi - offset;
  switch (relation) {
    case "<":
      return within(fact, Number.NEGATIVE_INFINITY, fact.float ? hi : below(hi));
    case "<=":
      return within(fact, Number.NEGATIVE_INFINITY, hi);
    case ">":
      return within(fact, fact.float ? lo : above(lo), Number.POSITIVE_INFINITY);
    case ">=":
      return within(fact, lo, Number.POSITIVE_INFINITY);
    default:
      return within(withoutNaN(fact), lo, hi);
  }
}

/** The greatest int that is less. */
function below(limit: number): number {
  return Math.ceil(limit) - 1;
}

function above(limit: number): number {
  return Math.floor(limit) + 1;
}

function withoutEqual(fact: NumberFact, other: NumberFact, offset: number): NumberFact {
  const isOne = other.lo === other.hi && !other.nan;
  return isOne ? withoutValue(fact, other.lo - offset) : fact;
}

/** Cuts a value off at either end of a range of ints. */
function withoutValue(fact: NumberFact, value: number): NumberFact {
  if (fact.lo === value && fact.hi === value)
    return fact.nan ? normalized({ ...fact, lo: 1, hi: 0 }) : noNumber;
  if (fact.float) return fact;
  if (fact.lo === value) return normalized({ ...fact, lo: value + 1 });
  return fact.hi === value ? normalized({ ...fact, hi: value - 1 }) : fact;
}

const checks: ReadonlySet<string> = new Set(["isNaN", "isFinite", "isInteger", "isSafeInteger"]);

/** `Number.isInteger(x)`, `isNaN(x)` and the like. */
function assumeCall(
  test: Test,
  fact: NumberFact,
  node: ts.CallExpression,
  value: boolean,
): NumberFact {
  const [argument] = node.arguments;
  if (!argument || !isPlace(test, argument)) return fact;
  const callee = node.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  if (!checks.has(name)) return fact;
  if (name === "isNaN") return value ? onlyNaNOf(fact) : withoutNaN(fact);
  if (!value) return fact;
  const finite = { ...withoutNaN(fact), infinite: false };
  if (name === "isFinite") return finite;
  const limit = name === "isSafeInteger" ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY;
  return within(
    normalized({ ...finite, lo: Math.ceil(finite.lo), hi: Math.floor(finite.hi) }),
    -limit,
    limit,
  );
}

function onlyNaNOf(fact: NumberFact): NumberFact {
  return fact.nan ? normalized({ ...fact, lo: 1, hi: 0 }) : noNumber;
}

/** The value of a switch is one of its clause's labels. */
function assumeClause(test: Test, fact: NumberFact, clause: ts.CaseOrDefaultClause): NumberFact {
  const value = clause.parent.parent.expression;
  if (!isPlace(test, value)) return fact;
  const clauses = sharedClauses(clause);
  if (!clauses.every(ts.isCaseClause)) return assumeDefault(test, fact, clause);
  return clauses
    .map((one) => compare(test, fact, equalTo(value, one)))
    .reduce((all, one) => join(all, one), noNumber);
}

function equalTo(left: ts.Expression, clause: ts.CaseClause): Comparison {
  return { left, right: clause.expression, relation: "=", mayBeUnordered: false };
}

/** `default`: none of the other labels, where that is the only way in. */
function assumeDefault(test: Test, fact: NumberFact, clause: ts.CaseOrDefaultClause): NumberFact {
  if (sharedClauses(clause).length > 1) return fact;
  let rest = fact;
  for (const other of clause.parent.clauses) {
    if (!ts.isCaseClause(other)) continue;
    const label = test.reader.evaluate(other.expression);
    if (isExactInt(label)) rest = withoutValue(rest, label.lo);
  }
  return rest;
}
