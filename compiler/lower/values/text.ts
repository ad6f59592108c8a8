import { ts } from "ts-morph";
import { isInt } from "../../facts/numberFacts.ts";
import type { ValueKind } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { formatted, integerFormat } from "./integerFormat.ts";
import { isOnlyOf, kindsOf } from "./kinds.ts";
import { noneHintOfText } from "./noneHint.ts";

/** How a value becomes text: a str as it is, an int by a conversion of `%`. */
interface TextPart {
  readonly value: py.Expression;
  /** `%s` of a str; `%d`, `%02x` and so on of an int. */
  readonly conversion: string;
}

/** `String(x)`: the text that JavaScript gives a value, as a Python str. */
export function lowerText(ctx: Lowering, node: ts.Expression): py.Expression {
  return asString(lowerTextPart(ctx, node));
}

/** Texts and values joined: a literal, an f-string, a concatenation or a format. */
export function formatText(
  ctx: Lowering,
  pieces: readonly (string | ts.Expression)[],
): py.Expression {
  const nodes = pieces.filter((piece) => typeof piece !== "string");
  const conversions = new Map<ts.Expression, string>();
  const values = lowerOrdered(ctx, nodes, (inner, node) => {
    const part = lowerTextPart(inner, node);
    conversions.set(node, part.conversion);
    return part.value;
  });
  let next = 0;
  const parts = pieces.map((piece): string | TextPart =>
    typeof piece === "string"
      ? piece
      : { value: values[next++]!, conversion: conversions.get(piece) ?? "%s" },
  );
  return joinTexts(parts.filter((part) => part !== ""));
}

/** The same for values that are str objects already. */
export function joinLoweredTexts(parts: readonly (string | py.Expression)[]): py.Expression {
  return joinTexts(parts.map((part) => (typeof part === "string" ? part : asIs(part))));
}

function joinTexts(parts: readonly (string | TextPart)[]): py.Expression {
  const first = parts[0];
  if (first === undefined) return py.str("");
  if (parts.length === 1) return asString(first);
  if (parts.every(isPlainPart)) {
    return py.fString(parts.map((part) => (typeof part === "string" ? part : part.value)));
  }
  return parts.length === 2 && parts.every(isSimple)
    ? py.binary(asString(first), "+", asString(parts[1]!))
    : percentFormat(parts);
}

/** Needs it no conversion but `str`? */
function isSimple(part: string | TextPart): boolean {
  return typeof part === "string" || /^%[sd]$/.test(part.conversion);
}

function asIs(value: py.Expression): TextPart {
  return { value, conversion: "%s" };
}

function asString(part: string | TextPart): py.Expression {
  if (typeof part === "string") return py.str(part);
  return part.conversion === "%s" ? part.value : formatted(part.conversion, part.value);
}

/** MicroPython's f-strings are only reliable with names and attributes, and text without braces. */
function isPlainPart(part: string | TextPart): boolean {
  if (typeof part === "string") return !/[{}\\"'\n\r\t]/.test(part) && !hasControl(part);
  return isSimple(part) && isNameOrAttribute(part.value);
}

function hasControl(text: string): boolean {
  return [...text].some((c) => c.codePointAt(0)! < 0x20);
}

function isNameOrAttribute(value: py.Expression): boolean {
  if (value.kind === "attribute") return isNameOrAttribute(value.value);
  return value.kind === "name";
}

/** `"%s is %d" % (a, b)` */
function percentFormat(parts: readonly (string | TextPart)[]): py.Expression {
  let format = "";
  const values: py.Expression[] = [];
  for (const part of parts) {
    if (typeof part === "string") format += part.replaceAll("%", "%%");
    else {
      format += part.conversion;
      values.push(part.value);
    }
  }
  return py.binary(
    py.str(format),
    "%",
    values.length === 1 ? soleOperand(values[0]!) : py.tuple(values),
  );
}

/** A value that may be a tuple must not be taken for the tuple of values; ours are never tuples. */
function soleOperand(value: py.Expression): py.Expression {
  return value;
}

function lowerTextPart(ctx: Lowering, node: ts.Expression): TextPart {
  const integer = integerFormat(ctx, node);
  if (integer) return { ...integer, value: lowerExpression(ctx, integer.value) };
  const type = ctx.typeOf(node);
  const kinds = ctx.facts.types.kinds(type);
  const { types } = ctx.facts;
  if (kindsOf(ctx, node).size !== kinds.size) {
    return asIs(lowerTextOfAnything(ctx, node, type));
  }
  if (types.isOnly(type, "string")) return asIs(lowerExpression(ctx, node));
  if (types.isOnly(type, "bigint")) return { value: lowerExpression(ctx, node), conversion: "%d" };
  if (types.isOnly(type, "number")) {
    const value = lowerExpression(ctx, node);
    if (isInt(ctx.facts.numbers.of(node))) return { value, conversion: "%d" };
    return asIs(ctx.callHelper("number_text", value));
  }
  if (types.isOnly(type, "boolean")) {
    const value = lowerExpression(ctx, node);
    return asIs(py.ifExp(value, py.str("true"), py.str("false")));
  }
  if (types.isOnly(type, "null", "undefined") && kinds.size === 1) {
    ctx.prerequisite(py.expression(lowerExpression(ctx, node)));
    return asIs(py.str(kinds.has("null") ? "null" : "undefined"));
  }
  return asIs(lowerTextOfAnything(ctx, node, type));
}

/** `text(value)`, told what a None is. */
function lowerTextOfAnything(ctx: Lowering, node: ts.Expression, type: ts.Type): py.Expression {
  const method = userToString(type);
  if (method) return py.callMethod(lowerExpression(ctx, node), method);
  const value = lowerExpression(ctx, node);
  const hint = noneHintOfText(ctx, node, type);
  const nones: readonly ValueKind[] = ctx.facts.nulls.areObjects ? [] : ["null"];
  const isOnly = (kind: ValueKind) => isOnlyOf(kindsOf(ctx, node), kind, "undefined", ...nones);
  if (isOnly("string") || isOnly("number")) {
    const { first, again } = ctx.bind(value);
    const text = isOnly("string") ? again : numberText(ctx, node, again);
    return py.ifExp(py.isNone(first), hint ?? py.str("undefined"), text);
  }
  return ctx.callHelper("text", value, ...(hint ? [hint] : []));
}

function numberText(ctx: Lowering, node: ts.Expression, value: py.Expression): py.Expression {
  return isInt(ctx.facts.numbers.of(node))
    ? py.callBuiltin("str", [value])
    : ctx.callHelper("number_text", value);
}

/** The Python name of a class's own `toString`, where the type has one. */
function userToString(type: ts.Type): string | undefined {
  const property = type.getProperty("toString");
  const declaration = property?.valueDeclaration;
  if (!declaration || declaration.getSourceFile().isDeclarationFile) return undefined;
  return ts.isMethodDeclaration(declaration) ? "toString" : undefined;
}
