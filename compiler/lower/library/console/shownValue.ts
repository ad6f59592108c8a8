import { ts } from "ts-morph";
import { isInt, type NumberFact } from "../../../facts/numberFacts.ts";
import { skipWrappers } from "../../../facts/syntax.ts";
import { libraryKey, type ValueKind } from "../../../facts/typeFacts.ts";
import * as py from "../../../python/py.ts";
import { lowerKey } from "../../expressions/elementAccess.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import type { Lowering } from "../../lowering.ts";
import { isOnlyOf, kindsOf } from "../../values/kinds.ts";
import { noneHint } from "../../values/noneHint.ts";
import { isSigned, lowerSigned } from "../../values/signedZero.ts";
import { lowerText } from "../../values/text.ts";
import { mustSkipHoles } from "../arrays/holes.ts";
import { knownText } from "./knownText.ts";

/**
 * An argument of `print` or `console.log` as Python's `print` shows it: text and ints as they are, all
 * else as Node inspects it.
 */
export function lowerShown(ctx: Lowering, node: ts.Expression): py.Expression {
  if (ts.isSpreadElement(node)) return lowerShownSpread(ctx, node);
  const type = ctx.typeOf(node);
  const kinds = kindsOf(ctx, node);
  const isOnly = (...allowed: readonly ValueKind[]) => isOnlyOf(kinds, ...allowed);
  if (isOnly("string")) {
    const text = lowerExpression(ctx, node);
    return mayBeNoJson(ctx, node) ? orWord(ctx, text, "undefined") : text;
  }
  if (isOnly("boolean")) return lowerText(ctx, node);
  if (isOnly("number")) return lowerShownNumber(ctx, node);
  if (isOnly("null") || isOnly("undefined")) return lowerText(ctx, node);
  if (kinds.has("unknown")) return lowerShownAny(ctx, node);
  const known = knownText(ctx, node, type);
  if (known !== undefined) return py.str(known);
  const value = lowerExpression(ctx, node);
  const hint =
    isOnly("array") && mustSkipHoles(ctx, node) ? py.str("hole") : noneHint(ctx, node, type);
  const word = noneWord(ctx, kinds);
  if (word && isOnly("string", word)) return orWord(ctx, value, word);
  if (word && isOnly("number", word)) {
    return orWord(ctx, value, word, (number) =>
      shownNumber(ctx, ctx.facts.numbers.of(node), number),
    );
  }
  const helper = kinds.has("string") ? "shown" : "inspect";
  return ctx.callHelper(helper, value, ...(hint ? [hint] : []));
}

/** `*[shown(x) for x in xs]` */
function lowerShownSpread(ctx: Lowering, node: ts.SpreadElement): py.Expression {
  const value = lowerExpression(ctx, node.expression);
  const element = ctx.typeOf(node.expression).getNumberIndexType();
  if (element && ctx.facts.types.isOnly(element, "string")) return py.starred(value);
  const item = py.name(ctx.fresh("item"));
  const hint = element && noneHint(ctx, node, element);
  const shown = ctx.callHelper("shown", item, ...(hint ? [hint] : []));
  return py.starred(py.listComp(shown, item, value));
}

function lowerShownNumber(ctx: Lowering, node: ts.Expression): py.Expression {
  if (isSigned(ctx, node)) return ctx.callHelper("shown_number", lowerSigned(ctx, node));
  return shownNumber(ctx, ctx.facts.numbers.of(node), lowerExpression(ctx, node));
}

function shownNumber(ctx: Lowering, fact: NumberFact, value: py.Expression): py.Expression {
  if (isInt(fact)) return value;
  return ctx.callHelper(fact.negativeZero ? "shown_number" : "number_text", value);
}

/** What a None among such values is; undefined where it may be either, or there is none. */
function noneWord(ctx: Lowering, kinds: ReadonlySet<ValueKind>): "undefined" | "null" | undefined {
  const mayBeNull = kinds.has("null") && !ctx.facts.nulls.areObjects;
  if (kinds.has("undefined")) return mayBeNull ? undefined : "undefined";
  return mayBeNull ? "null" : undefined;
}

/** `"undefined" if value is None else value` */
function orWord(
  ctx: Lowering,
  value: py.Expression,
  word: string,
  shown = (present: py.Expression) => present,
): py.Expression {
  const { first, again } = ctx.bind(value);
  return py.ifExp(py.isNone(first), py.str(word), shown(again));
}

/** Of a value without type: what a None is can be seen where it is a property that is there. */
function lowerShownAny(ctx: Lowering, node: ts.Expression): py.Expression {
  const bare = skipWrappers(node);
  const isAccess = ts.isPropertyAccessExpression(bare) || ts.isElementAccessExpression(bare);
  if (
    isAccess &&
    !ts.isOptionalChain(bare) &&
    ctx.facts.types.mayBe(ctx.typeOf(bare.expression), "unknown")
  ) {
    const [object, key] = inOrder(ctx, [
      () => lowerExpression(ctx, bare.expression),
      () =>
        ts.isPropertyAccessExpression(bare)
          ? py.str(bare.name.text)
          : ctx.facts.types.isOnly(ctx.typeOf(bare.argumentExpression), "number")
            ? lowerExpression(ctx, bare.argumentExpression)
            : lowerKey(ctx, bare.argumentExpression),
    ]);
    const none = mayBeNull(ctx) ? [] : [py.str("undefined")];
    return ctx.callHelper("shown_property", object!, key!, ...none);
  }
  const value = lowerExpression(ctx, node);
  const { areObjects } = ctx.facts.nulls;
  const hint = areObjects
    ? undefined
    : isParsed(ctx, bare) || isSearch(bare)
      ? py.str("null any")
      : noneHint(ctx, node, ctx.typeOf(node));
  return ctx.callHelper("shown", value, hint ?? py.str(mayBeNull(ctx) ? "any" : "undefined"));
}

/** May a None in a value without type be null? Not where null is an object of its own. */
function mayBeNull(ctx: Lowering): boolean {
  return !ctx.facts.nulls.areObjects && ctx.facts.objects.mayLoseNull();
}

/** `text.match(pattern)` of a text without type: it finds null. */
function isSearch(node: ts.Expression): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(match|exec)$/.test(node.expression.name.text)
  );
}

/** `JSON.stringify` gives undefined for what it is not told the type of, whatever its own type says. */
function mayBeNoJson(ctx: Lowering, node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  if (!ts.isCallExpression(bare) || !ts.isPropertyAccessExpression(bare.expression)) return false;
  const symbol = ctx.checker.getSymbolAtLocation(bare.expression.name);
  if (!symbol || libraryKey(symbol) !== "JSON.stringify") return false;
  const [value] = bare.arguments;
  const { types } = ctx.facts;
  return (
    value !== undefined &&
    (types.mayBe(ctx.typeOf(value), "undefined") || types.mayBe(ctx.typeOf(value), "function"))
  );
}

/** JSON knows no undefined. */
function isParsed(ctx: Lowering, node: ts.Expression): boolean {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const symbol = ctx.checker.getSymbolAtLocation(node.expression.name);
    return symbol !== undefined && libraryKey(symbol) === "JSON.parse";
  }
  if (!ts.isIdentifier(node)) return false;
  const declaration = ctx.facts.bindings.at(node)?.declaration;
  const value = declaration && ts.isVariableDeclaration(declaration) && declaration.initializer;
  return value ? isParsed(ctx, skipWrappers(value)) : false;
}
