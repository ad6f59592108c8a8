import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { kindsOf } from "./kinds.ts";

/** How Python's `%` writes an int, and the int. */
export interface IntegerFormat {
  /** `%d`, `%02x`, `%d.00` */
  readonly conversion: string;
  readonly value: ts.Expression;
}

/**
 * A text made of one int, which Python's `%` writes as JavaScript does:
 *
 *     String(n), n.toString(), `${n}`            "%d" % n
 *     n.toString(16), its .toUpperCase()         "%x" % n, "%X" % n
 *     n.toFixed(2)                               "%d.00" % n
 *     String(n).padStart(2, "0"), .padEnd(4)     "%02d" % n, "%-4d" % n
 */
export function integerFormat(ctx: Lowering, node: ts.Expression): IntegerFormat | undefined {
  const bare = skipWrappers(node);
  if (ts.isTemplateExpression(bare)) return ofTemplate(ctx, bare);
  if (!ts.isCallExpression(bare) || ts.isOptionalChain(bare)) return undefined;
  const callee = ts.isPropertyAccessExpression(bare.expression)
    ? bare.expression.name
    : bare.expression;
  const symbol = ctx.checker.getSymbolAtLocation(callee);
  const key = symbol && libraryKey(symbol);
  return key === undefined ? undefined : formats[key]?.(ctx, bare);
}

/** The text itself; undefined where it is not that of one int. */
export function lowerIntegerText(ctx: Lowering, node: ts.Expression): py.Expression | undefined {
  const format = integerFormat(ctx, node);
  return format && formatted(format.conversion, lowerExpression(ctx, format.value));
}

/** `"%02d" % value`; `str(value)` where that is all. */
export function formatted(conversion: string, value: py.Expression): py.Expression {
  return conversion === "%d"
    ? py.callBuiltin("str", [value])
    : py.binary(py.str(conversion), "%", value);
}

type FormatOfCall = (ctx: Lowering, call: ts.CallExpression) => IntegerFormat | undefined;

const formats: Readonly<Record<string, FormatOfCall>> = {
  String: (ctx, { arguments: [value] }) => value && decimal(ctx, value),
  "Number.toString": inRadix,
  "Number.toFixed": withZeros,
  "String.toUpperCase": inCapitals,
  "String.padStart": padded,
  "String.padEnd": padded,
};

function ofTemplate(ctx: Lowering, node: ts.TemplateExpression): IntegerFormat | undefined {
  const [span, ...more] = node.templateSpans;
  const isAll = more.length === 0 && node.head.text === "" && span!.literal.text === "";
  return isAll ? decimal(ctx, span!.expression) : undefined;
}

function decimal(ctx: Lowering, value: ts.Expression): IntegerFormat | undefined {
  return isIntAlone(ctx, value) ? { conversion: "%d", value } : undefined;
}

/** Is it an int whatever happens, and nothing else? */
function isIntAlone(ctx: Lowering, node: ts.Expression): boolean {
  const { types, numbers } = ctx.facts;
  const isNumber = types.isOnly(ctx.typeOf(node), "number") && kindsOf(ctx, node).size === 1;
  return isNumber && isInt(numbers.of(node));
}

const letters: Readonly<Record<string, string>> = { "10": "d", "16": "x", "8": "o" };

function inRadix(ctx: Lowering, call: ts.CallExpression): IntegerFormat | undefined {
  const value = receiverOf(call);
  const radix = call.arguments[0];
  if (radix && !ts.isNumericLiteral(radix)) return undefined;
  const letter = letters[radix?.text ?? "10"];
  return letter && isIntAlone(ctx, value) ? { conversion: `%${letter}`, value } : undefined;
}

/** The least and the greatest int of which JavaScript writes all digits are beyond these. */
const wide = 1e15;

function withZeros(ctx: Lowering, call: ts.CallExpression): IntegerFormat | undefined {
  const value = receiverOf(call);
  const digits = call.arguments[0];
  const count = digits ? literalCount(digits) : 0;
  if (count === undefined || count > 20 || !isIntAlone(ctx, value)) return undefined;
  const fact = ctx.facts.numbers.of(value);
  if (fact.negativeZero || fact.lo < -wide || fact.hi > wide) return undefined;
  return { conversion: count === 0 ? "%d" : `%d.${"0".repeat(count)}`, value };
}

function inCapitals(ctx: Lowering, call: ts.CallExpression): IntegerFormat | undefined {
  const text = integerFormat(ctx, receiverOf(call));
  return text && { ...text, conversion: text.conversion.replace(/x$/, "X") };
}

/** Zeros go between a sign and the digits; JavaScript puts them before both, or none where the sign fills the text. */
function padded(ctx: Lowering, call: ts.CallExpression): IntegerFormat | undefined {
  const text = integerFormat(ctx, receiverOf(call));
  if (!text || !/^%[dxXo]$/.test(text.conversion)) return undefined;
  const [width, fill] = call.arguments;
  const columns = width && literalCount(width);
  if (!columns || (fill && !ts.isStringLiteralLike(fill))) return undefined;
  const atEnd = (call.expression as ts.PropertyAccessExpression).name.text === "padEnd";
  const letter = text.conversion.at(-1)!;
  if (!fill || fill.text === " ") {
    return { ...text, conversion: `%${atEnd ? "-" : ""}${columns}${letter}` };
  }
  const signFits = columns <= 2 || ctx.facts.numbers.of(text.value).lo >= 0;
  const isZeros = fill.text === "0" && !atEnd && signFits;
  return isZeros ? { ...text, conversion: `%0${columns}${letter}` } : undefined;
}

function literalCount(node: ts.Expression): number | undefined {
  return ts.isNumericLiteral(node) && /^\d{1,4}$/.test(node.text) ? Number(node.text) : undefined;
}

function receiverOf(call: ts.CallExpression): ts.Expression {
  return (call.expression as ts.PropertyAccessExpression).expression;
}
