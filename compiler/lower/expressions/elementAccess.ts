import { ts } from "ts-morph";
import {
  notInTheSubset,
  unsupportedMember,
  unsupportedType,
} from "../../diagnostics/catalogue/language.ts";
import { isInt } from "../../facts/numberFacts.ts";
import { pythonSubscript } from "../../facts/pythonSubscript.ts";
import { libraryKey } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerLibraryValue } from "../library/lowerLibraryValue.ts";
import type { Lowering } from "../lowering.ts";
import { lengthOf } from "../statements/loopLoads.ts";
import { isCallFree } from "../values/callFree.ts";
import { isInside } from "../values/isInside.ts";
import { readKeyed, readNamed } from "../values/property.ts";
import { isRepeatable } from "../values/repeatable.ts";
import { lowerText } from "../values/text.ts";
import { enumConstant } from "./enumConstant.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { inOrder, lowerOrdered } from "./lowerOrdered.ts";
import { lowerChainLink, lowerOptionalChain } from "./optionalChain.ts";

/** `object[index]` */
export function lowerElementAccess(ctx: Lowering, node: ts.ElementAccessExpression): py.Expression {
  if (ts.isOptionalChain(node)) return lowerOptionalChain(ctx, node);
  return readElement(ctx, node);
}

export function readElement(ctx: Lowering, node: ts.ElementAccessExpression): py.Expression {
  const constant = enumConstant(ctx, node);
  if (constant) return constant;
  const type = ctx.facts.types.present(ctx.typeOf(node.expression));
  if (isEnumLookUp(ctx, node, type)) {
    const [object, key] = lowerOrdered(ctx, [node.expression, node.argumentExpression]);
    return py.callMethod(py.attribute(object!, "_names"), "get", [key!]);
  }
  if (isIndexed(ctx, type)) return readIndex(ctx, node, type);
  const isPython = pythonSubscript(ctx.checker, type) !== undefined;
  const [object, key] = inOrder(ctx, [
    () => lowerChainLink(ctx, node.expression),
    () =>
      isPython
        ? lowerExpression(ctx, node.argumentExpression)
        : lowerKey(ctx, node.argumentExpression, type),
  ]);
  if (isPython) return py.subscript(object!, key!);
  const name = ctx.facts.objects.hasNumberKeys(type)
    ? undefined
    : literalKey(node.argumentExpression);
  const isAsked = ctx.facts.missing.asksForUndefined(node);
  if (name !== undefined) return readNamed(ctx, object!, type, name, isAsked);
  if (!ctx.facts.types.isOnly(type, "array")) return readKeyed(ctx, object!, type, key!, isAsked);
  return ctx.refuse(node.expression, unsupportedType("`[]`", ctx.checker.typeToString(type)));
}

/** Arrays, tuples, strings and typed arrays are read by number. */
export function isIndexed(ctx: Lowering, type: ts.Type): boolean {
  const { types } = ctx.facts;
  if (types.isOnly(type, "array", "string")) return true;
  const name = types.libraryClass(type);
  return (
    name !== undefined &&
    /^((Uint|Int|Float|BigInt|BigUint)\d+(Clamped)?Array|bytes|bytearray|memoryview|TemplateStringsArray)$/.test(
      name,
    )
  );
}

/** A key of a record of some type is text; a number becomes its text where anybody can see it. */
export function lowerKey(ctx: Lowering, node: ts.Expression, type?: ts.Type): py.Expression {
  if (type && ctx.facts.objects.hasNumberKeys(type)) {
    const value = lowerExpression(ctx, node);
    return isInt(ctx.facts.numbers.of(node)) ? value : ctx.callHelper("number_key", value);
  }
  // A key of any object, `keyof T`, is a symbol only where the object has one: refused there.
  const isGeneric = (ctx.typeOf(node).flags & ts.TypeFlags.Instantiable) !== 0;
  if (!isGeneric && ctx.facts.types.kinds(ctx.typeOf(node)).has("symbol")) {
    return ctx.refuse(node, notInTheSubset("A property named by a symbol", "Use a `Map`."));
  }
  return lowerText(ctx, node);
}

export function literalKey(node: ts.Expression): string | undefined {
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) ? node.text : undefined;
}

/**
 * `xs[i]`: plain where the index is proven to be no negative one; a checked read that may give None
 * where undefined is asked for; otherwise a read that raises out of range.
 *
 *     xs[i]    xs[i] if i < len(xs) else None    item_or_none(xs, i)
 */
