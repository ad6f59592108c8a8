import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import * as py from "../../python/py.ts";
import { numberLiteral } from "../expressions/literals.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerToNumber } from "../expressions/prefixUnary.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import { truthOf } from "../values/condition.ts";
import { lowerIntegerText } from "../values/integerFormat.ts";
import { lowerText } from "../values/text.ts";
import type {
  LibraryCall,
  LibraryLowering,
  LibraryTable,
  LibraryValueTable,
} from "./libraryTypes.ts";

/** Methods of numbers, `Number.*` and the global number functions. */
export const numberMethods: LibraryTable = {
  "Number.toString": toText,
  "Number.toFixed": toFixed,
  "Number.toExponential": helperOf("number_to_exponential"),
  "Number.toPrecision": helperOf("number_to_precision"),
  "Number.toLocaleString": (ctx, { receiver }) =>
    ctx.callHelper("number_to_locale", lowerExpression(ctx, receiver!)),
  "Number.valueOf": (ctx, { receiver }) => lowerExpression(ctx, receiver!),
  "NumberConstructor.isInteger": (ctx, { args }) => {
    const value = lowerExpression(ctx, args[0]!);
    const isKnown = ctx.facts.types.isOnly(ctx.typeOf(args[0]!), "number");
    return isKnown && isInt(ctx.facts.numbers.of(args[0]!)) && value.kind === "name"
      ? py.bool(true)
      : ctx.callHelper("is_integer", value);
  },
  "NumberConstructor.isSafeInteger": (ctx, { args }) =>
    ctx.callHelper("is_safe_integer", lowerExpression(ctx, args[0]!)),
  "NumberConstructor.isFinite": finite,
  "NumberConstructor.isNaN": isNaNTest,
  "NumberConstructor.parseFloat": parseDecimal,
  "NumberConstructor.parseInt": parseInteger,
  parseInt: parseInteger,
  parseFloat: parseDecimal,
  isNaN: isNaNTest,
  isFinite: finite,
  Number: (ctx, { args }) => (args[0] ? lowerToNumber(ctx, args[0]) : py.int(0)),
  String: (ctx, { args }) => (args[0] ? lowerText(ctx, args[0]) : py.str("")),
  Boolean: (ctx, { args }) => (args[0] ? lowerBoolean(ctx, args[0]) : py.bool(false)),
  str: (ctx, { args }) => (args[0] ? lowerText(ctx, args[0]) : py.str("")),
  "Boolean.toString": (ctx, { receiver }) => lowerText(ctx, receiver!),
  "Boolean.valueOf": (ctx, { receiver }) => lowerExpression(ctx, receiver!),
  "BigInt.valueOf": (ctx, { receiver }) => lowerExpression(ctx, receiver!),
  "BigInt.toString": (ctx, call) =>
    call.args[0] ? helperOf("number_to_radix")(ctx, call) : lowerText(ctx, call.receiver!),
  BigInt: (ctx, { args }) => py.call(ctx.helper("to_bigint"), lowerPositional(ctx, args)),
  "BigIntConstructor.asIntN": (ctx, { args }) =>
    py.call(ctx.helper("bigint_as_int_n"), lowerPositional(ctx, args)),
  "BigIntConstructor.asUintN": (ctx, { args }) =>
    py.call(ctx.helper("bigint_as_uint_n"), lowerPositional(ctx, args)),
};

export const numberValues: LibraryValueTable = {
  NaN: () => numberLiteral(Number.NaN),
  Infinity: () => numberLiteral(Number.POSITIVE_INFINITY),
  "NumberConstructor.NaN": () => numberLiteral(Number.NaN),
  "NumberConstructor.POSITIVE_INFINITY": () => numberLiteral(Number.POSITIVE_INFINITY),
  "NumberConstructor.NEGATIVE_INFINITY": () => numberLiteral(Number.NEGATIVE_INFINITY),
  "NumberConstructor.MAX_SAFE_INTEGER": () => numberLiteral(Number.MAX_SAFE_INTEGER),
  "NumberConstructor.MIN_SAFE_INTEGER": () => numberLiteral(Number.MIN_SAFE_INTEGER),
  "NumberConstructor.MAX_VALUE": () => numberLiteral(Number.MAX_VALUE),
  "NumberConstructor.MIN_VALUE": () => numberLiteral(Number.MIN_VALUE),
  "NumberConstructor.EPSILON": () => numberLiteral(Number.EPSILON),
};

/** `helper(receiver, ...args)` */
function helperOf(name: string): LibraryLowering {
  return (ctx, { receiver, args }) =>
    py.call(ctx.helper(name), lowerOrdered(ctx, [receiver!, ...args]));
}

function lowerBoolean(ctx: Lowering, node: ts.Expression): py.Expression {
  const value = lowerExpression(ctx, node);
  if (ctx.facts.types.isOnly(ctx.typeOf(node), "boolean")) return value;
  const truth = truthOf(ctx, value, node);
  return truth === value ? py.callBuiltin("bool", [value]) : truth;
}

function toText(ctx: Lowering, call: LibraryCall): py.Expression {
  const integer = lowerIntegerText(ctx, call.node);
  if (integer) return integer;
  const radix = call.args[0];
  if (!radix || (ts.isNumericLiteral(radix) && radix.text === "10")) {
    return lowerText(ctx, call.receiver!);
  }
  const isInteger = isInt(ctx.facts.numbers.of(call.receiver!));
  return ts.isNumericLiteral(radix) && radix.text === "2" && isInteger
    ? py.callMethod(py.str("{:b}"), "format", [lowerExpression(ctx, call.receiver!)])
    : helperOf("number_to_radix")(ctx, call);
}

/** C rounds differently in the last digit, so `"%.2f" % x` is not the same. */
function toFixed(ctx: Lowering, call: LibraryCall): py.Expression {
  const integer = lowerIntegerText(ctx, call.node);
  if (integer) return integer;
  const digits = call.args[0];
  const isLiteral = !digits || (ts.isNumericLiteral(digits) && /^\d{1,2}$/.test(digits.text));
  const { lo, hi } = ctx.facts.numbers.of(call.receiver!);
  const isModest = ctx.facts.numbers.isFinite(call.receiver!) && lo > -1e21 && hi < 1e21;
  if (!isLiteral || !isModest) return helperOf("number_to_fixed")(ctx, call);
  const value = lowerExpression(ctx, call.receiver!);
  return ctx.callHelper("fixed_text", value, py.int(Number(digits?.text ?? 0)));
}

function parseInteger(ctx: Lowering, { args }: LibraryCall): py.Expression {
  return py.call(ctx.helper("parse_int"), lowerOrdered(ctx, args, lowerTextArgument));
}

function parseDecimal(ctx: Lowering, { args }: LibraryCall): py.Expression {
  return py.call(ctx.helper("parse_float"), lowerOrdered(ctx, args, lowerTextArgument));
}

/** The first argument is text; a number given instead is converted as JavaScript does. */
function lowerTextArgument(ctx: Lowering, node: ts.Expression, index: number): py.Expression {
  return index === 0 ? lowerText(ctx, node) : lowerExpression(ctx, node);
}

/** `x !== x` finds NaN; a value that is no number is none. */
function isNaNTest(ctx: Lowering, { args }: LibraryCall): py.Expression {
  const { first, again } = ctx.bind(lowerExpression(ctx, args[0]!));
  return py.compare(first, "!=", again);
}

function finite(ctx: Lowering, { args }: LibraryCall): py.Expression {
  return ctx.callHelper("is_finite", lowerExpression(ctx, args[0]!));
}
