import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder, lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import { forEffect } from "../values/forEffect.ts";
import { lowerIntegerText } from "../values/integerFormat.ts";
import { kindsOf } from "../values/kinds.ts";
import { formatText, lowerText } from "../values/text.ts";
import { addressFunctions } from "./addressFunctions.ts";
import { contains } from "./arrays/plainEquality.ts";
import { lowerLength } from "./lengths.ts";
import type {
  LibraryCall,
  LibraryLowering,
  LibraryTable,
  LibraryValueTable,
} from "./libraryTypes.ts";
import { isRegExp, replacePattern, splitAtPattern } from "./regexps/regExpMethods.ts";
import { lowerReplacer } from "./regexps/replacer.ts";

/** Methods of text, and of `String`. */
export const stringMethods: LibraryTable = {
  "String.at": helper("text_at"),
  "String.charAt": lowerCharAt,
  "String.charCodeAt": lowerCharCodeAt,
  "String.codePointAt": helper("code_point_at"),
  "String.concat": lowerConcat,
  "String.endsWith": lowerEndsWith,
  // Half of a surrogate pair cannot be part of a text here.
  "String.isWellFormed": (ctx, { receiver }) => {
    forEffect(ctx, lowerChainLink(ctx, receiver!));
    return py.bool(true);
  },
  "String.toWellFormed": (ctx, { receiver }) => lowerExpression(ctx, receiver!),
  "String.includes": lowerIncludes,
  "String.indexOf": lowerIndexOf,
  "String.lastIndexOf": (ctx, call) =>
    call.args.length > 1 ? helper("text_last_index_of")(ctx, call) : method("rfind")(ctx, call),
  "String.localeCompare": helper("locale_compare"),
  "String.padEnd": lowerPadding,
  "String.padStart": lowerPadding,
  "String.repeat": lowerRepeat,
  "String.replace": (ctx, call) => lowerReplace(ctx, call, false),
  "String.replaceAll": (ctx, call) => lowerReplace(ctx, call, true),
  "String.slice": lowerSlice,
  "String.split": lowerSplit,
  "String.startsWith": lowerStartsWith,
  "String.substr": helper("substr"),
  "String.substring": lowerSubstring,
  "String.toLocaleLowerCase": ofAscii("lower", "to_lower"),
  "String.toLocaleUpperCase": ofAscii("upper", "to_upper"),
  "String.toLowerCase": ofAscii("lower", "to_lower"),
  "String.toString": (ctx, { receiver }) => lowerExpression(ctx, receiver!),
  "String.toUpperCase": ofAscii("upper", "to_upper"),
  "String.trim": ofAscii("strip", "trim"),
  "String.trimEnd": ofAscii("rstrip", "trim_end"),
  "String.trimStart": ofAscii("lstrip", "trim_start"),
  "String.valueOf": (ctx, { receiver }) => lowerExpression(ctx, receiver!),
  "StringConstructor.fromCharCode": lowerFromCharCode,
  "StringConstructor.raw": (ctx, { args }) =>
    py.call(ctx.helper("raw_text"), lowerPositional(ctx, args)),
  ...addressFunctions,
  "StringConstructor.fromCodePoint": (ctx, { args }) =>
    py.call(ctx.helper("from_code_points"), lowerPositional(ctx, args)),
};

export const stringValues: LibraryValueTable = {
  "StringConstructor.fromCharCode": (ctx) => ctx.helper("from_char_codes"),
  "StringConstructor.fromCodePoint": (ctx) => ctx.helper("from_code_points"),
  "TemplateStringsArray.raw": (ctx, _node, receiver) =>
    py.attribute(lowerChainLink(ctx, receiver!), "raw"),
  "String.length": lowerLength,
};

/** Receiver and arguments, in order. */
function operands(ctx: Lowering, { receiver, args }: LibraryCall): readonly py.Expression[] {
  return inOrder(ctx, [
    () => lowerChainLink(ctx, receiver!),
    ...args.map((arg) => () => lowerOperand(ctx, arg)),
  ]);
}

/** `digits.includes(text[i])`: what is undefined, though its type is text, is "undefined". */
function lowerOperand(ctx: Lowering, node: ts.Expression): py.Expression {
  const isText = !ts.isSpreadElement(node) && ctx.facts.types.isOnly(ctx.typeOf(node), "string");
  if (isText && kindsOf(ctx, node).has("undefined")) return lowerText(ctx, node);
  return lowerPositional(ctx, [node])[0]!;
}

/** `helper(text, ...args)` */
function helper(name: string): LibraryLowering {
  return (ctx, call) => py.call(ctx.helper(name), operands(ctx, call));
}