function readIndex(ctx: Lowering, node: ts.ElementAccessExpression, type: ts.Type): py.Expression {
  const named = readBuiltInByName(ctx, node);
  if (named) return named;
  const [object, index] = inOrder(ctx, [
    () => lowerChainLink(ctx, node.expression),
    () => lowerIndex(ctx, node.argumentExpression),
  ]);
  const proof = ctx.facts.numbers.indexProof(node);
  if (proof === "inBounds") return py.subscript(object!, index!);
  if (ctx.facts.missing.asksForUndefined(node)) {
    const isWhole =
      isInt(ctx.facts.numbers.of(node.argumentExpression)) &&
      !ctx.facts.missing.mayBeUndefined(node.argumentExpression);
    if (isWhole && isCallFree(index!) && isCallFree(object!)) {
      const list = isVariable(object!)
        ? { first: object!, again: object! }
        : ctx.bind(object!, "values");
      const at = isStep(index!) ? { first: index!, again: index! } : ctx.bind(index!, "index");
      const test = isInside(ctx, node, list.first, at.first);
      return py.ifExp(test, py.subscript(list.again, at.again), py.noneValue());
    }
    const isText = ctx.facts.types.isOnly(type, "string");
    return ctx.callHelper(isText ? "char_or_none" : "item_or_none", object!, index!);
  }
  if (proof === "nonNegative" && isInt(ctx.facts.numbers.of(node.argumentExpression))) {
    return py.subscript(object!, index!);
  }
  const isWhole = isInt(ctx.facts.numbers.of(node.argumentExpression));
  return isWhole && (object!.kind === "name" || isRepeatable(index!))
    ? readUnlessNegative(ctx, node.expression, object!, index!)
    : ctx.callHelper("item", object!, index!);
}

/** `xs`, `this.xs`: to look at it twice is as cheap as can be. */
function isVariable(node: py.Expression): boolean {
  return node.kind === "name" || (node.kind === "attribute" && node.value.kind === "name");
}

/** `i`, `0`, `i + 1` */
function isStep(node: py.Expression): boolean {
  if (node.kind === "binary") return isRepeatable(node.left) && isRepeatable(node.right);
  return isRepeatable(node);
}

/**
 * `xs[i]` where i may be negative, which is out of bounds in JavaScript:
 *
 *     xs[i if i >= 0 else len(xs)]
 *     (values := rows[y])[x if x >= 0 else len(values)]
 */
function readUnlessNegative(
  ctx: Lowering,
  node: ts.Expression,
  object: py.Expression,
  index: py.Expression,
): py.Expression {
  const list = ctx.bind(object, "values");
  const { first, again } = ctx.bind(index, "index");
  const outside = lengthOf(ctx, node, list.again);
  const isInside = py.compare(first, ">=", py.int(0));
  return py.subscript(list.first, py.ifExp(isInside, again, outside));
}

/** An index; `for (const i in xs)` gives it as text. */
export function lowerIndex(ctx: Lowering, node: ts.Expression): py.Expression {
  const literal = ts.isStringLiteralLike(node) && /^(0|[1-9]\d*)$/.test(node.text);
  if (literal) return py.int(BigInt(node.text));
  const value = lowerExpression(ctx, node);
  return ctx.facts.types.isOnly(ctx.typeOf(node), "string")
    ? py.callBuiltin("int", [value])
    : value;
}

/** `xs["length"]` is `xs.length`. */
function readBuiltInByName(
  ctx: Lowering,
  node: ts.ElementAccessExpression,
): py.Expression | undefined {
  const name = node.argumentExpression;
  if (!ts.isStringLiteralLike(name) || /^\d+$/.test(name.text)) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(name);
  const key = symbol && libraryKey(symbol);
  if (key === undefined) return undefined;
  const value = lowerLibraryValue(ctx, node, key, node.expression);
  return value ?? ctx.refuse(name, unsupportedMember(`${key} in brackets`));
}

/** `Color[value]`: the name of a member. */
function isEnumLookUp(ctx: Lowering, node: ts.ElementAccessExpression, type: ts.Type): boolean {
  const isEnum = ((type.symbol?.flags ?? 0) & ts.SymbolFlags.Enum) !== 0;
  return isEnum && ctx.facts.types.isOnly(ctx.typeOf(node.argumentExpression), "number");
}
