import { ts } from "ts-morph";
import { notInTheSubset } from "../../../diagnostics/catalogue/language.ts";
import { isInt } from "../../../facts/numberFacts.ts";
import { skipWrappers } from "../../../facts/syntax.ts";
import * as py from "../../../python/py.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import type { Lowering } from "../../lowering.ts";
import { noneHint } from "../../values/noneHint.ts";
import { joinLoweredTexts } from "../../values/text.ts";
import { lowerShown } from "./shownValue.ts";

/** A format that is known: text, and the places where an argument goes. */
export type FormatPart = string | { readonly kind: string };

/**
 * Takes a format apart as Node does: `%s %d %i %f %j %o %O %c` take an argument while there is one,
 * `%%` is a percent sign; undefined where the text has neither.
 */
export function parseFormat(
  text: string,
  argumentCount: number,
): readonly FormatPart[] | undefined {
  const parts: FormatPart[] = [];
  let used = 0;
  let plain = "";
  let isFormat = false;
  for (let i = 0; i < text.length; i++) {
    const kind = text[i + 1];
    if (text[i] !== "%" || kind === undefined) {
      plain += text[i];
      continue;
    }
    i++;
    if (kind === "%") {
      plain += "%";
      isFormat = true;
    } else if (used < argumentCount && "sdifjoOc".includes(kind)) {
      parts.push(plain, { kind });
      plain = "";
      used++;
      isFormat = true;
    } else plain += `%${kind}`;
  }
  return isFormat ? [...parts, plain].filter((part) => part !== "") : undefined;
}

/** The parts of a known format with their arguments, as one text. */
export function lowerFormat(
  ctx: Lowering,
  parts: readonly FormatPart[],
  args: readonly ts.Expression[],
): py.Expression {
  let next = 0;
  const lowered = parts.map((part) =>
    typeof part === "string" ? part : lowerPlaceholder(ctx, part.kind, args[next++]!),
  );
  return joinLoweredTexts(lowered);
}

/** The text of one argument. */
function lowerPlaceholder(ctx: Lowering, kind: string, node: ts.Expression): py.Expression {
  const type = ctx.typeOf(node);
  const { types } = ctx.facts;
  const isNumber = types.isOnly(type, "number");
  if (kind === "s" && types.isOnly(type, "number", "string", "boolean")) {
    const shown = lowerShown(ctx, node);
    const isIntNumber = isNumber && isInt(ctx.facts.numbers.of(node));
    return isIntNumber ? py.callBuiltin("str", [shown]) : shown;
  }
  if (kind === "d" && isNumber) {
    const shown = lowerShown(ctx, node);
    return isInt(ctx.facts.numbers.of(node)) ? py.callBuiltin("str", [shown]) : shown;
  }
  if (kind === "o" && !types.isOnly(type, "number", "string", "boolean")) {
    return ctx.refuse(node, notInTheSubset("`%o` of an object", "Use `%O`."));
  }
  if (kind === "s" && types.mayBe(type, "function")) {
    return ctx.refuse(node, notInTheSubset("The source text of a function"));
  }
  const value = lowerExpression(ctx, node);
  const hint = noneHint(ctx, node, type);
  return ctx.callHelper("format_argument", py.str(kind), value, ...(hint ? [hint] : []));
}

/** May a text have a percent sign in it? */
export function mayHavePercent(ctx: Lowering, node: ts.Expression): boolean {
  if (!ctx.facts.mayHavePercent()) return false;
  const bare = skipWrappers(node);
  const type = ctx.typeOf(bare);
  const members = ctx.facts.types.members(type);
  if (members.every((member) => member.isStringLiteral())) {
    return members.some((member) => member.isStringLiteral() && member.value.includes("%"));
  }
  if (!ctx.facts.types.mayBe(type, "string")) return false;
  if (ts.isTemplateExpression(bare)) {
    const texts = [bare.head, ...bare.templateSpans.map((span) => span.literal)];
    return (
      texts.some((text) => text.text.includes("%")) ||
      bare.templateSpans.some((span) => mayHavePercent(ctx, span.expression))
    );
  }
  if (ts.isBinaryExpression(bare) && bare.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return mayHavePercent(ctx, bare.left) || mayHavePercent(ctx, bare.right);
  }
  if (ts.isConditionalExpression(bare)) {
    return mayHavePercent(ctx, bare.whenTrue) || mayHavePercent(ctx, bare.whenFalse);
  }
  return ts.isIdentifier(bare) ? variableMayHavePercent(ctx, bare) : true;
}

/** A constant has what it was initialised with; a parameter what its callers give. */
function variableMayHavePercent(ctx: Lowering, node: ts.Identifier): boolean {
  const binding = ctx.valueOfStandIn(node) ? undefined : ctx.facts.bindings.at(node);
  if (!binding || binding.writes.length > 0) return true;
  const { declaration } = binding;
  if (ts.isVariableDeclaration(declaration) && declaration.initializer) {
    return mayHavePercent(ctx, declaration.initializer);
  }
  if (!ts.isParameter(declaration)) return true;
  const given = ctx.facts.calls.argumentsFor(declaration);
  return !given || given.some((argument) => mayHavePercent(ctx, argument));
}