/** `a.concat(b, c)` is `a + b + c`; with a spread, `"".join([a, *more])`. */
function lowerConcat(ctx: Lowering, { receiver, args }: LibraryCall): py.Expression {
  if (!args.some(ts.isSpreadElement)) return formatText(ctx, [receiver!, ...args]);
  const [text, ...more] = inOrder(ctx, [
    () => lowerText(ctx, receiver!),
    ...args.map(
      (arg) => () =>
        ts.isSpreadElement(arg)
          ? py.callBuiltin("list", [lowerExpression(ctx, arg.expression)])
          : py.list([lowerText(ctx, arg)]),
    ),
  ]);
  const parts = more.reduce((left, right) => py.binary(left, "+", right));
  return py.binary(text!, "+", py.callMethod(py.str(""), "join", [parts]));
}

/** `text.method(...args)`: Python's own method means the same. */
function method(name: string): LibraryLowering {
  return (ctx, call) => {
    const [text, ...args] = operands(ctx, call);
    return py.callMethod(text!, name, args);
  };
}

/**
 * `text.padStart(8, ".")` is `"." * (8 - len(text)) + text`: a negative count gives no text. That of
 * an int is a format, and what else fills the text a helper.
 */
function lowerPadding(ctx: Lowering, call: LibraryCall): py.Expression {
  const integer = lowerIntegerText(ctx, call.node);
  if (integer) return integer;
  const atStart = (call.node.expression as ts.PropertyAccessExpression).name.text === "padStart";
  const [width, fill] = call.args;
  const isKnownWidth = width !== undefined && isRepeatableInt(ctx, width);
  const isKnownFill = !fill || (ts.isStringLiteralLike(fill) && /^[ -~]$/.test(fill.text));
  if (!isKnownWidth || !isKnownFill) return helper(atStart ? "pad_start" : "pad_end")(ctx, call);
  const { first, again } = ctx.bind(lowerChainLink(ctx, call.receiver!), "text");
  const [measured, text] = atStart ? [first, again] : [again, first];
  const missing = py.binary(lowerExpression(ctx, width), "-", py.callBuiltin("len", [measured]));
  const padding = py.binary(py.str(fill ? fill.text : " "), "*", missing);
  return atStart ? py.binary(padding, "+", text) : py.binary(text, "+", padding);
}

/** An int that no call in between can change. */
function isRepeatableInt(ctx: Lowering, node: ts.Expression): boolean {
  if (ts.isNumericLiteral(node)) return /^\d+$/.test(node.text);
  const binding = ts.isIdentifier(node) ? ctx.facts.bindings.at(node) : undefined;
  return binding?.writes.length === 0 && isInt(ctx.facts.numbers.of(node));
}

/** Python's own method, which knows ASCII only, where the program has no other text. */
function ofAscii(python: string, name: string): LibraryLowering {
  const [own, general] = [method(python), helper(name)];
  return (ctx, call) => (ctx.facts.mayHaveUnicode() ? general : own)(ctx, call);
}

/** `ord(text[i])` inside of the text, where there is no NaN. */
function lowerCharCodeAt(ctx: Lowering, call: LibraryCall): py.Expression {
  const { receiver, args, node } = call;
  const [index] = args;
  const proof = index && ctx.facts.numbers.positionProof(node, receiver!, index);
  if (proof !== "inBounds") return helper("char_code_at")(ctx, call);
  const [text, at] = operands(ctx, call);
  const character = ctx.facts.numbers.isCharacter(receiver!) ? text! : py.subscript(text!, at!);
  return py.callBuiltin("ord", [character]);
}

/** Is an argument proven to be a whole number that is not negative? */
function isIndex(ctx: Lowering, node: ts.Expression | undefined): boolean {
  if (!node) return false;
  const fact = ctx.facts.numbers.of(node);
  return isInt(fact) && fact.lo >= 0;
}

function isWhole(ctx: Lowering, node: ts.Expression | undefined): boolean {
  return node === undefined || isInt(ctx.facts.numbers.of(node));
}

/** `text[i:i + 1]` is "" outside of the text, as `charAt` is. */
function lowerCharAt(ctx: Lowering, call: LibraryCall): py.Expression {
  const index = call.args[0];
  if (!isIndex(ctx, index)) return helper("char_at")(ctx, call);
  const [text, at] = operands(ctx, call);
  if (at!.kind !== "name" && at!.kind !== "literal") return helper("char_at")(ctx, call);
  const end =
    at!.kind === "literal" && at!.type === "int"
      ? py.int(BigInt(at!.text) + 1n)
      : py.binary(at!, "+", py.int(1));
  const isZero = at!.kind === "literal" && at!.type === "int" && at!.text === "0";
  return py.slice(text!, isZero ? undefined : at, end);
}

function lowerEndsWith(ctx: Lowering, call: LibraryCall): py.Expression {
  if (call.args.length < 2) return method("endswith")(ctx, call);
  const [text, part, end] = operands(ctx, call);
  return py.callMethod(ctx.callHelper("substring", text!, py.int(0), end!), "endswith", [part!]);
}

