import { ts } from "ts-morph";
import { patternNotConstant, patternOrText } from "../../../diagnostics/catalogue/regexps.ts";
import { constantText } from "../../../facts/regexps/constantRegExp.ts";
import * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import { lowerPositional } from "../../functions/arguments.ts";
import type { Lowering } from "../../lowering.ts";
import { nullFor } from "../../values/nulls.ts";
import { lowerText } from "../../values/text.ts";
import type {
  LibraryCall,
  LibraryConstructorTable,
  LibraryLowering,
  LibraryTable,
  LibraryValueTable,
} from "../libraryTypes.ts";
import { lowerRegExpConstructor, makeRegExp } from "./regExpValue.ts";
import { lowerReplacer } from "./replacer.ts";

/** Methods of regular expressions, and of text where they take one. */
export const regExpMethods: LibraryTable = {
  RegExp: (ctx, { node }) => lowerRegExpConstructor(ctx, node),
  "RegExp.exec": onPattern("exec"),
  "RegExp.test": onPattern("test"),
  "RegExp.toString": onPattern("toString"),
  "String.match": (ctx, call) => nullFor(ctx, withPattern(ctx, call, "regexp_match")),
  "String.matchAll": (ctx, call) => withPattern(ctx, call, "regexp_match_all"),
  "String.search": (ctx, call) => withPattern(ctx, call, "regexp_search"),
};

const flags = {
  global: "g",
  ignoreCase: "i",
  multiline: "m",
  dotAll: "s",
  unicode: "u",
  sticky: "y",
  hasIndices: "d",
};

export const regExpValues: LibraryValueTable = {
  ...Object.fromEntries(
    ["RegExp.source", "RegExp.flags", "RegExp.lastIndex"].map((key) => [key, attribute(key)]),
  ),
  ...Object.fromEntries(
    ["index", "input", "groups", "indices"].flatMap((name) => [
      [`RegExpIndicesArray.${name}`, attribute(name)],
      [`RegExpMatchArray.${name}`, attribute(name)],
      [`RegExpExecArray.${name}`, attribute(name)],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [`RegExp.${name}`, hasFlag(flag)]),
  ),
};

export const regExpConstructors: LibraryConstructorTable = { RegExp: lowerRegExpConstructor };

function onPattern(method: string): LibraryLowering {
  return (ctx, { receiver, args }) => {
    const [pattern, ...values] = inOrder(ctx, [
      () => lowerChainLink(ctx, receiver!),
      ...args.map(
        (arg) => () =>
          ts.isSpreadElement(arg) ? lowerPositional(ctx, [arg])[0]! : lowerText(ctx, arg),
      ),
    ]);
    const found = py.callMethod(pattern!, method, values);
    return method === "exec" ? nullFor(ctx, found) : found;
  };
}

function attribute(key: string): LibraryValueTable[string] {
  return (ctx, _node, receiver) =>
    py.attribute(lowerChainLink(ctx, receiver!), key.replace("RegExp.", ""));
}

function hasFlag(flag: string): LibraryValueTable[string] {
  return (ctx, _node, receiver) =>
    py.compare(py.str(flag), "in", py.attribute(lowerChainLink(ctx, receiver!), "flags"));
}

/** Is an argument a regular expression? Undefined where it may be text as well, which is refused. */
export function isRegExp(ctx: Lowering, node: ts.Expression): boolean {
  const type = ctx.facts.types.present(ctx.typeOf(node));
  if (ctx.facts.types.libraryClass(type) === "RegExp") return true;
  const members = ctx.facts.types.members(type);
  if (members.some((member) => ctx.facts.types.libraryClass(member) === "RegExp")) {
    ctx.report(node, patternOrText());
  }
  return false;
}

/** `helper(text, pattern)`; text in place of the pattern is one that is written as text. */
function withPattern(ctx: Lowering, call: LibraryCall, helper: string): py.Expression {
  const [first] = call.args;
  const flag = helper === "regexp_match_all" ? "g" : "";
  const lowerPattern = (): py.Expression => {
    if (first && isRegExp(ctx, first)) return lowerExpression(ctx, first);
    const source = first && constantText(ctx.checker, first);
    if (first && source !== undefined) return makeRegExp(ctx, first, { source, flags: flag });
    return ctx.refuse(first ?? call.node, patternNotConstant());
  };
  const [text, pattern] = inOrder(ctx, [() => lowerChainLink(ctx, call.receiver!), lowerPattern]);
  return ctx.callHelper(helper, text!, pattern!);
}

/** `text.replace(pattern, replacement)` and `text.replaceAll`. */
export function replacePattern(ctx: Lowering, call: LibraryCall): py.Expression {
  const replacement = call.args[1]!;
  const [text, pattern, value] = inOrder(ctx, [
    () => lowerChainLink(ctx, call.receiver!),
    () => lowerExpression(ctx, call.args[0]!),
    () => lowerReplacer(ctx, replacement),
  ]);
  return ctx.callHelper("regexp_replace", text!, pattern!, value!);
}

/** `text.split(pattern, limit)` */
export function splitAtPattern(ctx: Lowering, call: LibraryCall): py.Expression {
  const [text, ...args] = inOrder(ctx, [
    () => lowerChainLink(ctx, call.receiver!),
    ...call.args.map((arg) => () => lowerPositional(ctx, [arg])[0]!),
  ]);
  return ctx.callHelper("regexp_split", text!, ...args);
}
