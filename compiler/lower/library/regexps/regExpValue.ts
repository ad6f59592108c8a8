import { ts } from "ts-morph";
import {
  invalidPattern,
  patternFeature,
  patternNotConstant,
} from "../../../diagnostics/catalogue/regexps.ts";
import {
  constructedRegExp,
  literalRegExp,
  type RegExpText,
} from "../../../facts/regexps/constantRegExp.ts";
import { PatternProblem, parseRegExp } from "../../../facts/regexps/parsePattern.ts";
import type { RegExpFact } from "../../../facts/regexps/pattern.ts";
import * as py from "../../../python/py.ts";
import type { Lowering } from "../../lowering.ts";
import { compilePattern, type Lead } from "./compilePattern.ts";
import { operation } from "./operations.ts";

/**
 * `/\d+/g`
 *
 *     RegExp("\\d+", "g", ("0123456789", False), ((4, "0123456789", False, 1, -1), (0,)), 2, 2)
 *
 * The tuples are constants that cost nothing to make; see `runtime-py/tsmp/RegExp.py`.
 */
export function lowerRegularExpression(
  ctx: Lowering,
  node: ts.RegularExpressionLiteral,
): py.Expression {
  const text = literalRegExp(node);
  const value = makeRegExp(ctx, node, text);
  if (value.kind !== "call" || ts.isSourceFile(ctx.scope.node)) return value;
  return isUsedUp(ctx, node, text)
    ? ctx.module.constant(`${text.flags}/${text.source}`, "pattern", value)
    : value;
}

const fromTheStart: ReadonlySet<string> = new Set([
  "match",
  "matchAll",
  "replace",
  "replaceAll",
  "search",
  "split",
]);

/**
 * Can nobody tell that a literal in a function is one object for all its calls? So it is where its only
 * use is a method that leaves its `lastIndex` alone.
 */
function isUsedUp(ctx: Lowering, node: ts.RegularExpressionLiteral, text: RegExpText): boolean {
  const { parent } = node;
  if (text.flags.includes("y")) return false;
  if (ts.isPropertyAccessExpression(parent)) {
    const isCall = ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
    return isCall && /^(test|exec)$/.test(parent.name.text) && !text.flags.includes("g");
  }
  return (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    ts.isPropertyAccessExpression(parent.expression) &&
    fromTheStart.has(parent.expression.name.text) &&
    ctx.facts.types.isOnly(ctx.typeOf(parent.expression.expression), "string")
  );
}

/** `new RegExp("\\d+", "g")` of texts that are known. */
export function lowerRegExpConstructor(
  ctx: Lowering,
  node: ts.NewExpression | ts.CallExpression,
): py.Expression {
  const text = constructedRegExp(ctx.checker, node.arguments ?? []);
  return text ? makeRegExp(ctx, node, text) : ctx.refuse(node, patternNotConstant());
}

/** The RegExp of a pattern that is known, or a report of why there can be none. */
export function makeRegExp(ctx: Lowering, node: ts.Node, text: RegExpText): py.Expression {
  try {
    return fromFact(ctx, parseRegExp(text.source, text.flags));
  } catch (error) {
    if (error instanceof PatternProblem) return ctx.refuse(node, patternFeature(error.message));
    if (error instanceof SyntaxError) return ctx.refuse(node, invalidPattern(error.message));
    throw error;
  }
}

function fromFact(ctx: Lowering, fact: RegExpFact): py.Expression {
  const { source, flags } = new RegExp(fact.source, fact.flags);
  const { lead, steps, slots } = compilePattern(fact);
  const names = fact.names.map(([name, index]) => py.tuple([py.str(name), py.int(index)]));
  const isAnyCase = flags.includes("i") && steps.some(([name]) => name === operation.back);
  return ctx.callHelper(
    "RegExp",
    py.str(source),
    py.str(flags),
    leadValue(lead),
    py.tuple(steps.map((step) => py.tuple(step.map(operandValue)))),
    py.int(2 * (fact.groupCount + 1)),
    py.int(slots),
    ...(names.length > 0 || isAnyCase ? [py.tuple(names)] : []),
    ...(isAnyCase ? [ctx.helper("same_letters")] : []),
  );
}

function leadValue(lead: Lead): py.Expression {
  switch (lead.kind) {
    case "none":
      return py.noneValue();
    case "start":
      return py.str("");
    case "text":
      return py.str(lead.text);
    case "set":
      return py.tuple([py.str(lead.characters), py.bool(lead.negated)]);
  }
}

function operandValue(value: number | string | boolean): py.Expression {
  if (typeof value === "number") return py.int(value);
  return typeof value === "string" ? py.str(value) : py.bool(value);
}