function lowerStartsWith(ctx: Lowering, call: LibraryCall): py.Expression {
  if (call.args.length < 2) return method("startswith")(ctx, call);
  const [text, part, start] = operands(ctx, call);
  return py.callMethod(ctx.callHelper("substring", text!, start!), "startswith", [part!]);
}

/** `part in text` */
function lowerIncludes(ctx: Lowering, call: LibraryCall): py.Expression {
  const [text, part, start] = operands(ctx, call);
  if (!start) return contains(ctx, text!, "in", part!);
  return py.compare(ctx.callHelper("text_index_of", text!, part!, start), ">=", py.int(0));
}

function lowerIndexOf(ctx: Lowering, call: LibraryCall): py.Expression {
  return call.args.length < 2 ? method("find")(ctx, call) : helper("text_index_of")(ctx, call);
}

/** `text * count` */
function lowerRepeat(ctx: Lowering, call: LibraryCall): py.Expression {
  if (!isIndex(ctx, call.args[0])) return helper("repeat")(ctx, call);
  const [text, count] = operands(ctx, call);
  return py.binary(text!, "*", count!);
}

/** Python's `replace` where the replacement is text without `$`. */
function lowerReplace(ctx: Lowering, call: LibraryCall, every: boolean): py.Expression {
  const [search, replacement] = call.args;
  if (isRegExp(ctx, search!)) return replacePattern(ctx, call);
  const literal = skipWrappers(replacement!);
  const searched = skipWrappers(search!);
  const isPlain =
    ts.isStringLiteralLike(literal) &&
    !literal.text.includes("$") &&
    ts.isStringLiteralLike(searched) &&
    searched.text !== "";
  const [text, part, value] = inOrder(ctx, [
    () => lowerChainLink(ctx, call.receiver!),
    () => lowerExpression(ctx, search!),
    () => lowerReplacer(ctx, replacement!),
  ]);
  if (isPlain) {
    return py.callMethod(text!, "replace", every ? [part!, value!] : [part!, value!, py.int(1)]);
  }
  const args = every ? [text!, part!, value!, py.bool(true)] : [text!, part!, value!];
  return py.call(ctx.helper("replace_text"), args);
}

/** An argument that may be undefined counts as left out. */
function isGiven(ctx: Lowering, node: ts.Expression | undefined): boolean {
  return node !== undefined && ctx.facts.types.isOnly(ctx.typeOf(node), "number");
}

/** A slice of text cuts as Python's does, negative positions included. */
function lowerSlice(ctx: Lowering, call: LibraryCall): py.Expression {
  const [start, end] = call.args;
  const [text, from, to] = operands(ctx, call);
  const position = (value: py.Expression | undefined, node: ts.Expression | undefined) => {
    if (!value || isWhole(ctx, node)) return value;
    return ctx.callHelper(isGiven(ctx, node) ? "to_integer" : "to_slice_bound", value);
  };
  const first = position(from, start);
  const isZero = first?.kind === "literal" && first.type === "int" && first.text === "0";
  return py.slice(text!, isZero ? undefined : first, position(to, end));
}

/** `text[a:b]` where a is known not to exceed b. */
function lowerSubstring(ctx: Lowering, call: LibraryCall): py.Expression {
  const [start, end] = call.args;
  if (!isIndex(ctx, start) || (end && !isOrdered(ctx, start!, end))) {
    return helper("substring")(ctx, call);
  }
  return lowerSlice(ctx, call);
}

function isOrdered(ctx: Lowering, start: ts.Expression, end: ts.Expression): boolean {
  return isIndex(ctx, end) && ctx.facts.numbers.of(start).hi <= ctx.facts.numbers.of(end).lo;
}

function lowerSplit(ctx: Lowering, call: LibraryCall): py.Expression {
  const [separator, limit] = call.args;
  if (separator && isRegExp(ctx, separator)) return splitAtPattern(ctx, call);
  const literal = separator && skipWrappers(separator);
  if (literal && ts.isStringLiteralLike(literal) && !limit) {
    const [text] = operands(ctx, { ...call, args: [] });
    return literal.text === ""
      ? py.callBuiltin("list", [text!])
      : py.callMethod(text!, "split", [py.str(literal.text)]);
  }
  return helper("split")(ctx, call);
}

/** `chr(code)` of one code below the surrogates. */
function lowerFromCharCode(ctx: Lowering, { args }: LibraryCall): py.Expression {
  const codes = args.map((arg) => skipWrappers(arg));
  if (codes.every(ts.isNumericLiteral)) {
    return py.str(String.fromCharCode(...codes.map((code) => Number(code.text))));
  }
  const only = args.length === 1 ? args[0] : undefined;
  if (only && isIndex(ctx, only) && ctx.facts.numbers.of(only).hi < 0xd800) {
    return py.callBuiltin("chr", lowerOrdered(ctx, [only]));
  }
  return py.call(ctx.helper("from_char_codes"), lowerPositional(ctx, args));
}
