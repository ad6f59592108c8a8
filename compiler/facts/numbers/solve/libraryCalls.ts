import { ts } from "ts-morph";
import { anyNumber, type NumberFact } from "../../numberFacts.ts";
import { plainNumberOf } from "../library/plainNumbers.ts";
import { kindsOf } from "../library/typeKinds.ts";
import {
  anyInt,
  exactly,
  intRange,
  join,
  noNumber,
  normalized,
  onlyNaN,
} from "../values/lattice.ts";
import { mathCall } from "../values/mathFunctions.ts";
import type { Evaluator, EvaluatorContext } from "./evaluator.ts";

/** A built-in whose number depends on its operands; undefined for those that their table tells. */
export function libraryCall(
  context: EvaluatorContext,
  evaluator: Evaluator,
  node: ts.CallExpression,
  key: string,
): NumberFact | undefined {
  if (key.startsWith("Math.")) return math(context, evaluator, node, key.slice("Math.".length));
  const [first] = node.arguments;
  switch (key) {
    case "Number":
      return first ? converted(context, evaluator, first) : exactly(0);
    case "int":
      return first ? toInt(converted(context, evaluator, first)) : exactly(0);
    case "float":
      return first ? toFloat(converted(context, evaluator, first)) : toFloat(exactly(0));
    case "abs":
      return first && mathCall("abs", [evaluator.operand(first)]);
    case "Number.valueOf":
      return ts.isPropertyAccessExpression(node.expression)
        ? evaluator.operand(node.expression.expression)
        : undefined;
    case "String.charCodeAt":
      return characterCode(context, node, first);
    default:
      return undefined;
  }
}

function math(
  context: EvaluatorContext,
  evaluator: Evaluator,
  node: ts.CallExpression,
  name: string,
): NumberFact {
  const operands: NumberFact[] = [];
  let mayBeEmpty = true;
  for (const argument of node.arguments) {
    const spread = ts.isSpreadElement(argument) ? context.builder.spreads.get(argument) : undefined;
    if (!ts.isSpreadElement(argument)) mayBeEmpty = false;
    const fact = ts.isSpreadElement(argument)
      ? (spread?.(context.reader) ?? noNumber)
      : evaluator.operand(argument);
    operands.push(fact);
  }
  const hasSpread = node.arguments.some(ts.isSpreadElement);
  if (!hasSpread) return mathCall(name, operands);
  const isVariadic = name === "max" || name === "min" || name === "hypot";
  if (!isVariadic) return anyNumber;
  // The items of a spread list are any number of operands: each bound may be any of them.
  const all = operands.reduce(join, noNumber);
  return mayBeEmpty ? join(all, mathCall(name, [])) : spreadResult(name, all, operands);
}

function spreadResult(name: string, all: NumberFact, operands: readonly NumberFact[]): NumberFact {
  return name === "hypot" ? mathCall(name, operands) : all;
}

function converted(
  context: EvaluatorContext,
  evaluator: Evaluator,
  node: ts.Expression,
): NumberFact {
  const type = context.builder.typeOf(node);
  const kinds = kindsOf(type);
  if (kinds.numbers && !kinds.objects && !kinds.open) {
    const isOnlyNumber = !type.isUnion() || type.types.every((part) => kindsOf(part).numbers);
    const fact = evaluator.evaluate(node);
    return isOnlyNumber ? fact : join(join(fact, onlyNaN), intRange(0, 1));
  }
  return type.flags & ts.TypeFlags.BooleanLike ? intRange(0, 1) : anyNumber;
}

/** `int(x)`: towards 0, or an error. */
function toInt(fact: NumberFact): NumberFact {
  const whole = mathCall("trunc", [fact]);
  return whole.int ? normalized({ ...whole, float: false, negativeZero: false }) : anyInt;
}

function toFloat(fact: NumberFact): NumberFact {
  return { ...fact, int: false, float: fact.int || fact.float };
}

/** The code of a character, or NaN past the end. */
function characterCode(
  context: EvaluatorContext,
  node: ts.CallExpression,
  index: ts.Expression | undefined,
): NumberFact {
  const code = plainNumberOf("String.charCodeAt");
  const callee = node.expression;
  const isThere =
    index !== undefined &&
    ts.isPropertyAccessExpression(callee) &&
    context.isInBounds(callee.expression, index);
  return isThere ? code : join(code, onlyNaN);
}
