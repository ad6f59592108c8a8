import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder, lowerOrdered } from "../expressions/lowerOrdered.ts";
import { keywordArguments } from "../functions/keywordArguments.ts";
import type { Lowering } from "../lowering.ts";
import { lowerCondition } from "../values/condition.ts";
import { isOnlyOf, kindsOf } from "../values/kinds.ts";
import { mayRunCode } from "../values/mayRunCode.ts";
import { noneHint } from "../values/noneHint.ts";
import { consoleExtras, printed, toErrors } from "./console/consoleExtras.ts";
import { lowerFormat, mayHavePercent, parseFormat } from "./console/formatString.ts";
import { settledArguments } from "./console/settledArguments.ts";
import { lowerShown } from "./console/shownValue.ts";
import type { LibraryCall, LibraryTable, LibraryValueTable } from "./libraryTypes.ts";

export const consoleMethods: LibraryTable = {
  "Console.log": lowerLog,
  "Console.info": lowerLog,
  "Console.debug": lowerLog,
  "Console.warn": lowerToErrors,
  "Console.error": lowerToErrors,
  "Console.trace": (ctx, { args }) => toErrors(ctx, [py.str("Trace:"), ...lowerPrinted(ctx, args)]),
  "Console.assert": lowerAssert,
  ...consoleExtras,
  print: lowerPrint,
};

/** `xs.forEach(console.log)`: every value as its kind at run time shows it. */
export const consoleValues: LibraryValueTable = {
  "Console.log": logValue,
  "Console.info": logValue,
  "Console.debug": logValue,
  print: logValue,
};

function logValue(ctx: Lowering): py.Expression {
  return ctx.facts.groupsConsole
    ? py.attribute(ctx.helper("console_groups"), "show")
    : ctx.helper("console_log");
}

/** `console.log(a, b)` is `print(a, b)`, every value as Node shows it. */
function lowerLog(ctx: Lowering, { args }: LibraryCall): py.Expression {
  return printed(ctx, lowerPrinted(ctx, args));
}

/** `console.error(a)` is `print(a, file=stderr)`. */
function lowerToErrors(ctx: Lowering, { args }: LibraryCall): py.Expression {
  return toErrors(ctx, lowerPrinted(ctx, args));
}

/** `print(a, b, { sep: ", " })` is `print(a, b, sep=", ")`. */
function lowerPrint(ctx: Lowering, { node, args }: LibraryCall): py.Expression {
  const keywords = keywordArguments(ctx, node);
  if (!keywords) return printed(ctx, lowerPrinted(ctx, args));
  const values = args.slice(0, -1);
  const lowered = inOrder(ctx, [
    ...values.map((value) => () => lowerShown(ctx, value)),
    ...keywords.map((keyword) => () => keyword.lower()),
  ]);
  return py.callBuiltin(
    "print",
    lowered.slice(0, values.length),
    keywords.map(({ name }, index) => py.keyword(name, lowered[values.length + index]!)),
  );
}

/** `console.assert(x > 0, "why")` prints to the error stream where the condition does not hold. */
function lowerAssert(ctx: Lowering, { args }: LibraryCall): py.Expression {
  const [condition, ...data] = args;
  const test = condition ? lowerCondition(ctx, condition) : py.bool(false);
  const { value: texts, prerequisites } = ctx.capture(() => lowerPrinted(ctx, data));
  const words = py.str(data.length > 0 ? "Assertion failed:" : "Assertion failed");
  // What is printed is worked out whether the condition holds or not.
  const isEager = prerequisites.length > 0 || data.some(mayRunCode);
  const holds = isEager ? ctx.stash(test, "holds") : test;
  ctx.prerequisite(...prerequisites);
  const shown = isEager ? texts.map((text) => ctx.stash(text, "text")) : texts;
  return py.or(holds, toErrors(ctx, [words, ...shown]));
}

/** The arguments of Python's `print`. A first text may be a format for those that follow. */
function lowerPrinted(ctx: Lowering, given: readonly ts.Expression[]): readonly py.Expression[] {
  const args = settledArguments(ctx, given);
  const [first, ...rest] = args;
  if (!first || rest.length === 0 || ts.isSpreadElement(first)) {
    return lowerOrdered(ctx, args, lowerShown);
  }
  const text = literalText(first);
  if (text !== undefined && !rest.some(ts.isSpreadElement)) {
    const parts = parseFormat(text, rest.length);
    return parts ? lowerKnownFormat(ctx, parts, rest) : lowerOrdered(ctx, args, lowerShown);
  }
  return mayHavePercent(ctx, first)
    ? [lowerUnknownFormat(ctx, args)]
    : lowerOrdered(ctx, args, lowerShown);
}

function literalText(node: ts.Expression): string | undefined {
  const bare = skipWrappers(node);
  return ts.isStringLiteralLike(bare) ? bare.text : undefined;
}

/** `print("%s is %d" % (a, b), c)` */
function lowerKnownFormat(
  ctx: Lowering,
  parts: ReturnType<typeof parseFormat> & object,
  args: readonly ts.Expression[],
): readonly py.Expression[] {
  const count = parts.filter((part) => typeof part !== "string").length;
  return inOrder(ctx, [
    () => lowerFormat(ctx, parts, args.slice(0, count)),
    ...args.slice(count).map((argument) => () => lowerShown(ctx, argument)),
  ]);
}

/** `print(format_text(text, [a, b]))`: whether it is a format is only known at run time. */
function lowerUnknownFormat(ctx: Lowering, args: readonly ts.Expression[]): py.Expression {
  const isText = isOnlyOf(kindsOf(ctx, args[0]!), "string");
  const [text, ...values] = lowerOrdered(ctx, args, (inner, node) => {
    if (!isText) return lowerShown(inner, node);
    return ts.isSpreadElement(node)
      ? py.starred(lowerExpression(inner, node.expression))
      : lowerExpression(inner, node);
  });
  const list = values.some((value) => value.kind === "starred")
    ? joinStarred(values)
    : py.list(values);
  const hints = args.slice(1).map((node) => noneHint(ctx, node, ctx.typeOf(node)));
  return isText && hints.some((hint) => hint !== undefined)
    ? ctx.callHelper("format_text", text!, list, py.tuple(hints.map((hint) => hint ?? py.str(""))))
    : ctx.callHelper("format_text", text!, list);
}

/** MicroPython has no stars in displays. */
function joinStarred(values: readonly py.Expression[]): py.Expression {
  const parts = values.map(
    (value): py.Expression =>
      value.kind === "starred" ? py.callBuiltin("list", [value.value]) : py.list([value]),
  );
  return parts.reduce((left, right) => py.binary(left, "+", right));
}
